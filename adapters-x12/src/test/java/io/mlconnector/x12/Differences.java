package io.mlconnector.x12;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Compares two readings and looks up which differences are explained, and why. */
final class Differences {
    /**
     * One difference.
     *
     * @param ours the finding of our reader, {@code -} for nothing
     * @param theirs the finding of the other reader, {@code -} for nothing
     * @param place tag and number of the element; a word for what is not about a segment
     */
    record Difference(String ours, String theirs, String place) {
        @Override
        public String toString() {
            return ours + " | " + theirs + " | " + place;
        }
    }

    /** A line of the file: what a difference looks like, and the reason. */
    record Rule(Pattern ours, Pattern theirs, Pattern place, String reason) {
        boolean explains(Difference difference) {
            return ours.matcher(difference.ours()).matches()
                    && theirs.matcher(difference.theirs()).matches()
                    && place.matcher(difference.place()).matches();
        }
    }

    /** The code of a finding that says that a set is of a release without tables. */
    static final String ANOTHER_RELEASE = "another release";

    /** The code of a finding that says that a terminator was missing and was put in. */
    static final String TERMINATOR_MISSING = "terminator missing";

    private final List<Rule> rules;

    Differences() {
        rules = rules();
    }

    int size() {
        return rules.size();
    }

    /** Which rule explains it; -1 if none does. */
    int rule(Difference difference) {
        for (int i = 0; i < rules.size(); i++) {
            if (rules.get(i).explains(difference)) {
                return i;
            }
        }
        return -1;
    }

    Rule rule(int index) {
        return rules.get(index);
    }

    /** All differences between what two readers make of a file. */
    static List<Difference> between(Reading ours, Reading theirs) {
        if (!theirs.stops().isEmpty()) {
            return List.of(new Difference(
                    ours.stops().isEmpty() ? "reads" : ours.stops().get(0),
                    "stops",
                    stop(theirs.stops().get(0))));
        }
        var differences = new ArrayList<Difference>();
        if (ours.sets().size() == theirs.sets().size()) {
            for (int i = 0; i < ours.sets().size(); i++) {
                sets(ours.sets().get(i), theirs.sets().get(i), differences);
            }
            findings(ours, theirs, differences);
        } else {
            differences.add(
                    new Difference(ours.sets().size() + " sets", theirs.sets().size() + " sets", "file"));
        }
        if (ours.findings().stream().anyMatch(finding -> finding.code().equals(TERMINATOR_MISSING))) {
            return differences.stream()
                    .map(difference ->
                            new Difference(difference.ours(), difference.theirs(), "glued " + difference.place()))
                    .toList();
        }
        return brokenEnvelope(ours)
                ? differences.stream().map(Differences::broken).toList()
                : differences;
    }

    /** Whether trailers or headers are missing or out of place. */
    private static boolean brokenEnvelope(Reading ours) {
        return !ours.stops().isEmpty()
                || ours.findings().stream()
                        .anyMatch(finding -> Set.of("AK502 2", "AK905 3").contains(finding.code())
                                || (finding.code().equals("TA105 022")
                                        && !Set.of("ISA", "TA1").contains(finding.tag())));
    }

    private static Difference broken(Difference difference) {
        return new Difference(difference.ours(), difference.theirs(), "broken " + difference.place());
    }

    private static String stop(String message) {
        return message.replaceAll("\\s+", " ");
    }

    private static void sets(Reading.SetRead ours, Reading.SetRead theirs, List<Difference> differences) {
        if (!ours.path().equals(theirs.path())) {
            differences.add(new Difference(ours.path(), theirs.path(), "path"));
        }
        if (ours.segments().size() != theirs.segments().size()) {
            differences.add(new Difference(
                    ours.segments().size() + " segments", theirs.segments().size() + " segments", "set"));
            return;
        }
        for (int i = 0; i < ours.segments().size(); i++) {
            if (!ours.segments().get(i).equals(theirs.segments().get(i))) {
                differences.add(new Difference(
                        ours.segments().get(i).toString(),
                        theirs.segments().get(i).toString(),
                        "segment"));
            }
        }
    }

