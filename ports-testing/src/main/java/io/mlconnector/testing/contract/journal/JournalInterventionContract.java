package io.mlconnector.testing.contract.journal;

import static io.mlconnector.testing.contract.Stages.await;
import static io.mlconnector.testing.contract.Stages.awaitFailure;
import static io.mlconnector.testing.contract.journal.bench.JournalBench.LEASE;
import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.flow.Decision;
import io.mlconnector.domain.flow.Discarded;
import io.mlconnector.domain.flow.FlowState;
import io.mlconnector.domain.flow.Held;
import io.mlconnector.domain.flow.Step;
import io.mlconnector.domain.invoicing.InvoiceState;
import io.mlconnector.domain.sending.SendingState;
import io.mlconnector.domain.words.Condition;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.domain.words.Validity;
import io.mlconnector.ports.journal.Amendment;
import io.mlconnector.ports.journal.Change;
import io.mlconnector.ports.journal.Claim;
import io.mlconnector.ports.journal.Committed;
import io.mlconnector.ports.journal.document.BusinessKeys;
import io.mlconnector.ports.journal.document.DocumentRecord;
import io.mlconnector.ports.journal.payload.Payload;
import io.mlconnector.testing.contract.journal.bench.JournalBench;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A person moves a document. */
interface JournalInterventionContract {

    JournalBench bench();

    private DocumentId held(String name) {
        DocumentId id = bench().announced(name);
        bench().commit(
                        bench().claimed(id),
                        bench().rests(Held.because(
                                JournalBench.problem("item-unknown"), new SendingState.Announced(0))));
        return id;
    }

    private Optional<DocumentRecord> move(DocumentId id, FlowState next, Step step) {
        return await(bench().journal
                .intervene(
                        id,
                        bench().now(),
                        document -> Optional.of(Change.of(Decision.of(next, step, bench().entry("released"))))));
    }

    @Test
    default void a_released_document_is_taken_at_once() {
        DocumentId id = held("PO-1");
        DocumentRecord moved =
                move(id, new SendingState.Announced(0), new Step.Prepare()).orElseThrow();
        assertThat(moved.condition()).isEqualTo(Condition.MOVING);
        assertThat(moved.reason()).isEmpty();
        assertThat(moved).isEqualTo(bench().find(id));
        assertThat(bench().events(id)).containsExactly("announced", "moved", "released");
        assertThat(bench().claimed(id).state()).isEqualTo(new SendingState.Announced(0));
    }

    @Test
    default void the_decision_is_made_on_what_is_stored() {
        DocumentId id = held("PO-1");
        DocumentRecord before = bench().find(id);
        await(bench().journal.intervene(id, bench().now(), document -> {
            assertThat(document).isEqualTo(before);
            return Optional.empty();
        }));
    }

    @Test
    default void a_decision_may_let_a_document_wait() {
        DocumentId id = held("PO-1");
        DocumentRecord moved = move(
                        id,
                        new SendingState.Announced(0),
                        new Step.WaitUntil(bench().now().plusSeconds(60)))
                .orElseThrow();
        assertThat(moved.condition()).isEqualTo(Condition.WAITING);
        assertThat(moved.nextAttemptAt()).contains(bench().now().plusSeconds(60));
        assertThat(bench().claimDue()).isEmpty();
        bench().clock.advance(Duration.ofSeconds(60));
        assertThat(bench().claimDue()).hasSize(1);
    }

    @Test
    default void a_decision_may_put_a_document_to_rest() {
        DocumentId id = bench().announced("PO-1");
        FlowState discarded = Discarded.because(JournalBench.problem("unwanted"), new SendingState.Announced(0));
        assertThat(move(id, discarded, new Step.Rest())).isPresent();
        assertThat(bench().find(id).condition()).isEqualTo(Condition.DISCARDED);
        assertThat(bench().claimDue()).isEmpty();
    }

    @Test
    default void a_document_on_which_somebody_works_is_left_alone() {
        DocumentId id = bench().announced("PO-1");
        Claim claim = bench().claimed(id);
        assertThat(await(bench().journal.intervene(id, bench().now(), document -> {
                    throw new AssertionError("Nobody should ask");
                })))
                .isEmpty();
        assertThat(bench().commit(claim, bench().rests(new SendingState.Announced(1))))
                .isEqualTo(new Committed.Stands());
    }

