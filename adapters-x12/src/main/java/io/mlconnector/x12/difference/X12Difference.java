package io.mlconnector.x12.difference;

import io.mlconnector.x12.explanation.ExplainedElement;
import io.mlconnector.x12.explanation.ExplainedFile;
import io.mlconnector.x12.explanation.ExplainedLoop;
import io.mlconnector.x12.explanation.ExplainedPart;
import io.mlconnector.x12.explanation.ExplainedSegment;
import io.mlconnector.x12.explanation.ExplainedSet;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Differences of two files by meaning: sets are found again by their document number, lines by their line number or
 * product ids, other segments by their qualifiers; numbers are compared as numbers. Sets without a table of their
 * structure are compared by tag and first element.
 */
public final class X12Difference {

    /** Where the set says which document it is. */
    private static final Map<String, String> NUMBERS =
            Map.of("BIG", "2", "BEG", "3", "BCH", "3", "BAK", "3", "BCA", "3", "BSN", "2", "BGN", "2");

    private static final Set<String> LINES = Set.of("IT1", "PO1", "POC");

    /** Segments that open a loop or stand often, told apart by more than their first element. */
    private static final Map<String, Integer> KEYS = Map.of("SAC", 2, "PID", 2, "TXI", 1);

    private static final Set<String> TRAILERS = Set.of("SE", "GE", "IEA");

    /**
     * One difference.
     *
     * @param document set and document number, or the envelope
     * @param place such as {@code IT1 1, IT102}
     * @param name what it is called
     * @param before value in the first file; empty if it is not there
     * @param after value in the second file; empty if it is not there
     */
    public record Difference(String document, String place, String name, String before, String after) {}

    private record Field(String name, String value, String compared) {}

    private X12Difference() {}

    /** Differences of what the documents say. */
    public static List<Difference> ofMeaning(ExplainedFile before, ExplainedFile after) {
        Map<String, Map<String, Field>> earlier = documents(before);
        Map<String, Map<String, Field>> later = documents(after);
        renumbered(earlier, later);
        return differences(earlier, later);
    }

    /** One document of a kind on either side that the other does not have is the same under another number. */
    private static void renumbered(Map<String, Map<String, Field>> before, Map<String, Map<String, Field>> after) {
        List<String> gone =
                before.keySet().stream().filter(key -> !after.containsKey(key)).toList();
        List<String> come =
                after.keySet().stream().filter(key -> !before.containsKey(key)).toList();
        for (String old : gone) {
            String kind = kind(old);
            List<String> others =
                    come.stream().filter(key -> kind(key).equals(kind)).toList();
            boolean only = gone.stream().filter(key -> kind(key).equals(kind)).count() == 1 && others.size() == 1;
            if (only) {
                String now = others.getFirst();
                String both = old + " and " + now.substring(kind.length()).strip();
                before.put(both, before.remove(old));
                after.put(both, after.remove(now));
            }
        }
    }

    /** The transaction set of a document. */
    private static String kind(String document) {
        return document.substring(0, Math.max(0, document.indexOf(' ')));
    }

    /** Differences of the envelopes around them, which do not count. */
    public static List<Difference> ofEnvelope(ExplainedFile before, ExplainedFile after) {
        return differences(Map.of("envelope", envelope(before)), Map.of("envelope", envelope(after)));
    }

    private static List<Difference> differences(
            Map<String, Map<String, Field>> before, Map<String, Map<String, Field>> after) {
        List<Difference> found = new ArrayList<>();
        Set<String> documents = new LinkedHashSet<>(before.keySet());
        documents.addAll(after.keySet());
        for (String document : documents) {
            Map<String, Field> was = before.getOrDefault(document, Map.of());
            Map<String, Field> is = after.getOrDefault(document, Map.of());
            Set<String> places = new LinkedHashSet<>(was.keySet());
            places.addAll(is.keySet());
            for (String place : places) {
                Field left = was.get(place);
                Field right = is.get(place);
                String one = left == null ? "" : left.compared();
                String other = right == null ? "" : right.compared();
                if (!one.equals(other)) {
                    String name = left != null ? left.name() : right != null ? right.name() : "";
                    found.add(new Difference(
                            document,
                            place,
                            name,
                            left == null ? "" : left.value(),
                            right == null ? "" : right.value()));
                }
            }
        }
        return found;
    }

    private static Map<String, Field> envelope(ExplainedFile file) {
        Map<String, Field> fields = new LinkedHashMap<>();
        Map<String, Integer> seen = new LinkedHashMap<>();
        file.interchanges().forEach(interchange -> {
            interchange.segments().forEach(segment -> add(segment, "", fields, seen, true));
            interchange
                    .groups()
                    .forEach(group -> group.segments().forEach(segment -> add(segment, "", fields, seen, true)));
        });
        return fields;
    }

