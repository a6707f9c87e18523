package io.mlconnector.domain.invoicing;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.fixture.Invoices;
import io.mlconnector.domain.fixture.Problems;
import io.mlconnector.domain.flow.Discarded;
import io.mlconnector.domain.flow.Failed;
import io.mlconnector.domain.flow.FlowState;
import io.mlconnector.domain.flow.Halted;
import io.mlconnector.domain.flow.Held;
import io.mlconnector.domain.flow.Replay;
import io.mlconnector.domain.flow.Step;
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
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.domain.words.HistoryEntry;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.ProblemCode;
import io.mlconnector.domain.words.Stage;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class InvoiceReplayTest {

    private static final HistoryEntry MARIA = Problems.operator("replay");
    private static final InvoiceToPost INVOICE = Invoices.toPost();
    private static final InvoiceState HEADER = new HeaderPosted(INVOICE, Invoices.REFERENCE, Set.of(2, 3), 0);
    private static final FlowState LINES_REFUSED = new Failed(Problems.refusal(), HEADER);
    private static final FlowState IN_DOUBT = Held.because(
            Problems.refusal(), new InDoubt(INVOICE, Optional.of(Invoices.REFERENCE), Problems.NOON, Problems.ASKINGS));
    private static final InvoiceState POSTED = new Posted(Invoices.REFERENCE, Problems.NOON);
    private static final FlowState REPLACED =
            new Discarded(Problems.because("sent-again"), heldAnew(), Optional.of(new DocumentId("other")));

    private static Halted heldAnew() {
        return Held.because(Problems.because("price-differs"), new Received(Set.of(new Cause("total-zero", "")), 0));
    }

    private static Replay replay(FlowState state) {
        return InvoiceInterventions.replay(state, Optional.empty(), MARIA);
    }

    @Test
    void an_invoice_that_waits_is_brought_forward() {
        for (FlowState state : List.of(new Received(Set.of(), 2), new Ready(INVOICE, 2), HEADER)) {
            InvoiceJourney journey = InvoiceJourney.from(state).replayed();

            assertThat(journey.state()).isEqualTo(state);
            assertThat(journey.step()).isEqualTo(new Step.WaitUntil(Problems.NOON));
        }
    }

    @Test
    void what_certainly_is_not_in_fo_is_examined_anew_with_what_was_accepted() {
        for (Stage stage : List.of(Stage.RECEIVED, Stage.DECODED)) {
            assertThat(InvoiceJourney.from(heldAnew()).replayedFrom(stage).state())
                    .isEqualTo(new Received(Set.of(new Cause("total-zero", "")), 0));
            assertThat(InvoiceJourney.from(new Ready(INVOICE, 3))
                            .replayedFrom(stage)
                            .state())
                    .isEqualTo(new Received(Set.of(), 0));
        }
    }

    @Test
    void an_invoice_whose_header_exists_goes_on_from_there_and_is_never_begun_anew() {
        assertThat(InvoiceJourney.from(LINES_REFUSED)
                        .replayedFrom(Stage.CHECKED)
                        .state())
                .isEqualTo(HEADER);
        assertThat(InvoiceJourney.from(LINES_REFUSED).refusalFrom(Stage.RECEIVED))
                .contains(Invoices.REFERENCE, "2 lines that are missing", "checked");
    }

    @Test
    void an_invoice_in_doubt_is_asked_for_and_never_begun_anew() {
        InvoiceState asked = new InDoubt(INVOICE, Optional.of(Invoices.REFERENCE), Problems.NOON, 0);

        assertThat(InvoiceJourney.from(IN_DOUBT).replayed().state()).isEqualTo(asked);
        assertThat(InvoiceJourney.from(IN_DOUBT).replayedFrom(Stage.CHECKED).state())
                .isEqualTo(asked);
        assertThat(InvoiceJourney.from(IN_DOUBT).refusalFrom(Stage.DECODED)).contains("Nobody knows", "asked again");
    }

    @Test
    void nothing_is_hurried_while_a_write_is_under_way_or_being_found_out() {
        for (FlowState state : List.of(
                new PostingWhole(INVOICE, 0),
                new PostingHeader(INVOICE, 0),
                new PostingLines(INVOICE, Invoices.REFERENCE, Set.of(1), 0),
                new InDoubt(INVOICE, Optional.empty(), Problems.NOON, 1))) {
            assertThat(replay(state))
                    .as("%s", state)
                    .isInstanceOfSatisfying(
                            Replay.Refused.class,
                            refused -> assertThat(refused.why()).contains("Wait for"));
        }
    }

    @Test
    void a_posted_invoice_is_left_alone_and_the_attempt_is_written_down() {
        InvoiceJourney journey = InvoiceJourney.from(POSTED).replayedFrom(Stage.RECEIVED);

        assertThat(journey.state()).isEqualTo(POSTED);
        assertThat(journey.step()).isEqualTo(new Step.Rest());
        assertThat(journey.events()).containsExactly("replayed", "nothing-to-do");
        assertThat(journey.history().getLast().message())
                .isEqualTo("Nothing: posted as " + Invoices.REFERENCE + " on 2026-03-10.");
    }

    @Test
    void a_duplicate_is_examined_again_unless_it_is_the_very_same_transaction_set() {
        InvoiceState keyed = new Duplicate(Problems.because("invoice-exists"), Optional.empty());
        InvoiceState same = new Duplicate(
                Problem.of(ProblemCode.DOCUMENT_REPEATED, "d-1", "It came before as document d-1."), Optional.empty());

        assertThat(InvoiceJourney.from(keyed).replayed().state()).isEqualTo(new Received(Set.of(), 0));
        assertThat(InvoiceJourney.from(same).replayed().state()).isEqualTo(same);
        assertThat(replay(same))
                .isInstanceOfSatisfying(
                        Replay.Nothing.class,
                        nothing -> assertThat(nothing.why()).contains("duplicate", "d-1", "Replay that one"));
    }

    @Test
    void a_stage_that_is_not_possible_is_refused_with_what_is_possible() {
        assertThat(InvoiceJourney.from(heldAnew()).refusalFrom(Stage.CHECKED)).contains("received");
        assertThat(InvoiceJourney.from(heldAnew()).refusalFrom(Stage.ENCODED))
                .contains("received", "checked", "not from encoded");
    }

    @Test
    void what_lies_aside_is_restored_first_unless_another_took_its_place() {
        assertThat(replay(Discarded.because(Problems.because("not-wanted"), heldAnew())))
                .isInstanceOf(Replay.Refused.class);
        assertThat(replay(REPLACED)).isInstanceOf(Replay.Nothing.class);
    }

    @Test
    void an_edited_invoice_is_examined_anew_and_nothing_accepted_before_is_accepted_any_more() {
        for (FlowState state : List.of(
                heldAnew(),
                new Failed(Problems.refusal(), new Received(Set.of(new Cause("total-zero", "")), 0)),
                Discarded.because(Problems.because("not-wanted"), heldAnew()))) {
            assertThat(InvoiceJourney.from(state).edited().state()).isEqualTo(new Received(Set.of(), 0));
        }
    }

    @Test
    void an_invoice_of_which_fo_may_have_something_cannot_be_edited() {
        for (FlowState state : List.of(
                POSTED,
                IN_DOUBT,
                LINES_REFUSED,
                HEADER,
                new PostingWhole(INVOICE, 0),
                REPLACED,
                new Received(Set.of(), 0),
                new Duplicate(Problems.because("invoice-exists"), Optional.empty()))) {
            assertThat(InvoiceInterventions.resubmit(state, MARIA))
                    .as("%s", state)
                    .isInstanceOf(Replay.Refused.class);
        }
    }
}
