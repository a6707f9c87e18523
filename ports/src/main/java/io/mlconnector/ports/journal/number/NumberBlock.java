package io.mlconnector.ports.journal.number;

import io.mlconnector.domain.words.DocumentId;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * What became of control numbers that follow each other. ISA13 and GS06 of an interchange that we send are one number;
 * ST02 counts within its group.
 *
 * @param sequence from which they are
 * @param first the first of them
 * @param last the last of them, not smaller
 * @param fate what became of them
 * @param document the document that bears the number; empty unless it was used
 * @param at since when that is known
 */
public record NumberBlock(
        NumberSequence sequence, long first, long last, Fate fate, Optional<DocumentId> document, Instant at) {
    public NumberBlock {
        Objects.requireNonNull(sequence, "sequence");
        Objects.requireNonNull(fate, "fate");
        Objects.requireNonNull(document, "document");
        Objects.requireNonNull(at, "at");
        if (first < 1 || last < first) {
            throw new IllegalArgumentException("No block reaches from " + first + " to " + last);
        }
    }

    /**
     * Which block it is.
     *
     * @param sequence from which its numbers are
     * @param first the first of them
     */
    public record Key(NumberSequence sequence, long first) {
        public Key {
            Objects.requireNonNull(sequence, "sequence");
        }
    }

    public Key key() {
        return new Key(sequence, first);
    }

    /** What became of a number. None of them is ever given out again. */
    public enum Fate {
        /** A document bears it, whether that was sent or not. */
        USED,
        /** Somebody saw a file of ours that bears it or a later one, of which this journal knows nothing. */
        PASSED_OVER,
        /** It was given out before fates were recorded; the documents tell. */
        NOT_RECORDED;

        /** The word of the interface. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
