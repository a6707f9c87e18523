package io.mlconnector.testing.memory.journal;

import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.ports.journal.ControlNumberJournal;
import io.mlconnector.ports.journal.number.NumberBlock;
import io.mlconnector.ports.journal.number.NumberBlock.Fate;
import io.mlconnector.ports.journal.number.NumberSequence;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** The control numbers that were given out, and what became of them, in memory. */
final class MemoryNumbers implements ControlNumberJournal {

    private final Store store;
    private final InstantSource clock;
    private final Map<NumberSequence, Long> lastNumbers = new HashMap<>();
    private final Deque<NumberBlock> numbers = new ArrayDeque<>();

    MemoryNumbers(Store store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Takes over copies of all that the other holds; within a transaction only. */
    void copyOf(MemoryNumbers other) {
        lastNumbers.putAll(other.lastNumbers);
        numbers.addAll(other.numbers);
    }

    /** The number that comes next; within a transaction only. */
    long next(NumberSequence sequence) {
        return lastNumbers.getOrDefault(sequence, 0L) + 1;
    }

    /** Gives out that number for a document; within a transaction only. */
    void use(NumberSequence sequence, long next, DocumentId document, Instant now) {
        lastNumbers.put(sequence, next);
        numbers.addFirst(new NumberBlock(sequence, next, next, Fate.USED, Optional.of(document), now));
    }

    @Override
    public CompletionStage<Void> usedUpTo(NumberSequence sequence, long number) {
        return store.done(() -> {
            long before = lastNumbers.getOrDefault(sequence, 0L);
            if (number > before) {
                lastNumbers.put(sequence, number);
                numbers.addFirst(new NumberBlock(
                        sequence, before + 1, number, Fate.PASSED_OVER, Optional.empty(), clock.instant()));
            }
        });
    }

    @Override
    public CompletionStage<Long> highest(NumberSequence sequence) {
        return store.transaction(() -> lastNumbers.getOrDefault(sequence, 0L));
    }

    @Override
    public CompletionStage<List<NumberBlock>> numbers(
            int most, Optional<NumberSequence> sequence, Optional<NumberBlock.Key> after) {
        return store.transaction(() -> numbers.stream()
                .dropWhile(block -> after.isPresent() && !after.get().equals(block.key()))
                .skip(after.isPresent() ? 1 : 0)
                .filter(block -> sequence.isEmpty() || sequence.get().equals(block.sequence()))
                .limit(most)
                .toList());
    }
}
