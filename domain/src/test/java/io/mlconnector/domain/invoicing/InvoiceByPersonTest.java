package io.mlconnector.domain.invoicing;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.fixture.Invoices;
import io.mlconnector.domain.fixture.Problems;
import io.mlconnector.domain.flow.Discarded;
import io.mlconnector.domain.flow.Failed;
import io.mlconnector.domain.flow.FlowState;
import io.mlconnector.domain.flow.Halted;
import io.mlconnector.domain.flow.Held;
import io.mlconnector.domain.flow.Step;
import io.mlconnector.domain.flow.StoppedInterventions;
import io.mlconnector.domain.invoicing.InvoiceState.Duplicate;
import io.mlconnector.domain.invoicing.InvoiceState.HeaderPosted;
import io.mlconnector.domain.invoicing.InvoiceState.InDoubt;
import io.mlconnector.domain.invoicing.InvoiceState.Posted;
import io.mlconnector.domain.invoicing.InvoiceState.PostingHeader;
import io.mlconnector.domain.invoicing.InvoiceState.PostingLines;
import io.mlconnector.domain.invoicing.InvoiceState.PostingWhole;
import io.mlconnector.domain.invoicing.InvoiceState.Ready;
import io.mlconnector.domain.invoicing.InvoiceState.Received;
import io.mlconnector.domain.words.Cause;
import io.mlconnector.domain.words.HistoryEntry;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class InvoiceByPersonTest {

    private static final HistoryEntry MARIA = Problems.operator("did-it");
    private static final InvoiceToPost INVOICE = Invoices.toPost();
    private static final Halted HELD = Held.because(Problems.because("price-differs"), new Received(Set.of(), 0));
    private static final Halted FAILED = new Failed(Problems.refusal(), new Ready(INVOICE, 0));
    private static final FlowState DISCARDED = Discarded.because(Problems.refusal(), HELD);
    private static final List<FlowState> NOT_STOPPED = List.of(
            new Received(Set.of(), 0),
            new Ready(INVOICE, 0),
            new PostingWhole(INVOICE, 0),
            new PostingHeader(INVOICE, 0),
            new HeaderPosted(INVOICE, Invoices.REFERENCE, Set.of(1), 0),
            new PostingLines(INVOICE, Invoices.REFERENCE, Set.of(1), 0),
            new InDoubt(INVOICE, Optional.empty(), Problems.NOON, 0),
            new Posted(Invoices.REFERENCE, Problems.NOON),
            new Duplicate(Problems.because("invoice-exists"), Optional.empty()));

    @Test
    void nothing_that_moves_or_arrived_can_be_released_discarded_or_restored() {
        for (FlowState state : NOT_STOPPED) {
            assertThat(StoppedInterventions.release(state, MARIA))
                    .as("%s", state)
                    .isEmpty();
            assertThat(StoppedInterventions.discard(state, Problems.refusal(), MARIA))
                    .as("%s", state)
                    .isEmpty();
            assertThat(StoppedInterventions.restore(state, MARIA))
                    .as("%s", state)
                    .isEmpty();
        }
    }

    @Test
    void what_lies_aside_can_only_be_restored_and_nothing_else_can() {
        assertThat(StoppedInterventions.release(DISCARDED, MARIA)).isEmpty();
        assertThat(StoppedInterventions.discard(DISCARDED, Problems.refusal(), MARIA))
                .isEmpty();
        assertThat(StoppedInterventions.restore(HELD, MARIA)).isEmpty();
        assertThat(StoppedInterventions.restore(FAILED, MARIA)).isEmpty();
    }

    @Test
    void a_release_accepts_every_problem_for_which_the_invoice_was_held() {
        Cause before = Problems.because("purpose-not-original").cause();
        FlowState held = Held.because(
                List.of(
                        Problems.because("price-differs").with("line", "2"),
                        Problems.because("quantity-differs").with("line", "3"),
                        Problems.because("total-zero")),
                new Received(Set.of(before), 0));

        assertThat(InvoiceJourney.from(held).released().state())
                .isEqualTo(new Received(
                        Set.of(
                                before,
                                Problems.because("price-differs").cause(),
                                Problems.because("quantity-differs").cause(),
                                Problems.because("total-zero").cause()),
                        0));
    }

    @Test
    void a_replay_accepts_nothing() {
        InvoiceJourney journey = InvoiceJourney.from(HELD).replayed();

        assertThat(journey.state()).isEqualTo(new Received(Set.of(), 0));
        assertThat(journey.step()).isEqualTo(new Step.WaitUntil(Problems.NOON));
    }

    @Test
    void a_failed_invoice_goes_on_where_it_stopped_whether_it_is_released_or_replayed() {
        assertThat(InvoiceJourney.from(FAILED).released().state()).isEqualTo(new Ready(INVOICE, 0));
        assertThat(InvoiceJourney.from(FAILED).replayed().state()).isEqualTo(new Ready(INVOICE, 0));
    }

    @Test
    void a_held_or_failed_invoice_can_be_put_aside_and_brought_back_as_it_was() {
        for (Halted state : List.of(HELD, FAILED)) {
            InvoiceJourney journey = InvoiceJourney.from(state).discarded();

            assertThat(journey.state()).isEqualTo(Discarded.because(Problems.because("not-wanted"), state));
            assertThat(journey.state().stage()).isEqualTo(state.stage());
            assertThat(journey.takenUp().step()).isEqualTo(new Step.Rest());
            assertThat(journey.restored().state()).isEqualTo(state);
            assertThat(journey.step()).isEqualTo(new Step.Rest());
        }
    }

    @Test
    void a_settled_invoice_rests_when_it_is_taken_up() {
        for (FlowState state : List.of(
                HELD,
                FAILED,
                DISCARDED,
                new Posted("V-1", Problems.NOON),
                new Duplicate(Problems.refusal(), Optional.empty()))) {
            InvoiceJourney journey = InvoiceJourney.from(state).takenUp();

            assertThat(state.condition().settled()).as("%s", state).isTrue();
            assertThat(journey.state()).isEqualTo(state);
            assertThat(journey.step()).isEqualTo(new Step.Rest());
        }
    }

    @Test
    void whoever_acts_stands_in_the_history() {
        assertThat(InvoiceJourney.from(HELD).released().history().getLast().actor())
                .isEqualTo("maria");
    }
}
