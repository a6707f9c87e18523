package io.mlconnector.testing.memory.journal;

import io.mlconnector.ports.journal.composed.ComposedJournal;
import java.time.InstantSource;

/**
 * A journal that lasts as long as the process, for tests and simulations. Every method is done when it returns, and one
 * lock makes each of them a transaction. Safe for use by several threads.
 */
public final class MemoryJournal extends ComposedJournal {

    private final InstantSource clock;
    private final Store store;
    private final MemoryNumbers numbers;
    private final MemoryNotices notices;
    private final MemoryDownloads downloads;

    /**
     * An empty journal.
     *
     * @param clock tells when documents enter
     */
    public MemoryJournal(InstantSource clock) {
        this(clock, new Store());
    }

    private MemoryJournal(InstantSource clock, Store store) {
        this(clock, store, new MemoryNumbers(store, clock), new MemoryNotices(store), new MemoryDownloads(store));
    }

    private MemoryJournal(
            InstantSource clock, Store store, MemoryNumbers numbers, MemoryNotices notices, MemoryDownloads downloads) {
        super(parts(clock, store, numbers, notices, downloads));
        this.clock = clock;
        this.store = store;
        this.numbers = numbers;
        this.notices = notices;
        this.downloads = downloads;
    }

    private static Parts parts(
            InstantSource clock, Store store, MemoryNumbers numbers, MemoryNotices notices, MemoryDownloads downloads) {
        Intake intake = new Intake(store, clock);
        return new Parts(
                new MemoryFlows(store, intake, numbers, clock),
                new MemoryFiles(store, intake),
                downloads,
                numbers,
                new MemoryViews(store, clock),
                notices);
    }

    /** Another journal that holds what this one holds now, as a backup does. */
    public MemoryJournal copy() {
        MemoryJournal copy = new MemoryJournal(clock);
        // Nobody else knows the copy yet.
        store.alone(() -> copy.store.alone(() -> {
            copy.store.copyOf(store);
            copy.numbers.copyOf(numbers);
            copy.notices.copyOf(notices);
            copy.downloads.copyOf(downloads);
        }));
        return copy;
    }
}
