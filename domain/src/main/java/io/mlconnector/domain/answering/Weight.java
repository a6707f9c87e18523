package io.mlconnector.domain.answering;

import io.mlconnector.domain.words.Acknowledgement;
import java.util.Optional;

/** How much an answer counts beside what was answered before (reference x12, sections 9.1 and 9.5). */
public enum Weight {
    /** TA1, 997 and 999: whether it could be read. Never makes better what was said before. */
    TECHNICAL,
    /** 855, 865 and 824: what is done with it. The last one counts, but a rejection is not taken back silently. */
    BUSINESS;

    /**
     * What is said of the document from now on.
     *
     * @param before what was said so far
     * @param answer what is said now
     * @return empty if that changes nothing
     */
    public Optional<Acknowledgement> after(Acknowledgement before, Acknowledgement answer) {
        boolean worse = rank(answer) > rank(before);
        boolean counts = switch (this) {
            case TECHNICAL -> worse;
            case BUSINESS -> before != Acknowledgement.REJECTED && answer != before;
        };
        return counts ? Optional.of(answer) : Optional.empty();
    }

    /** Whether an answer takes a rejection back: a person must look at that. */
    public static boolean takesBack(Acknowledgement before, Acknowledgement answer) {
        return before == Acknowledgement.REJECTED && answer != Acknowledgement.REJECTED;
    }

    private static int rank(Acknowledgement acknowledgement) {
        return switch (acknowledgement) {
            case NONE, AWAITED, OVERDUE -> 0;
            case ACCEPTED -> 1;
            case ACCEPTED_WITH_ERRORS -> 2;
            case REJECTED -> 3;
        };
    }
}
