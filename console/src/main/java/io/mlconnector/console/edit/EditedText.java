package io.mlconnector.console.edit;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * X12 as a person edits it, one segment a line, and as it is sent: with the line ends and the encoding that the original has.
 *
 * @param charset of the original
 * @param lineEnd what stands behind each terminator of the original; empty if nothing does
 * @param terminator of segments
 */
record EditedText(Charset charset, String lineEnd, char terminator) {

    /** Where ISA ends: its terminator stands there. */
    private static final int TERMINATOR = 105;

    /** The form of these bytes. */
    static EditedText of(byte[] original) {
        Charset charset = utf8(original) ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
        String text = new String(original, charset);
        char terminator = text.length() > TERMINATOR ? text.charAt(TERMINATOR) : '~';
        return new EditedText(charset, text.contains("\r\n") ? "\r\n" : text.contains("\n") ? "\n" : "", terminator);
    }

    private static boolean utf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /** One segment a line. */
    String shown(byte[] bytes) {
        String text = new String(bytes, charset).replace("\r\n", "\n");
        return lineEnd.isEmpty() && terminator != '\r'
                ? text.replace(String.valueOf(terminator), terminator + "\n")
                : text;
    }

    /** What was written into the page, as it is sent. */
    byte[] bytes(String written) {
        String text = written.replace("\r\n", "\n");
        return text.replace("\n", lineEnd).getBytes(charset);
    }
}
