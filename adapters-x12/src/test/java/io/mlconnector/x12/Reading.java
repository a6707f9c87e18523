package io.mlconnector.x12;

import java.util.List;

/**
 * The result of a reader, in a form that allows comparing two readers.
 *
 * @param sets the transaction sets in the order of the file
 * @param findings the problems that the reader reports
 * @param stops why it stopped reading an interchange; empty if it read all
 */
record Reading(List<SetRead> sets, List<Finding> findings, List<String> stops) {
    /**
     * A transaction set.
     *
     * @param path control numbers of interchange, group and set, and the set's kind
     * @param segments from ST to SE, each a tag and its elements; components divided by {@code >}, blanks and empty
     *     elements at ends left out
     */
    record SetRead(String path, List<List<String>> segments) {}

    /**
     * One problem.
     *
     * @param set which set of the file, first = 0; -1 for the envelope
     * @param segment which segment of the set, ST = 1; 0 in the envelope
     * @param tag of the segment that is wrong or missing
     * @param element first = 1; 0 for the whole segment
     * @param code such as {@code AK403 5}
     */
    record Finding(int set, int segment, String tag, int element, String code) {
        String place() {
            return element == 0 ? tag : String.format("%s%02d", tag, element);
        }
    }
}
