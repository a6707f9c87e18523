package io.mlconnector.domain.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.invoicing.InvoiceState;
import io.mlconnector.domain.sending.SendingState;
import io.mlconnector.domain.words.Cause;
import io.mlconnector.domain.words.Condition;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.domain.words.HistoryEntry;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.ProblemCode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StoppedTest {

    private static final Instant NOON = Instant.parse("2026-03-10T12:00:00Z");
    private static final Problem WHY = Problem.of(ProblemCode.PRICE_DIFFERS, "PO-1:1", "The price differs.");
    private static final HistoryEntry MARIA = HistoryEntry.entry(NOON, "did-it", "Maria did it");
    private static final List<Progress> PLACES = List.of(
            new SendingState.Announced(0),
            new InvoiceState.Received(Set.of(), 0),
            new InvoiceState.Posted("VI-1", NOON),
            new Kept(Optional.empty()));

    @Test
    void a_stopped_document_is_as_far_and_as_doubtful_as_where_it_was_stopped() {
        for (Progress before : PLACES) {
            for (Stopped stopped :
                    List.of(Held.because(WHY, before), new Failed(WHY, before), Discarded.because(WHY, before))) {
                assertThat(stopped.stage()).isEqualTo(before.stage());
                assertThat(stopped.mayHaveWritten()).isEqualTo(before.mayHaveWritten());
                assertThat(stopped.reason()).contains(WHY);
                assertThat(stopped.progress()).isEqualTo(before);
            }
        }
    }

    @Test
    void conditions_are_those_that_people_see() {
        Progress place = new SendingState.Announced(0);
        assertThat(Held.because(WHY, place).condition()).isEqualTo(Condition.HELD);
        assertThat(new Failed(WHY, place).condition()).isEqualTo(Condition.FAILED);
        assertThat(Discarded.because(WHY, place).condition()).isEqualTo(Condition.DISCARDED);
    }

    @Test
    void several_problems_are_told_as_one_and_each_cause_counts() {
        Problem other = Problem.of(ProblemCode.TOTAL_ZERO, "INV-1", "The total is zero.");
        Held held = Held.because(List.of(WHY, other), new SendingState.Announced(0));
        assertThat(held.why().code()).isEqualTo("price-differs");
        assertThat(held.why().message()).isEqualTo("The price differs. Also: The total is zero.");
        assertThat(held.causes())
                .containsExactly(
                        new Cause("price-differs", "price-differs:PO-1:1"),
                        new Cause("total-zero", "total-zero:INV-1"));
    }

    @Test
    void what_was_discarded_on_its_way_or_replaced_was_not_discarded_by_a_person() {
        Halted held = Held.because(WHY, new SendingState.Announced(0));
        assertThat(Discarded.because(WHY, held).byPerson()).isTrue();
        assertThat(Discarded.because(WHY, new SendingState.Announced(0)).byPerson())
                .isFalse();
        assertThat(new Discarded(WHY, held, Optional.of(new DocumentId("d-2"))).byPerson())
                .isFalse();
    }

    @Test
    void work_that_breaks_off_stops_a_document_where_it_stands_and_leaves_a_stopped_one_alone() {
        for (Progress place : PLACES) {
            assertThat(StoppedInterventions.hold(place, WHY, NOON).next()).isEqualTo(Held.because(WHY, place));
        }
        Failed failed = new Failed(WHY, new SendingState.Announced(0));
        assertThat(StoppedInterventions.hold(failed, WHY, NOON).next()).isEqualTo(failed);
    }

    @Test
    void a_document_is_discarded_and_restored_as_it_was() {
        for (Halted halted : List.<Halted>of(
                Held.because(WHY, new SendingState.Announced(0)),
                new Failed(WHY, new InvoiceState.Received(Set.of(), 0)))) {
            FlowState discarded = StoppedInterventions.discard(halted, WHY, MARIA)
                    .orElseThrow()
                    .next();
            assertThat(discarded).isEqualTo(Discarded.because(WHY, halted));
            assertThat(StoppedInterventions.restore(discarded, MARIA))
                    .contains(Decision.of(halted, new Step.Rest(), MARIA));
        }
    }
}