    private static void findings(Reading ours, Reading theirs, List<Difference> differences) {
        Map<String, List<Reading.Finding>> ourPlaces = byPlace(ours.findings());
        Map<String, List<Reading.Finding>> theirPlaces = byPlace(theirs.findings());
        var places = new TreeSet<>(ourPlaces.keySet());
        places.addAll(theirPlaces.keySet());
        Map<Integer, Integer> disordered = disordered(ours.findings(), theirs.findings());
        for (String place : places) {
            var left = new ArrayList<>(ourPlaces.getOrDefault(place, List.of()));
            var right = new ArrayList<>(theirPlaces.getOrDefault(place, List.of()));
            for (Reading.Finding finding : List.copyOf(left)) {
                if (right.remove(finding)) {
                    left.remove(finding);
                }
            }
            boolean divided = isDivided(ourPlaces.getOrDefault(place, List.of()))
                    || isDivided(theirPlaces.getOrDefault(place, List.of()));
            for (boolean structure : List.of(true, false)) {
                List<Reading.Finding> ourRest = left.stream()
                        .filter(finding -> ofStructure(finding) == structure)
                        .toList();
                List<Reading.Finding> theirRest = right.stream()
                        .filter(finding -> ofStructure(finding) == structure)
                        .toList();
                if (!ourRest.isEmpty() || !theirRest.isEmpty()) {
                    Reading.Finding shown = ourRest.isEmpty() ? theirRest.get(0) : ourRest.get(0);
                    pair(ourRest, theirRest, prefix(shown, ours, divided, disordered), differences);
                }
            }
        }
    }

    /** What one has to know of a place to understand why the two differ there. */
    private static String prefix(
            Reading.Finding shown, Reading reading, boolean divided, Map<Integer, Integer> disordered) {
        if (reading.findings().stream()
                .anyMatch(finding ->
                        finding.set() == shown.set() && finding.code().equals(ANOTHER_RELEASE))) {
            return "foreign ";
        }
        if (shown.segment() >= disordered.getOrDefault(shown.set(), Integer.MAX_VALUE)) {
            return "later ";
        }
        if (divided) {
            return "divided ";
        }
        if (shown.set() < 0 || shown.segment() < 1 || shown.element() == 0) {
            return "";
        }
        List<List<String>> segments = reading.sets().get(shown.set()).segments();
        List<String> segment = shown.segment() <= segments.size() ? segments.get(shown.segment() - 1) : List.of();
        String value = shown.element() < segment.size() ? segment.get(shown.element()) : "";
        if (value.startsWith(" ")) {
            return "padded ";
        }
        if (value.matches("-?[0-9.]*[Ee][0-9-]*")) {
            return "exponent ";
        }
        return value.chars().anyMatch(c -> c < 0x20 || c == 0x7f) ? "control " : "";
    }

    private static boolean isDivided(List<Reading.Finding> findings) {
        return findings.stream().anyMatch(finding -> finding.code().matches("AK403 1[23]"));
    }

    private static void pair(
            List<Reading.Finding> left, List<Reading.Finding> right, String prefix, List<Difference> differences) {
        for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
            differences.add(new Difference(
                    i < left.size() ? left.get(i).code() : "-",
                    i < right.size() ? right.get(i).code() : "-",
                    prefix + (i < left.size() ? left.get(i) : right.get(i)).place()));
        }
    }

    /** For each set the first segment at which both object to the order of segments: from there on they may part. */
    private static Map<Integer, Integer> disordered(List<Reading.Finding> ours, List<Reading.Finding> theirs) {
        var first = new HashMap<Integer, Integer>();
        for (Reading.Finding finding : ours) {
            if (ofStructure(finding)
                    && theirs.stream()
                            .anyMatch(other -> ofStructure(other)
                                    && other.set() == finding.set()
                                    && other.segment() == finding.segment())) {
                first.merge(finding.set(), finding.segment(), Math::min);
            }
        }
        return first;
    }

    private static boolean ofStructure(Reading.Finding finding) {
        return finding.code().startsWith("AK304") || finding.code().startsWith("TA105 022");
    }

    /** Of a broken relation and of surplus elements we name the first, StAEDI all: only the segment counts. */
    private static Reading.Finding related(Reading.Finding finding) {
        boolean relation = Set.of("AK403 2", "AK403 3", "AK403 10").contains(finding.code());
        return relation
                ? new Reading.Finding(finding.set(), finding.segment(), finding.tag(), 0, finding.code())
                : finding;
    }

    private static Map<String, List<Reading.Finding>> byPlace(List<Reading.Finding> findings) {
        var places = new LinkedHashMap<String, List<Reading.Finding>>();
        for (Reading.Finding told : findings) {
            Reading.Finding finding = related(told);
            String place = String.format("%05d %05d %s", finding.set(), finding.segment(), finding.place());
            List<Reading.Finding> there = places.computeIfAbsent(place, key -> new ArrayList<>());
            if (!there.contains(finding)) {
                there.add(finding);
            }
        }
        return places;
    }

    private static List<Rule> rules() {
        try (var in = Objects.requireNonNull(Differences.class.getResourceAsStream("/staedi/differences.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split(" \\| ", 4))
                    .map(parts -> new Rule(
                            Pattern.compile(parts[0].strip(), Pattern.DOTALL),
                            Pattern.compile(parts[1].strip(), Pattern.DOTALL),
                            Pattern.compile(parts[2].strip(), Pattern.DOTALL),
                            parts[3]))
                    .toList();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
