package io.mlconnector.engine.daily;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;

/** Control numbers that are missing between those that were received. Pure. */
public final class NumberGaps {

    /** A partner whose numbers jump farther does not count by ones, or began anew: nothing is missing there. */
    private static final long WIDEST = 1000;

    /** So far a sender who counts by ones jumps at most when some do not arrive. */
    private static final long NARROW = 20;

    private NumberGaps() {}

    /**
     * Numbers that are missing one after the other.
     *
     * @param first the lowest
     * @param last the highest; not less than the first
     */
    public record Gap(long first, long last) {

        /** As people write it: {@code 000000012} or {@code 000000012 to 000000015}. */
        public String text() {
            return first == last
                    ? String.format(Locale.ROOT, "%09d", first)
                    : String.format(Locale.ROOT, "%09d to %09d", first, last);
        }
    }

    /**
     * The gaps, in order.
     *
     * @param received ISA13 as received; what is no number is left aside
     */
    public static List<Gap> of(Collection<String> received) {
        return between(numbers(received), WIDEST);
    }

    /**
     * The gaps of a sender who is seen to count by ones, in order: where numbers follow each other at all, most do so without a gap.
     * Of others nothing can be said, because ISA13 only has to differ from the ones before (X12.5, ISA13); a jump of more than
     * 20 is taken for a new beginning.
     *
     * @param received ISA13 as received; what is no number is left aside
     */
    static List<Gap> ofWhoCountsByOnes(Collection<String> received) {
        SortedSet<Long> numbers = numbers(received);
        List<Gap> gaps = between(numbers, NARROW);
        long near = 0;
        long last = Long.MIN_VALUE / 2;
        for (long number : numbers) {
            near += number - last <= NARROW ? 1 : 0;
            last = number;
        }
        return gaps.size() * 2L <= near ? gaps : List.of();
    }

    private static SortedSet<Long> numbers(Collection<String> received) {
        SortedSet<Long> numbers = new TreeSet<>();
        received.stream()
                .map(String::strip)
                .filter(text -> text.matches("[0-9]{1,9}"))
                .forEach(text -> numbers.add(Long.parseLong(text)));
        return numbers;
    }

    private static List<Gap> between(SortedSet<Long> numbers, long widest) {
        List<Gap> gaps = new ArrayList<>();
        long last = -1;
        for (long number : numbers) {
            if (last >= 0 && number > last + 1 && number - last <= widest) {
                gaps.add(new Gap(last + 1, number - 1));
            }
            last = number;
        }
        return gaps;
    }
}
