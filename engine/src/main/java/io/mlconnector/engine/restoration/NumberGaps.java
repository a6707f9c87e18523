package io.mlconnector.engine.restoration;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;

/** Control numbers that are missing between those that were received. Pure. */
final class NumberGaps {

    /** A partner whose numbers jump farther does not count by ones, or began anew: nothing is missing there. */
    private static final long WIDEST = 1000;

    private NumberGaps() {}

    /**
     * The gaps, in order, as people write them: {@code 000000012} or {@code 000000012 to 000000015}.
     *
     * @param received ISA13 as received; what is no number is left aside
     */
    static List<String> of(Collection<String> received) {
        SortedSet<Long> numbers = new TreeSet<>();
        received.stream()
                .map(String::strip)
                .filter(text -> text.matches("[0-9]{1,9}"))
                .forEach(text -> numbers.add(Long.parseLong(text)));
        List<String> gaps = new ArrayList<>();
        long last = -1;
        for (long number : numbers) {
            if (last >= 0 && number > last + 1 && number - last <= WIDEST) {
                gaps.add(
                        number == last + 2
                                ? String.format(Locale.ROOT, "%09d", last + 1)
                                : String.format(Locale.ROOT, "%09d to %09d", last + 1, number - 1));
            }
            last = number;
        }
        return gaps;
    }
}
