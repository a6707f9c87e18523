package io.mlconnector.twin.x12;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An interchange as read.
 *
 * @param isa its ISA segment
 * @param groupSender GS02 of the first group
 * @param groupReceiver GS03 of the first group
 * @param version GS08 of the first group
 * @param sets its transaction sets
 * @param problems problems of its envelopes, may be empty
 */
public record Interchange(
        Segment isa,
        String groupSender,
        String groupReceiver,
        String version,
        List<TransactionSet> sets,
        List<String> problems) {

    private static final Pattern START = Pattern.compile("ISA([^A-Za-z0-9 ])\\d\\d\\1");
    private static final int ISA_LENGTH = 106;

    /** Copies the collections. */
    public Interchange {
        sets = List.copyOf(sets);
        problems = List.copyOf(problems);
    }

    /**
     * Reads all interchanges of a file. Delimiters come from each ISA.
     *
     * @param bytes the file
     * @return the interchanges, none if the file contains no X12
     */
    public static List<Interchange> readAll(Buffer bytes) {
        String text = bytes.toString(StandardCharsets.ISO_8859_1);
        List<Integer> starts = new ArrayList<>();
        Matcher start = START.matcher(text);
        while (start.find()) {
            starts.add(start.start());
        }
        List<Interchange> interchanges = new ArrayList<>();
        for (int i = 0; i < starts.size(); i++) {
            int end = i + 1 < starts.size() ? starts.get(i + 1) : text.length();
            String one = text.substring(starts.get(i), end);
            if (one.length() >= ISA_LENGTH) {
                interchanges.add(read(one));
            }
        }
        return interchanges;
    }

    private static Interchange read(String text) {
        String separator = Pattern.quote(text.substring(3, 4));
        String terminator = Pattern.quote(text.substring(105, 106));
        List<Segment> segments = new ArrayList<>();
        for (String piece : text.split(terminator)) {
            String segment = piece.strip();
            if (!segment.isEmpty()) {
                segments.add(new Segment(List.of(segment.split(separator, -1))));
            }
        }
        return new Structure(segments).interchange();
    }

    /**
     * Sender.
     *
     * @return ISA06 without padding
     */
    public String sender() {
        return isa.get(6).strip();
    }

    /**
     * Receiver.
     *
     * @return ISA08 without padding
     */
    public String receiver() {
        return isa.get(8).strip();
    }

    /**
     * Interchange control number.
     *
     * @return ISA13
     */
    public String controlNumber() {
        return isa.get(13);
    }

    /**
     * The key of an interchange for duplicate detection.
     *
     * @return sender, receiver and control number
     */
    public String duplicateKey() {
        return sender() + "/" + receiver() + "/" + controlNumber();
    }
}
