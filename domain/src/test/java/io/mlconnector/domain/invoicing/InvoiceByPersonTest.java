package io.mlconnector.domain.invoicing;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.fixture.Invoices;
import io.mlconnector.domain.fixture.Problems;
import io.mlconnector.domain.flow.Step;
import io.mlconnector.domain.invoicing.InvoiceState.Discarded;
import io.mlconnector.domain.invoicing.InvoiceState.Duplicate;
import io.mlconnector.domain.invoicing.InvoiceState.Failed;
import io.mlconnector.domain.invoicing.InvoiceState.HeaderPosted;
import io.mlconnector.domain.invoicing.InvoiceState.Held;
import io.mlconnector.domain.invoicing.InvoiceState.InDoubt;
import io.mlconnector.domain.invoicing.InvoiceState.Posted;
import io.mlconnector.domain.invoicing.InvoiceState.PostingHeader;
import io.mlconnector.domain.invoicing.InvoiceState.PostingLines;
import io.mlconnector.domain.invoicing.InvoiceState.PostingWhole;
import io.mlconnector.domain.invoicing.InvoiceState.Ready;
import io.mlconnector.domain.invoicing.InvoiceState.Received;
import io.mlconnector.domain.words.HistoryEntry;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class InvoiceByPersonTest {

    private static final HistoryEntry MARIA = Problems.operator("did-it");
    private static final InvoiceToPost INVOICE = Invoices.toPost();
    private static final InvoiceState HELD = new Held(Problems.because("price-differs"), new Received(Set.of(), 0));
    private static final InvoiceState FAILED = new Failed(Problems.refusal(), new Ready(INVOICE, 0));
    private static final InvoiceState DISCARDED = new Discarded(Problems.refusal(), HELD);
    private static final List<InvoiceState> NOT_STOPPED = List.of(
            new Received(Set.of(), 0),
            new Ready(INVOICE, 0),
            new PostingWhole(INVOICE, 0),
            new PostingHeader(INVOICE, 0),
            new HeaderPosted(INVOICE, Invoices.REFERENCE, Set.of(1), 0),
            new PostingLines(INVOICE, Invoices.REFERENCE, Set.of(1), 0),
            new InDoubt(INVOICE, Optional.empty(), Problems.NOON, 0),
            new Posted(Invoices.REFERENCE, Problems.NOON),
            new Duplicate(Problems.because("invoice-exists")));

    @Test
    void nothing_that_moves_or_arrived_can_be_released_discarded_or_restored() {
        for (InvoiceState state : NOT_STOPPED) {
            assertThat(InvoiceInterventions.release(state, MARIA))
                    .as("%s", state)
                    .isEmpty();
            assertThat(InvoiceInterventions.discard(state, Problems.refusal(), MARIA))
                    .as("%s", state)
                    .isEmpty();
            assertThat(InvoiceInterventions.restore(state, MARIA))
                    .as("%s", state)
                    .isEmpty();
        }
    }

    @Test
    void what_lies_aside_can_only_be_restored_and_nothing_else_can() {
        assertThat(InvoiceInterventions.release(DISCARDED, MARIA)).isEmpty();
        assertThat(InvoiceInterventions.discard(DISCARDED, Problems.refusal(), MARIA))
                .isEmpty();
        assertThat(InvoiceInterventions.restore(HELD, MARIA)).isEmpty();
        assertThat(InvoiceInterventions.restore(FAILED, MARIA)).isEmpty();
    }

    @Test
    void a_release_accepts_every_problem_for_which_the_invoice_was_held() {
        var all = InvoiceExamination.summary(List.of(
                Problems.because("price-differs").with("line", "2"),
                Problems.because("quantity-differs").with("line", "3"),
                Problems.because("total-zero")));
        InvoiceState held = new Held(all, new Received(Set.of("purpose-not-original"), 0));

        assertThat(InvoiceJourney.from(held).released().state())
                .isEqualTo(new Received(
                        Set.of("purpose-not-original", "price-differs", "quantity-differs", "total-zero"), 0));
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
        for (InvoiceState state : List.of(HELD, FAILED)) {
            InvoiceJourney journey = InvoiceJourney.from(state).discarded();

            assertThat(journey.state()).isEqualTo(new Discarded(Problems.because("not-wanted"), state));
            assertThat(journey.state().stage()).isEqualTo(state.stage());
            assertThat(journey.takenUp().step()).isEqualTo(new Step.Rest());
            assertThat(journey.restored().state()).isEqualTo(state);
            assertThat(journey.step()).isEqualTo(new Step.Rest());
        }
    }

    @Test
    void a_settled_invoice_rests_when_it_is_taken_up() {
        for (InvoiceState state :
                List.of(HELD, FAILED, DISCARDED, new Posted("V-1", Problems.NOON), new Duplicate(Problems.refusal()))) {
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
