package io.mlconnector.testing.contract.journal;

import static io.mlconnector.testing.contract.Stages.await;
import static io.mlconnector.testing.contract.Stages.together;
import static io.mlconnector.testing.contract.journal.bench.JournalBench.LEASE;
import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.flow.Held;
import io.mlconnector.domain.invoicing.InvoiceState;
import io.mlconnector.domain.sending.SendingState;
import io.mlconnector.domain.trade.LegalEntity;
import io.mlconnector.domain.words.Condition;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.ports.journal.Amendment;
import io.mlconnector.ports.journal.Claim;
import io.mlconnector.ports.journal.Committed;
import io.mlconnector.ports.journal.document.NewDocument;
import io.mlconnector.testing.contract.journal.bench.JournalBench;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who may work on what, and for how long. */
interface JournalClaimContract {

    JournalBench bench();

    private SendingState announced() {
        return new SendingState.Announced(1);
    }

    @Test
    default void a_new_document_is_taken_once_with_all_that_is_needed() {
        NewDocument invoice = bench().invoice("INV-1", "one");
        bench().announced(invoice);
        Claim claim = bench().claimed(invoice.id());
        assertThat(claim.connection()).isEqualTo(bench().connection);
        assertThat(claim.partner()).isEqualTo("acme");
        assertThat(claim.type()).isEqualTo("810");
        assertThat(claim.keys()).isEqualTo(invoice.keys());
        assertThat(claim.state()).isEqualTo(invoice.state());
        assertThat(claim.content()).contains(JournalBench.hash("one"));
        assertThat(claim.sequenceKey()).isEmpty();
        assertThat(bench().claimDue()).isEmpty();
        assertThat(bench().find(invoice.id()).attempts()).isEqualTo(1);
        assertThat(bench().find(invoice.id()).condition()).isEqualTo(Condition.MOVING);
    }

    @Test
    default void no_more_are_taken_than_were_asked_for() {
        for (int i = 0; i < 5; i++) {
            bench().announced("PO-" + i);
        }
        List<Claim> mine = new ArrayList<>();
        List<Claim> some;
        do {
            some = await(bench().claim("node-1", 2));
            assertThat(some).hasSizeLessThanOrEqualTo(2);
            mine.addAll(some);
        } while (!some.isEmpty());
        assertThat(mine).hasSize(5);
    }

    @Test
    default void a_document_that_enters_settled_is_not_taken() {
        bench().announced(bench().invoice(
                        "INV-1",
                        "one",
                        Held.because(JournalBench.problem("syntax"), new InvoiceState.Received(Set.of(), 0))));
        assertThat(bench().claimDue()).isEmpty();
    }

