package io.mlconnector.testing.contract.journal;

import static io.mlconnector.testing.contract.Stages.await;
import static io.mlconnector.testing.contract.Stages.together;
import static io.mlconnector.testing.contract.journal.bench.JournalBench.LEASE;
import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.agreement.FolderReference;
import io.mlconnector.domain.flow.Discarded;
import io.mlconnector.domain.flow.Failed;
import io.mlconnector.domain.flow.FlowState;
import io.mlconnector.domain.flow.Held;
import io.mlconnector.domain.interchange.ControlNumbers;
import io.mlconnector.domain.invoicing.InvoiceState;
import io.mlconnector.domain.sending.OutboundFile;
import io.mlconnector.domain.sending.SendingState;
import io.mlconnector.domain.words.Acknowledgement;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.ports.journal.Amendment;
import io.mlconnector.ports.journal.Change;
import io.mlconnector.ports.journal.Claim;
import io.mlconnector.ports.journal.Committed;
import io.mlconnector.ports.journal.document.BusinessKeys;
import io.mlconnector.ports.journal.document.DocumentRecord;
import io.mlconnector.testing.contract.journal.bench.JournalBench;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a commit changes, and the keys of intended writes. */
interface JournalCommitContract {

    JournalBench bench();

    /** A file as it is stored in states. */
    static OutboundFile file() {
        return new OutboundFile(
                new FolderReference.ByPath("/upload/acme"),
                "850_acme_PO-1.edi",
                JournalBench.hash("850"),
                3,
                "850",
                Optional.of(new ControlNumbers(17, 17, 1)));
    }

    @Test
    default void a_commit_changes_everything_that_it_names() {
        DocumentId id = bench().announced("PO-1");
        Claim claim = bench().claimed(id);
        bench().clock.advance(Duration.ofSeconds(3));
        SendingState ready = new SendingState.Ready(file(), 2);
        BusinessKeys keys = BusinessKeys.NONE.withOrder("usmf", "PO-1").withFile("17", "17", "0001", "out.edi");
        Change change = bench().goesOn(ready)
                .with(new Amendment.Exchange("globex", "860"))
                .with(new Amendment.Numbers(keys))
                .with(new Amendment.KeptPayload(JournalBench.payload("raw " + id)))
                .with(new Amendment.NewContent(JournalBench.payload("850 " + id)))
                .with(new Amendment.Answer(Acknowledgement.AWAITED));
        assertThat(bench().commit(claim, change)).isEqualTo(new Committed.Stands());
        DocumentRecord found = bench().find(id);
        assertThat(found.state()).isEqualTo(ready);
        assertThat(found.partner()).isEqualTo("globex");
        assertThat(found.type()).isEqualTo("860");
        assertThat(found.keys()).isEqualTo(keys);
        assertThat(found.acknowledgement()).isEqualTo(Acknowledgement.AWAITED);
        assertThat(found.content()).contains(JournalBench.hash("850 " + id));
        assertThat(found.changedAt()).isEqualTo(bench().now());
        assertThat(found.createdAt()).isBefore(bench().now());
        assertThat(bench().events(id)).containsExactly("announced", "moved");
        assertThat(await(bench().journal.payload(JournalBench.hash("raw " + id))))
                .isPresent();
        assertThat(await(bench().journal.payload(JournalBench.hash("850 " + id))))
                .isPresent();
    }

    @Test
    default void that_an_answer_is_awaited_does_not_undo_one_that_came_before() {
        DocumentId id = bench().announced("PO-1");
        Claim claim = bench().claimed(id);
        await(bench().journal
                .note(id, bench().entry("acknowledged"), List.of(), Optional.of(Acknowledgement.REJECTED)));
        Change delivered = bench().rests(new SendingState.Delivered(file(), bench().now()))
                .with(new Amendment.Answer(Acknowledgement.AWAITED));
        assertThat(bench().commit(claim, delivered)).isEqualTo(new Committed.Stands());
        assertThat(bench().find(id).acknowledgement()).isEqualTo(Acknowledgement.REJECTED);
    }

    @Test
    default void a_commit_leaves_alone_what_it_does_not_name() {
        DocumentId id = bench().announced(bench().invoice("INV-1", "one"));
        DocumentRecord before = bench().find(id);
        bench().commit(bench().claimed(id), bench().rests(new InvoiceState.Posted("VI-1", bench().now())));
        DocumentRecord after = bench().find(id);
        assertThat(after.partner()).isEqualTo(before.partner());
        assertThat(after.type()).isEqualTo(before.type());
        assertThat(after.keys()).isEqualTo(before.keys());
        assertThat(after.content()).isEqualTo(before.content());
        assertThat(after.acknowledgement()).isEqualTo(before.acknowledgement());
        assertThat(after.validity()).isEqualTo(before.validity());
    }