    @Test
    default void a_document_whose_worker_is_gone_can_be_moved_and_the_worker_is_too_late() {
        DocumentId id = bench().announced("PO-1");
        Claim claim = bench().claimed(id);
        bench().clock.advance(LEASE.plusMillis(1));
        assertThat(move(id, new SendingState.Announced(5), new Step.Prepare())).isPresent();
        assertThat(bench().commit(claim, bench().rests(new SendingState.Announced(9))))
                .isEqualTo(new Committed.Fenced());
        assertThat(bench().claimed(id).state()).isEqualTo(new SendingState.Announced(5));
    }

    @Test
    default void a_decision_that_says_no_changes_nothing() {
        DocumentId id = held("PO-1");
        DocumentRecord before = bench().find(id);
        assertThat(await(bench().journal.intervene(id, bench().now(), document -> Optional.empty())))
                .isEmpty();
        assertThat(bench().find(id)).isEqualTo(before);
    }

    @Test
    default void a_decision_that_fails_changes_nothing() {
        DocumentId id = held("PO-1");
        DocumentRecord before = bench().find(id);
        awaitFailure(bench().journal.intervene(id, bench().now(), document -> {
            throw new IllegalStateException("a defect");
        }));
        assertThat(bench().find(id)).isEqualTo(before);
    }

    @Test
    default void an_unknown_document_cannot_be_moved() {
        assertThat(move(bench().id(), new SendingState.Announced(0), new Step.Prepare()))
                .isEmpty();
    }

    @Test
    default void a_discarded_document_does_not_come_back_when_another_has_its_job() {
        DocumentId first = bench().announced("PO-1");
        FlowState discarded = Discarded.because(JournalBench.problem("unwanted"), new SendingState.Announced(0));
        bench().commit(bench().claimed(first), bench().rests(discarded).with(new Amendment.Job(bench().key("job"))));
        DocumentId second = bench().announced("PO-2");
        bench().commit(
                        bench().claimed(second),
                        bench().rests(new SendingState.Announced(1)).with(new Amendment.Job(bench().key("job"))));
        assertThat(move(first, new SendingState.Announced(0), new Step.Prepare()))
                .isEmpty();
        assertThat(bench().find(first).state()).isEqualTo(discarded);
    }

    @Test
    default void a_change_may_bring_a_new_content_with_its_numbers_and_keep_the_old_bytes() {
        DocumentId id = held("PO-1");
        Payload edited = JournalBench.payload("edited");
        Payload difference = JournalBench.payload("difference");
        BusinessKeys keys = bench().find(id).keys().withOrder("usmf", "PO-2");
        DocumentRecord after = await(bench().journal
                        .intervene(
                                id,
                                bench().now(),
                                document -> Optional.of(Change.of(Decision.of(
                                                new SendingState.Announced(0),
                                                new Step.WaitUntil(bench().now()),
                                                bench().entry("resubmitted")))
                                        .with(new Amendment.KeptPayload(difference))
                                        .with(new Amendment.NewContent(edited))
                                        .with(new Amendment.Numbers(keys))
                                        .with(new Amendment.Validity(Validity.INVALID)))))
                .orElseThrow();
        assertThat(after.content()).contains(edited.hash());
        assertThat(after.keys()).isEqualTo(keys);
        assertThat(after.validity()).isEqualTo(Validity.INVALID);
        assertThat(after).isEqualTo(bench().find(id));
        assertThat(await(bench().journal.payload(difference.hash()))).isPresent();
        assertThat(bench().claimed(id).content()).contains(edited.hash());
    }

    @Test
    default void a_document_that_is_no_duplicate_any_more_repeats_none() {
        DocumentId other = bench().announced("PO-2");
        DocumentId id = bench().announced("PO-1");
        InvoiceState duplicate =
                new InvoiceState.Duplicate(JournalBench.problem("invoice-repeated"), Optional.of(other));
        bench().commit(bench().claimed(id), bench().rests(duplicate));
        assertThat(bench().find(id).duplicateOf()).contains(other);

        DocumentRecord after = move(id, new InvoiceState.Received(Set.of(), 0), new Step.Prepare())
                .orElseThrow();
        assertThat(after.duplicateOf()).isEmpty();
    }
}
