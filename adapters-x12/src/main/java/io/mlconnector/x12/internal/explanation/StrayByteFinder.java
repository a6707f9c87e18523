package io.mlconnector.x12.internal.explanation;

import io.mlconnector.x12.explanation.StrayBytes;
import io.mlconnector.x12.internal.explanation.SegmentRecorder.RecordedInterchange;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Finds bytes that belong to no segment, so that nothing is lost when a file is shown. */
final class StrayByteFinder {
    private static final int SHOWN = 200;
    private static final int NO_TERMINATOR = -1;

    private StrayByteFinder() {}

    static List<StrayBytes> in(byte[] file, List<RecordedInterchange> interchanges) {
        List<StrayBytes> strays = new ArrayList<>();
        long covered = marked(file) ? 3 : 0;
        int terminator = NO_TERMINATOR;
        for (RecordedInterchange interchange : interchanges) {
            covered = gap(file, covered, interchange.header(), terminator, strays);
            terminator = interchange.terminator();
            for (RecordedSegment piece : interchange.pieces()) {
                covered = gap(file, covered, piece, terminator, strays);
            }
        }
        add(file, covered, file.length, terminator, strays);
        return strays;
    }

    private static boolean marked(byte[] file) {
        return file.length >= 3 && file[0] == (byte) 0xef && file[1] == (byte) 0xbb && file[2] == (byte) 0xbf;
    }

    private static long gap(byte[] file, long covered, RecordedSegment next, int terminator, List<StrayBytes> strays) {
        add(file, covered, next.offset(), terminator, strays);
        return Math.max(covered, next.end());
    }

    private static void add(byte[] file, long from, long to, int terminator, List<StrayBytes> strays) {
        int begin = (int) from;
        int end = (int) to;
        while (begin < end && empty(file[begin], terminator)) {
            begin++;
        }
        while (end > begin && empty(file[end - 1], terminator)) {
            end--;
        }
        if (begin < end) {
            String text = new String(file, begin, Math.min(SHOWN, end - begin), StandardCharsets.ISO_8859_1);
            strays.add(
                    new StrayBytes(begin, end - begin, PasswordMask.shown(text).replaceAll("\\p{Cntrl}", " ")));
        }
    }

    /** Blanks, line ends, other bytes that carry nothing, and terminators of empty segments. */
    private static boolean empty(byte character, int terminator) {
        return (character >= 0 && character <= ' ') || (character & 0xff) == terminator;
    }
}
