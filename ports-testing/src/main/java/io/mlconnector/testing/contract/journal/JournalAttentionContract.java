package io.mlconnector.testing.contract.journal;

import static io.mlconnector.testing.contract.Stages.await;
import static io.mlconnector.testing.contract.Stages.awaitFailure;
import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.flow.Decision;
import io.mlconnector.domain.flow.Held;
import io.mlconnector.domain.flow.Step;
import io.mlconnector.domain.sending.SendingState;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.ports.journal.Change;
import io.mlconnector.ports.journal.Claim;
import io.mlconnector.ports.journal.Committed;
import io.mlconnector.ports.journal.Criterion;
import io.mlconnector.ports.journal.DocumentFilter;
import io.mlconnector.ports.journal.document.Attention;
import io.mlconnector.ports.journal.document.DocumentRecord;
import io.mlconnector.ports.journal.document.StuckCause;
import io.mlconnector.testing.contract.journal.bench.JournalBench;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Who looks after a document, and when it is to be looked at again. */
interface JournalAttentionContract {

    JournalBench bench();

    private Optional<DocumentRecord> attend(DocumentId id, UnaryOperator<Attention> change) {
        return await(
                bench().journal.attend(id, document -> change.apply(document.attention()), bench().entry("assigned")));
    }

    private DocumentId stuck(String name, String cause) {
        DocumentId id = bench().announced(name);
        bench().commit(
                        bench().claimed(id),
                        bench().rests(Held.because(JournalBench.problem(cause), new SendingState.Announced(0))));
        return id;
    }

    private List<DocumentId> list(Criterion criterion) {
        return await(bench().journal
                        .list(DocumentFilter.ALL
                                .where(new Criterion.OfConnection(bench().connection))
                                .where(criterion)
                                .page(100, Optional.empty())))
                .stream()
                .map(DocumentRecord::id)
                .toList();
    }

    @Test
    default void a_document_is_nobodys_until_it_is_assigned() {
        DocumentId id = bench().announced("PO-1");
        assertThat(bench().find(id).attention()).isEqualTo(Attention.NONE);

        DocumentRecord after =
                attend(id, before -> before.by(Optional.of("Ana"))).orElseThrow();

        assertThat(after.attention().assignee()).contains("Ana");
        assertThat(after).isEqualTo(bench().find(id));
        assertThat(bench().events(id)).containsExactly("announced", "assigned");
    }

    @Test
    default void an_assignment_whose_decision_fails_changes_nothing() {
        DocumentId id = bench().announced("PO-1");
        DocumentRecord before = bench().find(id);
        awaitFailure(bench().journal
                .attend(
                        id,
                        document -> {
                            throw new IllegalStateException("seen otherwise");
                        },
                        bench().entry("assigned")));
        assertThat(bench().find(id)).isEqualTo(before);
        assertThat(bench().events(id)).containsExactly("announced");
    }

    @Test
    default void documents_are_found_by_who_looks_after_them() {
        DocumentId mine = bench().announced("PO-1");
        bench().announced("PO-2");
        attend(mine, before -> before.by(Optional.of("Ana")));

        assertThat(list(new Criterion.AssignedTo("Ana"))).containsExactly(mine);
        attend(mine, before -> before.by(Optional.empty()));
        assertThat(list(new Criterion.AssignedTo("Ana"))).isEmpty();
    }

    @Test
    default void a_document_that_is_put_off_is_listed_again_when_its_time_comes() {
        DocumentId id = bench().announced("PO-1");
        Instant until = bench().now().plus(Duration.ofHours(1));
        attend(id, before -> before.until(Optional.of(until)));

        assertThat(list(new Criterion.Snoozed(true, bench().now()))).containsExactly(id);
        assertThat(list(new Criterion.Snoozed(false, bench().now()))).isEmpty();
        assertThat(list(new Criterion.Snoozed(false, until))).containsExactly(id);
    }

    @Test
    default void causes_leave_out_what_is_put_off() {
        String cause = "put-off-" + bench().connection;
        DocumentId id = stuck("PO-1", cause);
        attend(id, before -> before.until(Optional.of(bench().now().plus(Duration.ofHours(1)))));

        assertThat(causes()).noneMatch(known -> known.example().code().equals(cause));
        assertThat(await(bench().journal.causes(Optional.empty(), true, 1_000)))
                .anyMatch(known -> known.example().code().equals(cause) && known.documents() == 1);
        attend(id, before -> before.until(Optional.empty()));
        assertThat(causes()).anyMatch(known -> known.example().code().equals(cause));
        assertThat(await(bench().journal.causes(Optional.empty(), true, 1_000)))
                .noneMatch(known -> known.example().code().equals(cause));
    }

    private List<StuckCause> causes() {
        return await(bench().journal.causes(1_000));
    }

    @Test
    default void whoever_acts_on_a_document_has_seen_it() {
        DocumentId id = stuck("PO-1", "item-unknown");
        attend(
                id,
                before -> before.by(Optional.of("Ana"))
                        .until(Optional.of(bench().now().plus(Duration.ofHours(1)))));

        DocumentRecord moved = await(bench().journal
                        .intervene(
                                id,
                                bench().now(),
                                document -> Optional.of(Change.of(Decision.of(
                                        new SendingState.Announced(0),
                                        new Step.Prepare(),
                                        bench().entry("released"))))))
                .orElseThrow();

        assertThat(moved.attention()).isEqualTo(Attention.NONE.by(Optional.of("Ana")));
    }

    @Test
    default void nobody_who_works_on_a_document_is_disturbed() {
        DocumentId id = bench().announced("PO-1");
        Claim claim = bench().claimed(id);

        attend(id, before -> before.by(Optional.of("Ana")));

        assertThat(bench().commit(
                                claim,
                                bench().rests(Held.because(
                                        JournalBench.problem("item-unknown"), new SendingState.Announced(0)))))
                .isInstanceOf(Committed.Stands.class);
        assertThat(bench().find(id).attention().assignee()).contains("Ana");
    }

    @Test
    default void nothing_can_be_said_of_a_document_that_is_not_there() {
        assertThat(attend(new DocumentId("nothing-" + bench().connection), UnaryOperator.identity()))
                .isEmpty();
    }
}
