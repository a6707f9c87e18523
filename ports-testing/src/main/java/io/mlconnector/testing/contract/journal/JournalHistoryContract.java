package io.mlconnector.testing.contract.journal;

import static io.mlconnector.testing.contract.Stages.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.flow.Decision;
import io.mlconnector.domain.flow.Step;
import io.mlconnector.domain.sending.SendingState;
import io.mlconnector.domain.words.Acknowledgement;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.domain.words.HistoryEntry;
import io.mlconnector.ports.journal.Change;
import io.mlconnector.ports.journal.Claim;
import io.mlconnector.ports.journal.Committed;
import io.mlconnector.ports.journal.document.DocumentRecord;
import io.mlconnector.ports.journal.file.NewFile;
import io.mlconnector.ports.journal.history.Happened;
import io.mlconnector.ports.journal.history.HistoryChain;
import io.mlconnector.ports.journal.history.RecordedEntry;
import io.mlconnector.ports.journal.payload.Payload;
import io.mlconnector.ports.journal.payload.PayloadOwner;
import io.mlconnector.testing.contract.journal.bench.JournalBench;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What happened, numbered and chained. */
interface JournalHistoryContract {

    JournalBench bench();

    @Test
    default void a_history_is_numbered_and_chained_from_the_beginning() {
        DocumentId id = bench().announced("PO-1");
        bench().commit(bench().claimed(id), bench().rests(new SendingState.Announced(1)));
        await(bench().journal.note(id, bench().entry("noted"), List.of(), Optional.empty()));
        await(bench().journal
                .intervene(
                        id,
                        bench().now(),
                        document -> Optional.of(Change.of(Decision.of(
                                new SendingState.Announced(0), new Step.Prepare(), bench().entry("replayed"))))));
        List<RecordedEntry> history = await(bench().journal.history(id));
        assertThat(history).extracting(RecordedEntry::number).containsExactly(1L, 2L, 3L, 4L);
        assertThat(bench().events(id)).containsExactly("announced", "moved", "noted", "replayed");
        assertThat(HistoryChain.firstBroken(id, history)).isEmpty();
    }

    @Test
    default void what_happened_since_is_told_once_for_each_document_the_latest_first() {
        DocumentId first = bench().announced("PO-1");
        DocumentId second = bench().announced("PO-2");
        Happened now = await(bench().journal.happenedAfter(Long.MAX_VALUE, 10));
        assertThat(now.owners()).isEmpty();
        assertThat(now.newest()).isPositive();
        assertThat(await(bench().journal.happenedAfter(now.newest(), 10)))
                .isEqualTo(new Happened(now.newest(), List.of(), false));

        note(first);
        note(second);
        note(first);

        assertThat(await(bench().journal.happenedAfter(now.newest(), 10)))
                .isEqualTo(new Happened(now.newest() + 3, List.of(first, second), false));
        assertThat(await(bench().journal.happenedAfter(now.newest(), 1)))
                .isEqualTo(new Happened(now.newest() + 3, List.of(first), true));
        assertThat(await(bench().journal.happenedAfter(now.newest() + 2, 10)).owners())
                .containsExactly(first);
    }

    private void note(DocumentId id) {
        await(bench().journal.note(id, bench().entry("noted"), List.of(), Optional.empty()));
    }

    @Test
    default void an_entry_comes_back_as_it_was_written() {
        DocumentId id = bench().announced("PO-1");
        HistoryEntry written = new HistoryEntry(
                bench().now().plusNanos(123_456_000),
                "jane",
                "uploaded",
                "The file „ünï“ was uploaded;\n\"quotes\" and {braces} included",
                Map.of("status", "201", "remoteId", "Qm9v", "a", ""),
                List.of(JournalBench.hash("b"), JournalBench.hash("a")));
        await(bench().journal
                .note(id, written, List.of(JournalBench.payload("a"), JournalBench.payload("b")), Optional.empty()));
        List<RecordedEntry> history = await(bench().journal.history(id));
        assertThat(history.getLast().entry()).isEqualTo(written);
        assertThat(HistoryChain.firstBroken(id, history)).isEmpty();
    }

    @Test
    default void whose_bytes_these_are_is_found_by_their_hash() {
        Payload bytes = JournalBench.payload("bytes " + bench().key("shared"));
        DocumentId first = bench().announced("PO-1");
        DocumentId second = bench().announced("PO-2");
        names("encoded", bytes, second);
        names("delivered", bytes, first);
        bench().clock.advance(Duration.ofMinutes(1));
        names("delivered", bytes, second);
        names("delivered", bytes, second);
        names("delivered", JournalBench.payload("other " + bench().key("shared")), first);

        List<PayloadOwner> owners = await(bench().journal.owners(bytes.hash(), 0, 10));
        assertThat(owners).extracting(PayloadOwner::owner).containsExactly(second, first);
        assertThat(owners.getFirst().events()).containsExactly("encoded", "delivered");
        assertThat(owners.getFirst().at()).isEqualTo(bench().now().minus(Duration.ofMinutes(1)));
        assertThat(await(bench().journal.owners(bytes.hash(), 0, 1))).containsExactly(owners.getFirst());
        assertThat(await(bench().journal.owners(bytes.hash(), owners.getFirst().position(), 1)))
                .containsExactly(owners.getLast());
        assertThat(await(bench().journal.owners(bytes.hash(), owners.getLast().position(), 1)))
                .isEmpty();
        assertThat(await(bench().journal.owners(JournalBench.hash(bench().key("nobody's")), 0, 10)))
                .isEmpty();
    }