    @Test
    default void every_kind_of_state_is_stored_as_it_is() {
        SendingState ready = new SendingState.Ready(file(), 1);
        List<FlowState> states = List.of(
                new SendingState.Announced(3),
                ready,
                new SendingState.Uploading(file(), 2),
                new SendingState.InDoubt(file(), bench().now(), 4),
                new SendingState.Delivered(file(), bench().now()),
                Held.because(JournalBench.problem("held").with("line", "3"), ready),
                new Failed(JournalBench.problem("failed"), ready),
                Discarded.because(
                        JournalBench.problem("discarded"),
                        Held.because(JournalBench.problem("held"), new SendingState.Announced(0))));
        for (FlowState state : states) {
            DocumentId id = bench().announced("PO of " + state);
            bench().commit(bench().claimed(id), bench().rests(state));
            assertThat(bench().find(id).state()).isEqualTo(state);
            assertThat(bench().find(id).reason()).isEqualTo(state.reason());
        }
    }

    @Test
    default void a_job_is_done_by_one_document() {
        Claim first = bench().claimed(bench().announced("PO-1"));
        Claim second = bench().claimed(bench().announced("PO-2"));
        assertThat(bench().commit(first, intent("job"))).isEqualTo(new Committed.Stands());
        assertThat(bench().commit(second, intent("job"))).isEqualTo(new Committed.KeyTaken(first.id()));
        assertThat(bench().find(second.id()).state()).isEqualTo(new SendingState.Announced(0));
        assertThat(bench().events(second.id())).containsExactly("announced");
        assertThat(bench().commit(second, intent("another job"))).isEqualTo(new Committed.Stands());
    }

    @Test
    default void a_document_may_name_its_job_again() {
        Claim claim = bench().claimed(bench().announced("PO-1"));
        bench().commit(claim, intent("job"));
        assertThat(bench().commit(claim, intent("job"))).isEqualTo(new Committed.Stands());
    }

    @Test
    default void a_finished_job_stays_taken() {
        Claim first = bench().claimed(bench().announced("PO-1"));
        bench().commit(first, intent("job"));
        bench().commit(first, bench().rests(new SendingState.Delivered(file(), bench().now())));
        Claim second = bench().claimed(bench().announced("PO-2"));
        assertThat(bench().commit(second, intent("job"))).isEqualTo(new Committed.KeyTaken(first.id()));
    }

    @Test
    default void the_job_of_a_discarded_document_is_free() {
        Claim first = bench().claimed(bench().announced("PO-1"));
        bench().commit(first, intent("job"));
        bench().commit(
                        first,
                        bench().rests(Discarded.because(
                                JournalBench.problem("unwanted"), new SendingState.Announced(0))));
        Claim second = bench().claimed(bench().announced("PO-2"));
        assertThat(bench().commit(second, intent("job"))).isEqualTo(new Committed.Stands());
    }

    @Test
    default void a_first_attempt_that_failed_before_anything_was_written_keeps_nobody_from_the_job() {
        Claim first = bench().claimed(bench().announced("PO-1"));
        bench().commit(first, intent("job"));
        assertThat(await(bench().journal.jobOwner(bench().key("job")))).contains(first.id());
        bench().commit(
                        first,
                        bench().rests(new Failed(JournalBench.problem("refused"), new SendingState.Announced(0))));
        assertThat(await(bench().journal.jobOwner(bench().key("job")))).isEmpty();
        Claim second = bench().claimed(bench().announced("PO-2"));
        assertThat(bench().commit(second, intent("job"))).isEqualTo(new Committed.Stands());
    }

    @Test
    default void a_first_attempt_that_may_have_written_something_keeps_its_job() {
        Claim first = bench().claimed(bench().announced("PO-1"));
        bench().commit(first, intent("job"));
        bench().commit(
                        first,
                        bench().rests(Held.because(
                                JournalBench.problem("upload-in-doubt"),
                                new SendingState.InDoubt(file(), bench().now(), 4))));
        Claim second = bench().claimed(bench().announced("PO-2"));
        assertThat(bench().commit(second, intent("job"))).isEqualTo(new Committed.KeyTaken(first.id()));
    }

    @Test
    default void the_job_of_a_duplicate_is_free() {
        Claim first = bench().claimed(bench().announced(bench().invoice("INV-1", "one")));
        bench().commit(
                        first,
                        bench().rests(new InvoiceState.Duplicate(
                                        JournalBench.problem("invoice-exists"), Optional.empty()))
                                .with(new Amendment.Job(bench().key("job"))));
        Claim second = bench().claimed(bench().announced("PO-2"));
        assertThat(bench().commit(second, intent("job"))).isEqualTo(new Committed.Stands());
    }

    @Test
    default void of_many_who_want_a_job_at_once_one_has_it() {
        List<Claim> claims = IntStream.range(0, 6)
                .mapToObj(i -> bench().claimed(bench().announced("PO-" + i)))
                .toList();
        List<Committed> committed =
                together(6, i -> bench().journal.commit(claims.get(i), intent("job"), bench().now(), LEASE));
        assertThat(committed).filteredOn(Committed.Stands.class::isInstance).hasSize(1);
        assertThat(committed).filteredOn(Committed.KeyTaken.class::isInstance).hasSize(5);
    }

    private Change intent(String job) {
        return bench().goesOn(new SendingState.Uploading(file(), 0)).with(new Amendment.Job(bench().key(job)));
    }
}