    @Test
    default void of_many_claimers_each_document_has_one() {
        List<DocumentId> ids = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            ids.add(bench().announced("PO-" + i));
        }
        List<DocumentId> taken = new ArrayList<>();
        for (int round = 0; round < 20; round++) {
            together(4, node -> bench().claim("node-" + node, 5))
                    .forEach(claims -> claims.forEach(claim -> taken.add(claim.id())));
        }
        assertThat(taken).containsExactlyInAnyOrderElementsOf(ids);
    }

    @Test
    default void a_claim_that_ran_out_is_taken_over_under_a_higher_epoch() {
        DocumentId id = bench().announced("PO-1");
        Claim first = bench().claimed(id);
        bench().clock.advance(LEASE.minusMillis(1));
        assertThat(bench().claimDue()).isEmpty();
        bench().clock.advance(Duration.ofMillis(2));
        Claim second = bench().claimed(id);
        assertThat(second.epoch()).isGreaterThan(first.epoch());
        assertThat(bench().find(id).attempts()).isEqualTo(2);
    }

    @Test
    default void a_claim_that_is_renewed_does_not_run_out() {
        DocumentId id = bench().announced("PO-1");
        Claim claim = bench().claimed(id);
        for (int i = 0; i < 3; i++) {
            bench().clock.advance(LEASE.minusMillis(1));
            await(bench().journal.renew(List.of(claim), bench().now(), LEASE));
        }
        assertThat(bench().claimDue()).isEmpty();
        assertThat(bench().commit(claim, bench().rests(announced()))).isEqualTo(new Committed.Stands());
    }

    @Test
    default void a_claim_that_another_has_taken_over_is_not_renewed() {
        DocumentId id = bench().announced("PO-1");
        Claim late = bench().claimed(id);
        bench().clock.advance(LEASE.plusMillis(1));
        Claim current = bench().claimed(id);
        bench().clock.advance(LEASE.minusMillis(1));
        await(bench().journal.renew(List.of(late), bench().now(), LEASE));
        bench().clock.advance(Duration.ofMillis(2));
        assertThat(bench().claimed(id).epoch()).isGreaterThan(current.epoch());
    }

    @Test
    default void a_document_at_rest_is_not_claimed_by_a_late_renewal() {
        DocumentId id = bench().announced("PO-1");
        Claim claim = bench().claimed(id);
        bench().commit(claim, bench().waits(announced(), Duration.ofSeconds(1)));
        await(bench().journal.renew(List.of(claim), bench().now(), LEASE));
        bench().clock.advance(Duration.ofSeconds(1));
        assertThat(bench().claimed(id).epoch()).isGreaterThan(claim.epoch());
    }

    @Test
    default void a_node_takes_over_at_once_what_its_predecessor_left() {
        String node = bench().key("node");
        DocumentId left = bench().announced("PO-1");
        List<Claim> old = await(bench().claim(node, 1_000));
        assertThat(old).hasSize(1);
        bench().announced("PO-2");
        bench().claimDue();
        assertThat(await(bench().journal.takeOver(node))).isEqualTo(1);
        assertThat(bench().claimDue()).extracting(Claim::id).containsExactly(left);
        assertThat(bench().commit(old.getFirst(), bench().rests(announced()))).isEqualTo(new Committed.Fenced());
    }

    @Test
    default void a_late_worker_changes_nothing() {
        DocumentId id = bench().announced("PO-1");
        Claim late = bench().claimed(id);
        bench().clock.advance(LEASE.plusMillis(1));
        Claim current = bench().claimed(id);
        assertThat(bench().commit(late, bench().rests(new SendingState.Announced(9))))
                .isEqualTo(new Committed.Fenced());
        assertThat(bench().find(id).state()).isEqualTo(new SendingState.Announced(0));
        assertThat(bench().events(id)).containsExactly("announced");
        assertThat(bench().commit(current, bench().rests(announced()))).isEqualTo(new Committed.Stands());
    }

    @Test
    default void a_commit_that_does_not_rest_renews_the_claim() {
        DocumentId id = bench().announced("PO-1");
        Claim claim = bench().claimed(id);
        bench().clock.advance(Duration.ofSeconds(20));
        assertThat(bench().commit(claim, bench().goesOn(announced()))).isEqualTo(new Committed.Stands());
        bench().clock.advance(Duration.ofSeconds(20));
        assertThat(bench().claimDue()).isEmpty();
        assertThat(bench().commit(claim.in(announced()), bench().rests(announced())))
                .isEqualTo(new Committed.Stands());
    }

    @Test
    default void a_document_that_waits_is_taken_when_its_time_has_come() {
        DocumentId id = bench().announced("PO-1");
        bench().commit(bench().claimed(id), bench().waits(announced(), Duration.ofMinutes(5)));
        assertThat(bench().find(id).condition()).isEqualTo(Condition.WAITING);
        assertThat(bench().find(id).nextAttemptAt()).contains(bench().now().plusSeconds(300));
        bench().clock.advance(Duration.ofSeconds(299));
        assertThat(bench().claimDue()).isEmpty();
        bench().clock.advance(Duration.ofSeconds(1));
        assertThat(bench().find(id).condition()).isEqualTo(Condition.WAITING);
        assertThat(bench().claimed(id).state()).isEqualTo(announced());
        assertThat(bench().find(id).condition()).isEqualTo(Condition.MOVING);
        assertThat(bench().find(id).nextAttemptAt()).isEmpty();
    }

    @Test
    default void a_document_that_rests_is_not_taken() {
        DocumentId id = bench().announced("PO-1");
        bench().commit(
                        bench().claimed(id),
                        bench().rests(Held.because(JournalBench.problem("item-unknown"), announced())));
        bench().clock.advance(Duration.ofDays(400));
        assertThat(bench().claimDue()).isEmpty();
        assertThat(bench().find(id).condition()).isEqualTo(Condition.HELD);
    }

    @Test
    default void a_document_in_doubt_that_waits_stays_unknown() {
        DocumentId id = bench().announced("PO-1");
        SendingState doubt = new SendingState.InDoubt(JournalCommitContract.file(), bench().now(), 1);
        bench().commit(bench().claimed(id), bench().waits(doubt, Duration.ofSeconds(4)));
        assertThat(bench().find(id).condition()).isEqualTo(Condition.UNKNOWN);
        assertThat(bench().find(id).nextAttemptAt()).contains(bench().now().plusSeconds(4));
        bench().clock.advance(Duration.ofSeconds(4));
        assertThat(bench().claimed(id).state()).isEqualTo(doubt);
    }

    @Test
    default void a_claim_that_is_over_cannot_commit_again() {
        DocumentId id = bench().announced("PO-1");
        Claim claim = bench().claimed(id);
        bench().commit(claim, bench().waits(announced(), Duration.ofMinutes(5)));
        assertThat(bench().commit(claim, bench().rests(new SendingState.Announced(9))))
                .isEqualTo(new Committed.Fenced());
        assertThat(bench().find(id).state()).isEqualTo(announced());
    }

    @Test
    default void a_claim_shows_the_state_of_the_last_commit() {
        NewDocument order = bench().order("PO-1", Optional.of("PO-1"), new SendingState.Announced(0));
        bench().announced(order);
        Claim claim = bench().claimed(order.id());
        bench().commit(
                        claim,
                        bench().waits(announced(), Duration.ofSeconds(1))
                                .with(new Amendment.Exchange("globex", "860"))
                                .with(new Amendment.Numbers(order.keys().withOrder("usmf", "PO-1a")))
                                .with(new Amendment.NewContent(JournalBench.payload("snapshot"))));
        bench().clock.advance(Duration.ofSeconds(1));
        Claim next = bench().claimed(order.id());
        assertThat(next)
                .isEqualTo(new Claim(
                        order.id(),
                        next.epoch(),
                        bench().connection,
                        "globex",
                        "860",
                        order.keys().withOrder("usmf", "PO-1a"),
                        announced(),
                        Optional.of(JournalBench.hash("snapshot")),
                        Optional.of(bench().key("PO-1"))));
    }

    /** A posted invoice to which something is still to be attached. */
    private static InvoiceState.ToAttach followedUp(Instant at) {
        return new InvoiceState.ToAttach(
                new InvoiceState.Explained(new InvoiceState.Posted("VI-1", at), new LegalEntity("usmf"), "INV-1", 0));
    }

    private Claim followedUp(NewDocument invoice) {
        bench().announced(invoice);
        Claim claim = bench().claimed(invoice.id());
        bench().commit(claim, bench().waits(followedUp(bench().now()), Duration.ofSeconds(60)));
        return claim;
    }

    @Test
    default void what_is_done_and_has_something_due_is_taken_when_its_time_has_come() {
        NewDocument invoice = bench().invoice("INV-1", "one");
        followedUp(invoice);
        assertThat(bench().find(invoice.id()).condition()).isEqualTo(Condition.DONE);
        assertThat(bench().claimDue()).isEmpty();
        bench().clock.advance(Duration.ofSeconds(60));
        Claim claim = bench().claimed(invoice.id());
        assertThat(claim.state()).isInstanceOf(InvoiceState.ToAttach.class);
        assertThat(bench().find(invoice.id()).condition()).isEqualTo(Condition.DONE);
    }

    @Test
    default void what_is_done_and_has_something_due_is_taken_up_after_its_process_died() {
        NewDocument invoice = bench().invoice("INV-1", "one");
        followedUp(invoice);
        bench().clock.advance(Duration.ofSeconds(60));
        bench().claimed(invoice.id());
        assertThat(bench().claimDue()).isEmpty();
        bench().clock.advance(LEASE.plusSeconds(1));
        assertThat(bench().claimed(invoice.id()).epoch()).isEqualTo(3);
    }

    @Test
    default void what_is_done_and_rests_is_never_taken() {
        NewDocument invoice = bench().invoice("INV-1", "one");
        followedUp(invoice);
        bench().clock.advance(Duration.ofSeconds(60));
        Claim claim = bench().claimed(invoice.id());
        bench().commit(claim, bench().rests(new InvoiceState.Posted("VI-1", bench().now())));
        bench().clock.advance(Duration.ofDays(1));
        assertThat(bench().claimDue()).isEmpty();
    }
}
