package io.mlconnector.engine.intervention;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.agreement.FolderReference;
import io.mlconnector.domain.answering.SettledAnswer;
import io.mlconnector.domain.sending.OutboundFile;
import io.mlconnector.domain.sending.SendingState;
import io.mlconnector.domain.words.Acknowledgement;
import io.mlconnector.domain.words.Condition;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.ports.journal.Amendment;
import io.mlconnector.ports.journal.Change;
import io.mlconnector.ports.journal.Next;
import io.mlconnector.ports.journal.document.DocumentRecord;
import io.mlconnector.testing.contract.SettableClock;
import io.mlconnector.testing.contract.journal.bench.JournalBench;
import io.mlconnector.testing.memory.journal.MemoryJournal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SettlingTest {

    private static final OutboundFile FILE = new OutboundFile(
            FolderReference.parse("/upload/acme"), "850.edi", JournalBench.hash("x"), 1, "850", Optional.empty());

    private final SettableClock clock = new SettableClock(Instant.parse("2026-03-10T12:00:00Z"));
    private final MemoryJournal journal = new MemoryJournal(clock);
    private final JournalBench bench = new JournalBench(journal, clock);
    private final Settling settling = new Settling(journal, clock);

    private DocumentId answered(Acknowledgement acknowledgement) {
        DocumentId id = bench.announced("PO-1");
        Change delivered = new Change(
                new SendingState.Delivered(FILE, clock.instant()),
                new Next.Rest(),
                List.of(bench.entry("delivered")),
                List.of(new Amendment.Answer(acknowledgement)));
        assertThat(journal.intervene(id, clock.instant(), document -> Optional.of(delivered))
                        .toCompletableFuture()
                        .join())
                .isPresent();
        return id;
    }

    private Replayed settle(DocumentId id, Acknowledgement as) {
        return settling.settle(id, new SettledAnswer(as, "by telephone"), "ana")
                .toCompletableFuture()
                .join();
    }

    @Test
    void a_rejected_order_is_settled_and_stays_delivered() {
        DocumentId id = answered(Acknowledgement.REJECTED);

        DocumentRecord after = settle(id, Acknowledgement.NONE).document().orElseThrow();
        assertThat(after.acknowledgement()).isEqualTo(Acknowledgement.NONE);
        assertThat(after.condition()).isEqualTo(Condition.DONE);
        assertThat(journal.history(id).toCompletableFuture().join().getLast().entry())
                .satisfies(entry -> {
                    assertThat(entry.event()).isEqualTo("answer-settled");
                    assertThat(entry.actor()).isEqualTo("ana");
                    assertThat(entry.message()).contains("which was rejected", "by telephone");
                });
    }

    @Test
    void what_waits_for_nobody_is_refused_with_its_reason_and_nothing_is_written() {
        DocumentId id = answered(Acknowledgement.ACCEPTED);
        int entries = journal.history(id).toCompletableFuture().join().size();

        assertThat(settle(id, Acknowledgement.NONE))
                .isInstanceOfSatisfying(
                        Replayed.Refused.class,
                        refused -> assertThat(refused.why()).contains("Its acknowledgement is accepted"));
        assertThat(journal.history(id).toCompletableFuture().join()).hasSize(entries);
    }

    @Test
    void there_is_no_such_document() {
        assertThat(settle(new DocumentId("none"), Acknowledgement.NONE)).isInstanceOf(Replayed.Missing.class);
    }
}
