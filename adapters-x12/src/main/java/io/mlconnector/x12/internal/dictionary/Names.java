package io.mlconnector.x12.internal.dictionary;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What segments, elements and codes are called, in short words of our own. Both releases share the names; which
 * elements and codes a release has, its {@link Dictionary} says.
 */
public final class Names {
    private final Map<String, List<String>> segments;
    private final Map<String, String> codes;

    private Names(Map<String, List<String>> segments, Map<String, String> codes) {
        this.segments = segments;
        this.codes = codes;
    }

    private static final class Loaded {
        static final Names NAMES = load();
    }

    /** The names; loaded on first access. */
    public static Names all() {
        return Loaded.NAMES;
    }

    private static Names load() {
        var segments = new HashMap<String, List<String>>();
        for (String line : Resource.lines("names.txt")) {
            int blank = line.indexOf(' ');
            segments.put(
                    line.substring(0, blank),
                    Arrays.stream(line.substring(blank + 1).split("\\|", -1)).toList());
        }
        var codes = new HashMap<String, String>();
        for (String line : Resource.lines("code-names.txt")) {
            String[] words = line.split(" ", 3);
            codes.put(words[0] + " " + words[1], words[2]);
        }
        return new Names(Map.copyOf(segments), Map.copyOf(codes));
    }

    /** What a segment is called; empty if it has no name here. */
    public Optional<String> segment(String tag) {
        return Optional.ofNullable(segments.get(tag)).map(names -> names.get(0));
    }

    /**
     * What an element is called at its place.
     *
     * @param element its position, first = 1
     * @return empty if it has no name here
     */
    public Optional<String> element(String tag, int element) {
        List<String> names = segments.getOrDefault(tag, List.of());
        return element < names.size()
                ? Optional.of(names.get(element)).filter(name -> !name.isEmpty())
                : Optional.empty();
    }

    /**
     * What a code means.
     *
     * @param number data element number, such as {@code 355}
     * @param code as written; letters may be of either case
     * @return empty if we have no name for it
     */
    public Optional<String> code(String number, String code) {
        return Optional.ofNullable(codes.get(number + " " + code.toUpperCase(Locale.ROOT)));
    }
}
