package io.mlconnector.testing.contract.journal;

import static io.mlconnector.testing.contract.Stages.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.flow.Decision;
import io.mlconnector.domain.flow.Discarded;
import io.mlconnector.domain.flow.Failed;
import io.mlconnector.domain.flow.Held;
import io.mlconnector.domain.flow.Step;
import io.mlconnector.domain.invoicing.InvoiceState;
import io.mlconnector.domain.words.Condition;
import io.mlconnector.ports.journal.Change;
import io.mlconnector.ports.journal.document.DocumentRecord;
import io.mlconnector.ports.journal.document.NewDocument;
import io.mlconnector.ports.journal.file.Received;
import io.mlconnector.testing.contract.journal.bench.JournalBench;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What becomes of documents that come again. */
interface JournalRepetitionContract {

    JournalBench bench();

    private Received receive(String name, NewDocument... documents) {
        return await(bench().journal.receive(bench().file(name, "1", true, Optional.empty()), List.of(documents)));
    }

    @Test
    default void the_same_document_again_is_kept_as_a_duplicate() {
        NewDocument first = bench().invoice("INV-1", "one");
        NewDocument again = bench().invoice("INV-1", "one");
        receive("a.edi", first);
        assertThat(receive("b.edi", again)).isEqualTo(new Received(List.of(), List.of(again.id()), List.of()));
        DocumentRecord kept = bench().find(again.id());
        assertThat(kept.condition()).isEqualTo(Condition.DUPLICATE);
        assertThat(kept.state()).isInstanceOf(InvoiceState.Duplicate.class);
        assertThat(kept.duplicateOf()).contains(first.id());
        assertThat(kept.reason()).hasValueSatisfying(why -> {
            assertThat(why.code()).isEqualTo("document-repeated");
            assertThat(why.message()).contains(first.id().text());
        });
        assertThat(kept.content()).contains(JournalBench.hash("one"));
        assertThat(bench().events(again.id())).startsWith("received").hasSizeGreaterThan(1);
        assertThat(bench().claimDue()).extracting(claim -> claim.id()).containsExactly(first.id());
    }

    @Test
    default void a_resend_takes_the_place_of_a_first_attempt_that_failed() {
        NewDocument first = bench().invoice("INV-1", "one");
        receive("a.edi", first);
        Failed failed = new Failed(JournalBench.problem("refused"), new InvoiceState.Received(Set.of(), 0));
        bench().commit(bench().claimed(first.id()), bench().rests(failed));
        NewDocument again = bench().invoice("INV-1", "one");
        assertThat(receive("b.edi", again)).isEqualTo(new Received(List.of(again.id()), List.of(), List.of()));
        assertThat(bench().claimDue()).extracting(claim -> claim.id()).containsExactly(again.id());
        DocumentRecord aside = bench().find(first.id());
        assertThat(aside.condition()).isEqualTo(Condition.DISCARDED);
        assertThat(aside.state().replacedBy()).contains(again.id());
        assertThat(bench().events(first.id())).endsWith("replaced");
        NewDocument third = bench().invoice("INV-1", "one");
        assertThat(receive("c.edi", third).duplicates()).containsExactly(third.id());
        assertThat(bench().find(third.id()).duplicateOf()).contains(again.id());
    }

    @Test
    default void a_first_attempt_that_may_have_written_something_is_not_replaced() {
        NewDocument first = bench().invoice("INV-1", "one", new InvoiceState.Posted("VI-1", bench().now()));
        receive("a.edi", first);
        NewDocument again = bench().invoice("INV-1", "one");
        assertThat(receive("b.edi", again).duplicates()).containsExactly(again.id());
    }

    @Test
    default void a_resend_makes_a_first_attempt_go_on_that_failed_after_something_was_written() {
        NewDocument first = bench().invoice("INV-1", "one");
        receive("a.edi", first);
        Failed failed = new Failed(JournalBench.problem("refused"), new InvoiceState.Posted("VI-1", bench().now()));
        bench().commit(bench().claimed(first.id()), bench().rests(failed));
        NewDocument again = bench().invoice("INV-1", "one");
        assertThat(receive("b.edi", again).duplicates()).containsExactly(again.id());
        assertThat(bench().events(first.id())).endsWith("sent-again");
        assertThat(bench().find(first.id()).state()).isInstanceOf(InvoiceState.Posted.class);
        assertThat(bench().find(again.id()).duplicateOf()).contains(first.id());
    }