    private static Map<String, Map<String, Field>> documents(ExplainedFile file) {
        Map<String, Map<String, Field>> documents = new LinkedHashMap<>();
        file.interchanges().stream()
                .flatMap(interchange -> interchange.groups().stream())
                .flatMap(group -> group.sets().stream())
                .forEach(set -> {
                    Map<String, Field> fields = new LinkedHashMap<>();
                    parts(set.parts(), "", fields, new LinkedHashMap<>());
                    String key = set.id() + " " + number(set);
                    for (int again = 2; documents.containsKey(key); again++) {
                        key = set.id() + " " + number(set) + " (" + again + ")";
                    }
                    documents.put(key, fields);
                });
        return documents;
    }

    private static String number(ExplainedSet set) {
        return set.parts().stream()
                .flatMap(ExplainedPart::segments)
                .filter(segment -> NUMBERS.containsKey(segment.tag()))
                .findFirst()
                .map(segment -> segment.value(Integer.parseInt(NUMBERS.getOrDefault(segment.tag(), "1"))))
                .orElse("");
    }

    private static void parts(
            List<ExplainedPart> parts, String around, Map<String, Field> fields, Map<String, Integer> seen) {
        for (ExplainedPart part : parts) {
            switch (part) {
                case ExplainedSegment segment -> {
                    if (!segment.tag().equals("ST") && !TRAILERS.contains(segment.tag())) {
                        add(segment, around, fields, seen, false);
                    }
                }
                case ExplainedLoop loop -> {
                    ExplainedSegment first = loop.segments().findFirst().orElseThrow();
                    String key = unique(around + key(first), seen);
                    fields(first, key, fields);
                    parts(loop.parts().subList(1, loop.parts().size()), key + " > ", fields, seen);
                }
            }
        }
    }

    private static void add(
            ExplainedSegment segment,
            String around,
            Map<String, Field> fields,
            Map<String, Integer> seen,
            boolean envelope) {
        if (envelope && TRAILERS.contains(segment.tag())) {
            return;
        }
        fields(segment, unique(around + (envelope ? segment.tag() : key(segment)), seen), fields);
    }

    private static String unique(String key, Map<String, Integer> seen) {
        int count = seen.merge(key, 1, Integer::sum);
        return count == 1 ? key : key + " #" + count;
    }

    private static String key(ExplainedSegment segment) {
        String tag = segment.tag();
        if (LINES.contains(tag)) {
            String ids = segment.elements().stream()
                    .filter(element -> element.dataElement().equals("234"))
                    .map(ExplainedElement::value)
                    .reduce("", (one, other) -> one + " " + other);
            return tag + " " + (segment.value(1).isEmpty() ? ids.strip() : bare(segment.value(1)));
        }
        boolean qualified = segment.elements().stream()
                .anyMatch(element -> element.position() == 1 && element.type().equals("ID"));
        StringBuilder key = new StringBuilder(tag);
        int most = KEYS.getOrDefault(tag, 1);
        for (int i = 1; qualified && i <= most; i++) {
            key.append(' ').append(segment.value(i).strip().toUpperCase(Locale.ROOT));
        }
        return key.toString().stripTrailing();
    }

    private static void fields(ExplainedSegment segment, String key, Map<String, Field> fields) {
        for (ExplainedElement element : segment.elements()) {
            if (!element.value().isEmpty()) {
                fields.put(
                        String.format(Locale.ROOT, "%s, %s%02d", key, segment.tag(), element.position()),
                        new Field(element.name(), element.value(), compared(segment, element)));
            }
        }
    }

    /** Delimiters and the spelling of numbers mean nothing. */
    private static String compared(ExplainedSegment segment, ExplainedElement element) {
        String value = element.value().strip();
        boolean delimiter = segment.tag().equals("ISA") && (element.position() == 11 || element.position() == 16);
        if (delimiter) {
            return "";
        }
        return switch (element.type()) {
            case "R", "N0", "N2" -> number(value);
            case "C" ->
                String.join(
                        ">",
                        element.components().stream()
                                .map(part -> compared(segment, part))
                                .toList());
            default -> LINES.contains(segment.tag()) && element.position() == 1 ? bare(value) : value;
        };
    }

    private static String number(String value) {
        try {
            BigDecimal number = new BigDecimal(value);
            return Math.abs(number.scale()) > 30
                    ? value
                    : number.stripTrailingZeros().toPlainString();
        } catch (NumberFormatException e) {
            return value;
        }
    }

    private static String bare(String value) {
        return value.matches("0+\\d+") ? value.replaceFirst("^0+(?=\\d)", "") : value;
    }
}
