package io.mlconnector.twin.x12;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes interchanges with one group.
 *
 * @param style delimiters
 * @param from sender
 * @param to receiver
 * @param version 004010 or 005010
 * @param functionalGroup GS01
 */
public record InterchangeWriter(Style style, Party from, Party to, String version, String functionalGroup) {

    private static final DateTimeFormatter LONG_DATE =
            DateTimeFormatter.ofPattern("uuuuMMdd").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HHmm").withZone(ZoneOffset.UTC);

    /**
     * Delimiters.
     *
     * @param element between elements
     * @param component between components
     * @param segment after a segment
     * @param newLine what follows a segment, often nothing
     */
    public record Style(String element, String component, String segment, String newLine) {}

    /**
     * One side of an interchange.
     *
     * @param qualifier qualifier of the id
     * @param id interchange id
     * @param group group id
     */
    public record Party(String qualifier, String id, String group) {}

    /**
     * Writes an interchange.
     *
     * @param controlNumber interchange and group control number
     * @param usage ISA15
     * @param now date and time of its envelopes
     * @param setId transaction set id
     * @param sets each set's segments, without ST and SE
     * @return its bytes
     */
    public Buffer write(int controlNumber, String usage, Instant now, String setId, List<List<Segment>> sets) {
        boolean release5 = version.startsWith("005");
        String number = "%09d".formatted(controlNumber);
        List<Segment> all = new ArrayList<>();
        String day = LONG_DATE.format(now);
        all.add(Segment.of(
                "ISA",
                "00",
                pad("", 10),
                "00",
                pad("", 10),
                pad(from.qualifier(), 2),
                pad(from.id(), 15),
                pad(to.qualifier(), 2),
                pad(to.id(), 15),
                day.substring(2),
                TIME.format(now),
                release5 ? "^" : "U",
                release5 ? "00501" : "00401",
                number,
                "0",
                usage,
                style.component()));
        String group = String.valueOf(controlNumber);
        all.add(Segment.of(
                "GS", functionalGroup, from.group(), to.group(), day, TIME.format(now), group, "X", version));
        for (int i = 0; i < sets.size(); i++) {
            String setNumber = "%04d".formatted(i + 1);
            all.add(Segment.of("ST", setId, setNumber));
            all.addAll(sets.get(i));
            all.add(Segment.of("SE", String.valueOf(sets.get(i).size() + 2), setNumber));
        }
        all.add(Segment.of("GE", String.valueOf(sets.size()), group));
        all.add(Segment.of("IEA", "1", number));
        return text(all);
    }

    private Buffer text(List<Segment> segments) {
        StringBuilder text = new StringBuilder();
        for (Segment segment : segments) {
            List<String> elements = new ArrayList<>();
            boolean envelope = segment.name().equals("ISA");
            for (String element : segment.elements()) {
                elements.add(envelope ? element : clean(element));
            }
            while (!envelope && elements.getLast().isEmpty()) {
                elements.removeLast();
            }
            text.append(String.join(style.element(), elements))
                    .append(style.segment())
                    .append(style.newLine());
        }
        return Buffer.buffer(text.toString().getBytes(StandardCharsets.ISO_8859_1));
    }

    /** X12 has no escape: a delimiter inside of data becomes a blank. */
    private String clean(String element) {
        return element.replace(style.element(), " ")
                .replace(style.component(), " ")
                .replace(style.segment(), " ")
                .replace("^", " ");
    }

    private static String pad(String text, int length) {
        return text.length() >= length ? text.substring(0, length) : text + " ".repeat(length - text.length());
    }
}
