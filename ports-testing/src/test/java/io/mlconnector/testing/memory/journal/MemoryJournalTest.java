package io.mlconnector.testing.memory.journal;

import io.mlconnector.ports.journal.Journal;
import io.mlconnector.testing.contract.journal.JournalContract;
import java.time.InstantSource;

class MemoryJournalTest extends JournalContract {

    @Override
    protected Journal open(InstantSource source) {
        return new MemoryJournal(source);
    }
}
