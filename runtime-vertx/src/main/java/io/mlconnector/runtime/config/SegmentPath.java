package io.mlconnector.runtime.config;

import io.mlconnector.engine.view.NearestWord;
import io.mlconnector.x12.X12Vocabulary;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A place in a transaction set as people of EDI write it: {@code BIG}, {@code REF:IA}, {@code IT1/PID}, {@code BIG07},
 * {@code REF:IA/02}. Without a loop the segment of header and summary is meant, or the only one that there is; {@code *}
 * before it means wherever it stands.
 *
 * @param set ST01
 * @param loop as a rule of a guide names it
 * @param tag of the segment
 * @param qualifier its first element; may be empty
 * @param element first = 1; 0 for the segment
 */
record SegmentPath(String set, String loop, String tag, String qualifier, int element) {

    private static final Pattern FORM =
            Pattern.compile("(?<loop>(?:[A-Za-z0-9]{2,3}/)*|\\*/)(?<tag>[A-Za-z][A-Za-z0-9]{1,2})"
                    + "(?:(?<direct>\\d\\d)|(?::(?<qualifier>[^/:]{1,80}))?(?:/(?<element>\\d\\d))?)");

    /**
     * Reads one.
     *
     * @throws IllegalArgumentException with a sentence if it is no place of this set
     */
    static SegmentPath of(String text, String set, X12Vocabulary words) {
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    text + " is no place in a set; write BIG, REF:IA, IT1/PID, BIG07 or REF:IA/02");
        }
        String tag = matcher.group("tag").toUpperCase(Locale.ROOT);
        if (!words.segments(set).contains(tag)) {
            throw new IllegalArgumentException(
                    "the " + set + " has no segment " + tag + meant(tag, words.segments(set)));
        }
        String digits = matcher.group("direct") == null ? matcher.group("element") : matcher.group("direct");
        int element = digits == null ? 0 : Integer.parseInt(digits);
        int most = words.elements(tag);
        if (digits != null && (element == 0 || (most > 0 && element > most))) {
            throw new IllegalArgumentException(tag + " has no element " + digits + "; it has " + most);
        }
        String qualifier = matcher.group("qualifier") == null ? "" : matcher.group("qualifier");
        String around = matcher.group("loop").toUpperCase(Locale.ROOT);
        return new SegmentPath(set, loop(around, tag, set, words), tag, qualifier, element);
    }

    private static String loop(String around, String tag, String set, X12Vocabulary words) {
        if (around.equals("*/")) {
            return "*";
        }
        Set<String> loops = words.loops(set, tag);
        // A segment that opens a loop stands in it, in one release perhaps and not in the other: then it is one tag.
        Set<String> here = loops.stream()
                .filter(loop -> loop.equals(within(around)) || loop.equals(around + tag))
                .collect(Collectors.toUnmodifiableSet());
        if (here.size() == 1) {
            return here.iterator().next();
        }
        if (here.isEmpty() && around.isEmpty() && loops.size() == 1) {
            return loops.iterator().next();
        }
        if (here.size() > 1) {
            return "*";
        }
        throw new IllegalArgumentException((around.isEmpty() ? "the header of the " + set : around.replaceAll("/$", ""))
                + " has no segment " + tag + "; it stands in " + places(loops, tag) + ", and */" + tag
                + " means all of them");
    }

    private static String within(String around) {
        return around.isEmpty() ? "" : around.substring(0, around.length() - 1);
    }

    private static String places(Set<String> loops, String tag) {
        return new TreeSet<>(loops)
                .stream()
                        .map(loop -> loop.isEmpty() || loop.equals(tag) || loop.endsWith("/" + tag)
                                ? (loop.isEmpty() ? tag : loop)
                                : loop + "/" + tag)
                        .collect(Collectors.joining(", "));
    }

    /** A word that was perhaps meant, in brackets; empty if there is none. */
    static String meant(String word, Collection<String> valid) {
        return NearestWord.of(word, valid)
                .map(nearest -> " (did you mean " + nearest + "?)")
                .orElse("");
    }
}
