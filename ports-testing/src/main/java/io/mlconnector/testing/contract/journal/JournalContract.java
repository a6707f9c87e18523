package io.mlconnector.testing.contract.journal;

import io.mlconnector.ports.journal.Journal;
import io.mlconnector.testing.contract.SettableClock;
import io.mlconnector.testing.contract.journal.bench.JournalBench;
import io.mlconnector.testing.contract.journal.file.JournalDownloadContract;
import io.mlconnector.testing.contract.journal.file.JournalFileContract;
import io.mlconnector.testing.contract.journal.file.JournalPartContract;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;

/**
 * What every journal must do. The journal may hold documents of other tests, and several tests may use it one after
 * another: each uses names of its own.
 */
public abstract class JournalContract
        implements JournalEntryContract,
                JournalReceiptContract,
                JournalRepetitionContract,
                JournalFileContract,
                JournalPartContract,
                JournalDownloadContract,
                JournalClaimContract,
                JournalLaneContract,
                JournalSequenceContract,
                JournalCommitContract,
                JournalNumberContract,
                JournalInterventionContract,
                JournalAttentionContract,
                JournalQuestionContract,
                JournalViewContract,
                JournalCauseContract,
                JournalHistoryContract {

    private final SettableClock clock = new SettableClock(Instant.parse("2026-03-02T08:00:00Z"));
    private Optional<JournalBench> bench = Optional.empty();

    /**
     * Opens the journal under test.
     *
     * @param source the time; moved by the tests
     */
    protected abstract Journal open(InstantSource source);

    @BeforeEach
    void open_a_journal() {
        bench = Optional.of(new JournalBench(open(clock), clock));
    }

    @Override
    public final JournalBench bench() {
        return bench.orElseThrow();
    }
}