    @Test
    default void a_resend_of_what_a_person_put_aside_is_held_and_not_dropped() {
        NewDocument first = bench().invoice("INV-1", "one");
        receive("a.edi", first);
        Held held = Held.because(JournalBench.problem("price"), new InvoiceState.Received(Set.of(), 0));
        bench().commit(
                        bench().claimed(first.id()),
                        bench().rests(Discarded.because(JournalBench.problem("unwanted"), held)));
        NewDocument again = bench().invoice("INV-1", "one");
        assertThat(receive("b.edi", again).clashes()).containsExactly(again.id());
        assertThat(bench().find(again.id()).reason())
                .hasValueSatisfying(why -> assertThat(why.code()).isEqualTo("discarded-before"));
    }

    @Test
    default void the_same_numbers_with_other_content_are_held() {
        NewDocument first = bench().invoice("INV-1", "one");
        NewDocument other = bench().invoice("INV-1", "other");
        receive("a.edi", first);
        assertThat(receive("b.edi", other)).isEqualTo(new Received(List.of(), List.of(), List.of(other.id())));
        DocumentRecord held = bench().find(other.id());
        assertThat(held.condition()).isEqualTo(Condition.HELD);
        assertThat(held.duplicateOf()).isEmpty();
        assertThat(held.reason()).hasValueSatisfying(why -> {
            assertThat(why.code()).isEqualTo("control-numbers-reused");
            assertThat(why.message()).contains(first.id().text());
        });
        assertThat(bench().claimDue()).extracting(claim -> claim.id()).containsExactly(first.id());
    }

    @Test
    default void a_document_held_for_its_numbers_goes_on_where_it_would_have_begun() {
        InvoiceState begin = new InvoiceState.Received(Set.of(), 0);
        NewDocument other = bench().invoice("INV-1", "other", begin);
        receive("a.edi", bench().invoice("INV-1", "one"));
        receive("b.edi", other);
        assertThat(bench().find(other.id()).state())
                .isInstanceOfSatisfying(
                        Held.class, held -> assertThat(held.resume()).isEqualTo(begin));
        await(bench().journal
                .intervene(
                        other.id(),
                        bench().now(),
                        document -> Optional.of(
                                Change.of(Decision.of(begin, new Step.Prepare(), bench().entry("released"))))));
        assertThat(bench().claimDue()).extracting(claim -> claim.id()).contains(other.id());
    }

    @Test
    default void a_document_that_would_begin_held_is_held_for_its_numbers_without_standing_twice() {
        InvoiceState begin = new InvoiceState.Received(Set.of(), 0);
        NewDocument other = bench().invoice("INV-1", "other", Held.because(JournalBench.problem("syntax"), begin));
        receive("a.edi", bench().invoice("INV-1", "one"));
        receive("b.edi", other);
        assertThat(bench().find(other.id()).state())
                .isInstanceOfSatisfying(
                        Held.class, held -> assertThat(held.resume()).isEqualTo(begin));
    }

    @Test
    default void repeats_within_one_file_are_found_too() {
        NewDocument first = bench().invoice("INV-1", "one");
        NewDocument again = bench().invoice("INV-1", "one");
        NewDocument other = bench().invoice("INV-1", "other");
        assertThat(receive("a.edi", first, again, other))
                .isEqualTo(new Received(List.of(first.id()), List.of(again.id()), List.of(other.id())));
    }

    @Test
    default void a_duplicate_does_not_take_the_place_of_the_first() {
        NewDocument first = bench().invoice("INV-1", "one");
        receive("a.edi", first);
        receive("b.edi", bench().invoice("INV-1", "other"));
        NewDocument third = bench().invoice("INV-1", "one");
        receive("c.edi", third);
        assertThat(bench().find(third.id()).duplicateOf()).contains(first.id());
    }
}
