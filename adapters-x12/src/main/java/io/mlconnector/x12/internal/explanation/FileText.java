package io.mlconnector.x12.internal.explanation;

import io.mlconnector.x12.explanation.WrittenSegment;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** The bytes of one interchange. */
final class FileText {

    private static final int SEPARATOR = "ISA".length();

    private final byte[] file;
    private final char separator;
    private final char terminator;

    private FileText(byte[] file, char separator, char terminator) {
        this.file = file;
        this.separator = separator;
        this.terminator = terminator;
    }

    /** Of the interchange that begins with this header. */
    static FileText of(byte[] file, SegmentRecorder.RecordedInterchange interchange) {
        return new FileText(
                file, (char) (file[Math.toIntExact(interchange.header().offset()) + SEPARATOR] & 0xff), (char)
                        (interchange.terminator() & 0xff));
    }

    /** A segment as it stands there. */
    WrittenSegment written(RecordedSegment piece) {
        byte[] bytes = Arrays.copyOfRange(file, Math.toIntExact(piece.offset()), Math.toIntExact(piece.end()));
        boolean ended = piece.whole() && bytes.length > 0 && (bytes[bytes.length - 1] & 0xff) == terminator;
        // A byte is a character here, so that nothing is lost where the text is cut; each element is read as text
        // afterwards.
        String text = new String(bytes, 0, ended ? bytes.length - 1 : bytes.length, StandardCharsets.ISO_8859_1);
        List<String> parts = Arrays.asList(text.split(Pattern.quote(String.valueOf(separator)), -1));
        List<String> elements = new ArrayList<>();
        for (int i = 1; i < parts.size(); i++) {
            elements.add(
                    PasswordMask.hides(piece, i) || PasswordMask.looksLikeHeader(parts.get(i))
                            ? WrittenSegment.HIDDEN
                            : read(parts.get(i), piece.text(i)));
        }
        return new WrittenSegment(
                elements, String.valueOf(separator), ended || piece.whole() ? String.valueOf(terminator) : "");
    }

    /** What the reader read of it, with the blanks that it left out. */
    private static String read(String written, String text) {
        return written.isBlank() || text.isEmpty() || written.startsWith(text) ? written : text;
    }
}