    private void names(String event, Payload payload, DocumentId id) {
        HistoryEntry entry = new HistoryEntry(
                bench().now(), HistoryEntry.DAEMON, event, "It happened.", Map.of(), List.of(payload.hash()));
        await(bench().journal.note(id, entry, List.of(payload), Optional.empty()));
    }

    @Test
    default void instants_finer_than_a_microsecond_do_not_break_the_chain() {
        DocumentId id = bench().announced("PO-1");
        await(bench().journal
                .note(
                        id,
                        HistoryEntry.entry(bench().now().plusNanos(1_999), "noted", "It happened."),
                        List.of(),
                        Optional.empty()));
        assertThat(HistoryChain.firstBroken(id, await(bench().journal.history(id))))
                .isEmpty();
    }

    @Test
    default void only_what_is_awaited_becomes_overdue() {
        DocumentId awaited = bench().announced("PO-1");
        DocumentId answered = bench().announced("PO-2");
        await(bench().journal.note(awaited, bench().entry("sent"), List.of(), Optional.of(Acknowledgement.AWAITED)));
        await(bench().journal.note(answered, bench().entry("sent"), List.of(), Optional.of(Acknowledgement.ACCEPTED)));
        assertThat(await(bench().journal.overdue(awaited, bench().entry("overdue"))))
                .isTrue();
        assertThat(await(bench().journal.overdue(awaited, bench().entry("overdue"))))
                .isFalse();
        assertThat(await(bench().journal.overdue(answered, bench().entry("overdue"))))
                .isFalse();
        assertThat(bench().find(awaited).acknowledgement()).isEqualTo(Acknowledgement.OVERDUE);
        assertThat(bench().events(awaited)).containsExactly("announced", "sent", "overdue");
        assertThat(bench().events(answered)).containsExactly("announced", "sent");
    }

    @Test
    default void a_note_changes_what_the_partner_said_and_nothing_else() {
        DocumentId id = bench().announced("PO-1");
        Claim claim = bench().claimed(id);
        DocumentRecord before = bench().find(id);
        await(bench().journal
                .note(
                        id,
                        bench().entry("acknowledged"),
                        List.of(JournalBench.payload("997 for " + id)),
                        Optional.of(Acknowledgement.ACCEPTED)));
        DocumentRecord after = bench().find(id);
        assertThat(after.acknowledgement()).isEqualTo(Acknowledgement.ACCEPTED);
        assertThat(after.state()).isEqualTo(before.state());
        assertThat(after.content()).isEqualTo(before.content());
        assertThat(await(bench().journal.payload(JournalBench.hash("997 for " + id))))
                .isPresent();
        assertThat(bench().commit(claim, bench().rests(new SendingState.Announced(1))))
                .isEqualTo(new Committed.Stands());
        assertThat(bench().find(id).acknowledgement()).isEqualTo(Acknowledgement.ACCEPTED);
    }

    @Test
    default void a_note_without_an_acknowledgement_leaves_it() {
        DocumentId id = bench().announced("PO-1");
        await(bench().journal.note(id, bench().entry("one"), List.of(), Optional.of(Acknowledgement.REJECTED)));
        await(bench().journal.note(id, bench().entry("two"), List.of(), Optional.empty()));
        assertThat(bench().find(id).acknowledgement()).isEqualTo(Acknowledgement.REJECTED);
    }

    @Test
    default void a_note_does_not_take_a_document_up() {
        DocumentId id = bench().announced("PO-1");
        bench().commit(bench().claimed(id), bench().waits(new SendingState.Announced(1), Duration.ofMinutes(5)));
        await(bench().journal.note(id, bench().entry("noted"), List.of(), Optional.empty()));
        assertThat(bench().claimDue()).isEmpty();
        assertThat(bench().find(id).nextAttemptAt()).contains(bench().now().plusSeconds(300));
    }

    @Test
    default void a_file_has_a_history_too() {
        NewFile file = bench().file("a.edi", "1", true, Optional.empty());
        await(bench().journal.receive(file, List.of()));
        await(bench().journal.removed(file.id(), bench().entry("removed")));
        List<RecordedEntry> history = await(bench().journal.history(file.id()));
        assertThat(bench().events(file.id())).containsExactly("taken", "removed");
        assertThat(HistoryChain.firstBroken(file.id(), history)).isEmpty();
    }

    @Test
    default void histories_of_different_documents_are_different_chains() {
        DocumentId first = bench().announced("PO-1");
        DocumentId second = bench().announced("PO-2");
        assertThat(await(bench().journal.history(first)).getFirst().hash())
                .isNotEqualTo(await(bench().journal.history(second)).getFirst().hash());
    }

    @Test
    default void a_history_is_read_in_parts() {
        NewFile file = bench().file("a.edi", "1", true, Optional.empty());
        await(bench().journal.receive(file, List.of()));
        await(bench().journal.removing(file.id(), bench().entry("removal-intended")));
        await(bench().journal.removed(file.id(), bench().entry("removed")));
        assertThat(part(file.id(), 0, 2)).containsExactly(1L, 2L);
        assertThat(part(file.id(), 2, 2)).containsExactly(3L);
        assertThat(part(file.id(), 3, 2)).isEmpty();
        assertThat(await(bench().journal.history(file.id(), 0, 100)))
                .isEqualTo(await(bench().journal.history(file.id())));
    }

    private List<Long> part(DocumentId id, long after, int most) {
        return await(bench().journal.history(id, after, most)).stream()
                .map(RecordedEntry::number)
                .toList();
    }
}
