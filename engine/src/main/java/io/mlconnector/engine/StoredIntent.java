package io.mlconnector.engine;

import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.ports.access.Intent;
import io.mlconnector.ports.journal.Committed;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * The intent of one write of one document, as it is stored in the journal, and what became of it.
 *
 * @param <T> what is written
 */
public final class StoredIntent<T> implements Intent<T> {

    private final Engine engine;
    private final Supplier<CompletionStage<Committed>> commit;
    private final Supplier<T> value;
    private volatile Fate fate = new Fate.NotAsked();
    private volatile long begin;

    /**
     * Not stored yet.
     *
     * @param commit stores it, and renews the claim for the engine's lease
     * @param value what is written, asked for once it is stored
     */
    public StoredIntent(Engine engine, Supplier<CompletionStage<Committed>> commit, Supplier<T> value) {
        this.engine = engine;
        this.commit = commit;
        this.value = value;
    }

    /** What became of it. */
    public sealed interface Fate {

        /** The port did not come so far: nothing is stored, nothing was sent. */
        record NotAsked() implements Fate {}

        /** It is stored. */
        record Stands() implements Fate {}

        /** There is nothing to write after all: nothing is stored, nothing was sent. */
        record NotMade() implements Fate {}

        /** Somebody else has the document by now: nothing was sent. */
        record Withdrawn() implements Fate {}

        /**
         * It is stored, but this process stood still for longer than its claim lasts, and others may act on the document by now:
         * nothing was sent. Whoever takes the document up finds an intent without an outcome, and asks.
         */
        record TooLate() implements Fate {}

        /** Another document has the same job: nothing was sent. */
        record KeyTaken(DocumentId owner) implements Fate {}

        /** The journal did not answer: nothing was sent, and it may be stored. */
        record Broken(Throwable cause) implements Fate {}
    }

    @Override
    public CompletionStage<Optional<T>> store() {
        CompletionStage<Committed> stored;
        begin = engine.loop().nanoTime();
        try {
            stored = commit.get();
        } catch (RuntimeException e) {
            fate = new Fate.Broken(e);
            throw e;
        }
        return stored.handle((committed, failure) -> {
            fate = failure == null ? fate(committed) : new Fate.Broken(failure);
            return fate instanceof Fate.Stands ? Optional.of(value.get()) : Optional.empty();
        });
    }

    private Fate fate(Committed committed) {
        return switch (committed) {
            case Committed.Stands ignored -> leased() ? new Fate.Stands() : new Fate.TooLate();
            case Committed.NotMade ignored -> new Fate.NotMade();
            case Committed.Fenced ignored -> new Fate.Withdrawn();
            case Committed.KeyTaken(DocumentId owner) -> new Fate.KeyTaken(owner);
        };
    }

    @Override
    public boolean stands() {
        return fate instanceof Fate.Stands && leased();
    }

    /** Whether nobody else can have the document by now, whether the claim was renewed or not. */
    private boolean leased() {
        return engine.loop().nanoTime() - begin < engine.lease().toNanos();
    }

    /** What became of it so far. */
    public Fate fate() {
        return fate;
    }
}
