package io.mlconnector.ports.memory;

import io.mlconnector.ports.contract.JournalContract;
import io.mlconnector.ports.journal.Journal;
import java.time.InstantSource;

class MemoryJournalTest extends JournalContract {

    @Override
    protected Journal open(InstantSource source) {
        return new MemoryJournal(source);
    }
}
