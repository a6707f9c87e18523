package io.mlconnector.testing.contract.journal;

import static io.mlconnector.testing.contract.Stages.await;
import static io.mlconnector.testing.contract.Stages.together;
import static io.mlconnector.testing.contract.journal.bench.JournalBench.LEASE;
import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.flow.Decision;
import io.mlconnector.domain.flow.Failed;
import io.mlconnector.domain.flow.Step;
import io.mlconnector.domain.sending.SendingState;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.ports.journal.Change;
import io.mlconnector.ports.journal.Claim;
import io.mlconnector.ports.journal.document.DocumentRecord;
import io.mlconnector.ports.journal.document.NewDocument;
import io.mlconnector.testing.contract.journal.bench.JournalBench;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Documents with one sequence key run one after another, oldest first. */
interface JournalSequenceContract {

    JournalBench bench();

    private DocumentId revision(int number) {
        return bench().announced(bench().order("PO-1-" + number, Optional.of("PO-1"), new SendingState.Announced(0)));
    }

    private SendingState delivered() {
        return new SendingState.Delivered(JournalCommitContract.file(), bench().now());
    }

    private List<DocumentId> due() {
        return bench().claimDue().stream().map(Claim::id).toList();
    }

    @Test
    default void only_the_oldest_that_is_not_settled_is_taken() {
        DocumentId first = revision(1);
        DocumentId second = revision(2);
        DocumentId third = revision(3);
        Claim claim = bench().claimed(first);
        assertThat(due()).isEmpty();
        bench().commit(claim, bench().rests(delivered()));
        Claim next = bench().claimed(second);
        assertThat(due()).isEmpty();
        bench().commit(next, bench().rests(delivered()));
        assertThat(due()).containsExactly(third);
    }

    @Test
    default void they_run_in_the_order_in_which_they_entered_whatever_the_clocks_said() {
        NewDocument smaller = bench().order("PO-1-2", Optional.of("PO-1"), new SendingState.Announced(0));
        NewDocument greater = bench().order("PO-1-1", Optional.of("PO-1"), new SendingState.Announced(0));
        bench().announced(greater);
        bench().announced(smaller);
        Claim claim = bench().claimed(greater.id());
        assertThat(due()).isEmpty();
        bench().commit(claim, bench().rests(delivered()));
        assertThat(due()).containsExactly(smaller.id());
        assertThat(await(bench().journal.sequence(bench().key("PO-1"))))
                .extracting(DocumentRecord::id)
                .containsExactly(greater.id(), smaller.id());
    }

    @Test
    default void one_that_waits_keeps_the_later_ones_waiting() {
        DocumentId first = revision(1);
        revision(2);
        bench().commit(bench().claimed(first), bench().waits(new SendingState.Announced(1), Duration.ofMinutes(5)));
        assertThat(due()).isEmpty();
        bench().clock.advance(Duration.ofMinutes(5));
        assertThat(due()).containsExactly(first);
    }

    @Test
    default void one_in_doubt_keeps_the_later_ones_waiting() {
        DocumentId first = revision(1);
        revision(2);
        bench().commit(
                        bench().claimed(first),
                        bench().waits(
                                        new SendingState.InDoubt(JournalCommitContract.file(), bench().now(), 1),
                                        Duration.ofMinutes(5)));
        assertThat(due()).isEmpty();
    }

    @Test
    default void one_that_is_settled_lets_the_next_pass() {
        DocumentId first = revision(1);
        DocumentId second = revision(2);
        bench().commit(
                        bench().claimed(first),
                        bench().rests(new Failed(
                                JournalBench.problem("gateway-refused"), new SendingState.Announced(0))));
        assertThat(due()).containsExactly(second);
    }

    @Test
    default void a_claim_that_ran_out_still_keeps_its_place() {
        DocumentId first = revision(1);
        revision(2);
        bench().claimed(first);
        bench().clock.advance(LEASE.plusMillis(1));
        assertThat(due()).containsExactly(first);
    }

    @Test
    default void one_that_is_brought_back_waits_for_the_one_that_is_worked_on() {
        DocumentId first = revision(1);
        DocumentId second = revision(2);
        bench().commit(
                        bench().claimed(first),
                        bench().rests(new Failed(
                                JournalBench.problem("gateway-refused"), new SendingState.Announced(0))));
        Claim working = bench().claimed(second);
        await(bench().journal
                .intervene(
                        first,
                        bench().now(),
                        document -> Optional.of(Change.of(Decision.of(
                                new SendingState.Announced(0), new Step.Prepare(), bench().entry("replayed"))))));
        assertThat(due()).isEmpty();
        bench().commit(working, bench().waits(new SendingState.Announced(1), Duration.ZERO));
        assertThat(due()).containsExactly(first);
    }

    @Test
    default void sequences_do_not_wait_for_each_other() {
        DocumentId first = revision(1);
        revision(2);
        DocumentId other =
                bench().announced(bench().order("PO-2-1", Optional.of("PO-2"), new SendingState.Announced(0)));
        DocumentId free = bench().announced("PO-3");
        assertThat(due()).containsExactlyInAnyOrder(first, other, free);
    }

    @Test
    default void many_claimers_keep_the_order_too() {
        List<DocumentId> revisions = new ArrayList<>();
        for (int i = 1; i <= 6; i++) {
            revisions.add(revision(i));
        }
        List<DocumentId> taken = new ArrayList<>();
        for (int round = 0; round < 6; round++) {
            List<Claim> claims = new ArrayList<>();
            together(4, node -> bench().claim("node-" + node, 1_000)).forEach(claims::addAll);
            assertThat(claims).hasSize(1);
            taken.add(claims.getFirst().id());
            bench().commit(claims.getFirst(), bench().rests(delivered()));
        }
        assertThat(taken).containsExactlyElementsOf(revisions);
    }

    @Test
    default void a_sequence_is_shown_oldest_first() {
        DocumentId first = revision(1);
        DocumentId second = revision(2);
        bench().announced("PO-9");
        assertThat(await(bench().journal.sequence(bench().key("PO-1"))))
                .extracting(DocumentRecord::id)
                .containsExactly(first, second);
    }
}
