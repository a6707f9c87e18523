package io.mlconnector.domain.ordering;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * In which order the confirmations of one purchase order were made. F&O numbers them {@code PO-1}, {@code PO-2} … (reference
 * dynamics, section 4.4), so the number at the end counts, and not when we happened to find them: an event may show the newest
 * one first, and a poll the older ones later.
 */
final class ConfirmationOrder {

    private static final Pattern COUNTED = Pattern.compile("(.*?)0*(\\d{1,30})");

    private ConfirmationOrder() {}

    /**
     * The revisions, earliest confirmation first; those whose numbers cannot be compared keep their places, which is the order of
     * entry.
     *
     * @param entered in order of entry
     */
    static List<Revision> sorted(List<Revision> entered) {
        boolean comparable = entered.stream()
                .allMatch(revision -> compare(entered.getFirst().confirmationNumber(), revision.confirmationNumber())
                        .isPresent());
        if (!comparable) {
            return entered;
        }
        List<Revision> sorted = new ArrayList<>(entered);
        sorted.sort(Comparator.comparing(
                Revision::confirmationNumber,
                (one, other) -> compare(one, other).orElse(0)));
        return sorted;
    }

    /** Which of two numbers is the later one; empty if they are not counted in the same way. */
    static OptionalInt compare(String one, String other) {
        Matcher first = COUNTED.matcher(one.strip());
        Matcher second = COUNTED.matcher(other.strip());
        return first.matches() && second.matches() && first.group(1).equalsIgnoreCase(second.group(1))
                ? OptionalInt.of(new BigInteger(first.group(2)).compareTo(new BigInteger(second.group(2))))
                : OptionalInt.empty();
    }
}
