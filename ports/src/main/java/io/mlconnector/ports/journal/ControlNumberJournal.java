package io.mlconnector.ports.journal;

import io.mlconnector.ports.journal.number.NumberBlock;
import io.mlconnector.ports.journal.number.NumberSequence;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** The control numbers that were given out, and what became of them. See {@link Journal} for what every method promises. */
public interface ControlNumberJournal {

    /** Control numbers up to this one are in use already: none of them is given out again. */
    CompletionStage<Void> usedUpTo(NumberSequence sequence, long number);

    /** The highest number of a sequence that was given out or passed over; 0 if there is none. */
    CompletionStage<Long> highest(NumberSequence sequence);

    /**
     * What became of control numbers, the latest first.
     *
     * @param most at most so many blocks; 1 or more
     * @param sequence empty for all sequences
     * @param after the last block of the page before; empty for the first page
     */
    CompletionStage<List<NumberBlock>> numbers(
            int most, Optional<NumberSequence> sequence, Optional<NumberBlock.Key> after);
}
