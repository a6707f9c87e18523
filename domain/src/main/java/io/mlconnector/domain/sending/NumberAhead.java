package io.mlconnector.domain.sending;

import io.mlconnector.domain.interchange.ControlNumbers;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * A partner answers a control number that is higher than any that this journal knows between the two ends. Numbers are given
 * out one after another, so somebody sent under it whom this journal has forgotten, or never knew.
 *
 * @param number that is answered
 * @param forgotten whether this journal may have given it out and forgotten it: it has given out numbers before, and this one lies
 *     at most {@link #NEAR} ahead. Otherwise it is rather that of another system which sends, or once sent, under the same ids
 * @param evidence what shows it: the rest of a sentence
 */
public record NumberAhead(long number, boolean forgotten, String evidence) {

    /** So many numbers are left whatever partners say: a wrong answer must not use up all that there are. */
    public static final long LEFT = 1_000_000;

    /** More documents than this are hardly sent to one partner between a backup and its return. */
    public static final long NEAR = 1_000;

    public NumberAhead {
        Objects.requireNonNull(evidence, "evidence");
    }

    /**
     * Whether an answer names a number ahead of all that are known.
     *
     * @param set what answers: {@code 997}, {@code 999} or {@code TA1}
     * @param sender who answers
     * @param named the number that it names, as received
     * @param highest the highest number known between the two ends; 0 if none is
     * @return empty if the number is known, is none, or leaves fewer than {@link #LEFT}
     */
    public static Optional<NumberAhead> of(String set, String sender, String named, long highest) {
        String digits = named.strip();
        if (!digits.matches("[0-9]{1,9}")) {
            return Optional.empty();
        }
        long number = Long.parseLong(digits);
        return number <= highest || number > ControlNumbers.MOST - LEFT
                ? Optional.empty()
                : Optional.of(new NumberAhead(
                        number,
                        highest > 0 && number - highest <= NEAR,
                        String.format(
                                Locale.ROOT,
                                "a %s from %s answers control number %09d, and the highest known here was %09d",
                                set,
                                sender,
                                number,
                                highest)));
    }
}
