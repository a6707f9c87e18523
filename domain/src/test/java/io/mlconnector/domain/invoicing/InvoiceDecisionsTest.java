package io.mlconnector.domain.invoicing;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.fixture.AnInvoice;
import io.mlconnector.domain.fixture.Invoices;
import io.mlconnector.domain.fixture.Problems;
import io.mlconnector.domain.flow.Failed;
import io.mlconnector.domain.flow.FlowState;
import io.mlconnector.domain.flow.Held;
import io.mlconnector.domain.flow.Step;
import io.mlconnector.domain.invoicing.InvoiceState.Duplicate;
import io.mlconnector.domain.invoicing.InvoiceState.HeaderPosted;
import io.mlconnector.domain.invoicing.InvoiceState.InDoubt;
import io.mlconnector.domain.invoicing.InvoiceState.Posted;
import io.mlconnector.domain.invoicing.InvoiceState.PostingHeader;
import io.mlconnector.domain.invoicing.InvoiceState.PostingLines;
import io.mlconnector.domain.invoicing.InvoiceState.PostingWhole;
import io.mlconnector.domain.invoicing.InvoiceState.Received;
import io.mlconnector.domain.words.Cause;
import io.mlconnector.domain.words.Condition;
import io.mlconnector.domain.words.Outcome;
import io.mlconnector.domain.words.Stage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class InvoiceDecisionsTest {

    private static final InvoiceToPost INVOICE = Invoices.toPost();
    private static final Set<Integer> ALL_LINES = Set.of(1, 2, 3);
    private static final Received FRESH = new Received(Set.of(), 0);

    @Nested
    class Examining {

        @Test
        void a_received_invoice_is_examined_first() {
            InvoiceJourney journey = InvoiceJourney.received().takenUp();

            assertThat(journey.state()).isEqualTo(FRESH);
            assertThat(journey.state().stage()).isEqualTo(Stage.DECODED);
            assertThat(journey.step()).isEqualTo(new Step.Prepare());
        }

        @Test
        void a_passed_invoice_commits_the_intent_to_create_its_header_where_dynamics_assigns_references() {
            InvoiceJourney journey = InvoiceJourney.received().examined(InvoiceJourney.passed());

            assertThat(journey.state()).isEqualTo(new PostingHeader(INVOICE, 0));
            assertThat(journey.step()).isEqualTo(new Step.Write());
            assertThat(journey.events()).containsExactly("checked", "post-intended");
        }

        @Test
        void a_passed_invoice_commits_the_intent_to_create_everything_at_once_where_we_choose_references() {
            InvoiceJourney journey = InvoiceJourney.inOneChangeSet(FRESH).examined(InvoiceJourney.passed());

            assertThat(journey.state()).isEqualTo(new PostingWhole(INVOICE, 0));
            assertThat(journey.step()).isEqualTo(new Step.Write());
        }

        @Test
        void an_invoice_that_differs_is_held_with_what_was_accepted_before() {
            var stopped = new Examination.Stopped(List.of(Problems.because("price-differs")), List.of());
            InvoiceJourney journey = InvoiceJourney.from(new Received(Set.of(new Cause("total-zero", "")), 2))
                    .examined(stopped);

            assertThat(journey.state())
                    .isEqualTo(Held.because(
                            Problems.because("price-differs"), new Received(Set.of(new Cause("total-zero", "")), 0)));
            assertThat(journey.step()).isEqualTo(new Step.Rest());
        }

        @Test
        void an_invoice_that_is_there_already_is_a_duplicate() {
            InvoiceJourney journey = InvoiceJourney.received()
                    .examined(new Examination.AlreadyThere(Problems.because("invoice-exists"), Optional.empty()));

            assertThat(journey.state()).isEqualTo(new Duplicate(Problems.because("invoice-exists"), Optional.empty()));
            assertThat(journey.state().condition()).isEqualTo(Condition.DUPLICATE);
        }

        @Test
        void an_invoice_that_we_began_before_is_gone_on_with_and_not_created_again() {
            var begun = new Examination.BegunBefore(INVOICE, "VI-1", Set.of(2), List.of());
            InvoiceJourney journey = InvoiceJourney.received().examined(begun);

            assertThat(journey.state()).isEqualTo(new PostingLines(INVOICE, "VI-1", Set.of(2), 0));
            assertThat(journey.step()).isEqualTo(new Step.Write());
        }

        @Test
        void an_invoice_that_we_posted_before_is_posted() {
            var begun = new Examination.BegunBefore(INVOICE, "VI-1", Set.of(), List.of());
            InvoiceJourney journey = InvoiceJourney.received().examined(begun);

            assertThat(journey.state()).isEqualTo(new Posted("VI-1", Problems.NOON));
            assertThat(journey.step()).isEqualTo(new Step.Rest());
        }

        @Test
        void an_invoice_whose_order_may_not_be_read_has_failed() {
            InvoiceJourney journey = InvoiceJourney.received().examined(new Examination.Refused(Problems.refusal()));

            assertThat(journey.state()).isEqualTo(new Failed(Problems.refusal(), FRESH));
            assertThat(journey.replayed().state()).isEqualTo(FRESH);
        }

        @Test
        void an_invoice_whose_order_cannot_be_read_now_is_tried_again_until_its_attempts_are_used_up() {
            var later = new Examination.Later(Problems.serverError(), Optional.empty());
            InvoiceJourney journey = InvoiceJourney.received().examined(later).examined(later);

            assertThat(journey.state()).isEqualTo(new Received(Set.of(), 2));
            assertThat(journey.examined(later).state()).isEqualTo(new Failed(Problems.serverError(), FRESH));
        }

        @Test
        void waiting_for_a_closed_way_uses_up_no_attempt() {
            var later = new Examination.Later(Problems.throttled(), Optional.of(Duration.ofMinutes(9)));
            InvoiceJourney journey = InvoiceJourney.received();
            for (int i = 0; i < 10; i++) {
                journey.examined(later);
            }

            assertThat(journey.state()).isEqualTo(FRESH);
            assertThat(journey.step()).isEqualTo(new Step.WaitUntil(Problems.NOON.plusSeconds(540)));
        }
    }

    @Nested
    class InOneChangeSet {

        @Test
        void a_created_invoice_is_posted_under_its_reference() {
            InvoiceJourney journey = InvoiceJourney.postingWhole().wholeEnds(Outcome.done(Invoices.MARK));

            assertThat(journey.state()).isEqualTo(new Posted(Invoices.MARK, Problems.NOON));
            assertThat(journey.history().getLast().details()).containsEntry("headerReference", Invoices.MARK);
        }

        @Test
        void a_refused_invoice_has_failed_and_is_examined_again_on_replay() {
            InvoiceJourney journey = InvoiceJourney.postingWhole().wholeEnds(Outcome.refused(Problems.refusal()));

            assertThat(journey.state()).isEqualTo(new Failed(Problems.refusal(), FRESH));
        }

        @Test
        void an_invoice_that_certainly_was_not_created_is_checked_again_until_its_attempts_are_used_up() {
            InvoiceJourney journey = InvoiceJourney.postingWhole();
            for (int failures = 1; failures <= 2; failures++) {
                journey.wholeEnds(Outcome.notNow(Problems.serverError()));
                assertThat(journey.state()).isEqualTo(new Received(Set.of(), failures));
                journey.examined(new Examination.Passed(INVOICE, List.of()));
            }
            journey.wholeEnds(Outcome.notNow(Problems.serverError()));

            assertThat(journey.state()).isEqualTo(new Failed(Problems.serverError(), FRESH));
            assertThat(journey.released().state()).isEqualTo(FRESH);
        }

        @Test
        void an_invoice_nobody_can_vouch_for_is_in_doubt_and_dynamics_is_asked_at_once() {
            InvoiceJourney journey = InvoiceJourney.inDoubt();

            assertThat(journey.state()).isEqualTo(new InDoubt(INVOICE, Optional.empty(), Problems.NOON, 0));
            assertThat(journey.step()).isEqualTo(new Step.Ask());
            assertThat(journey.reason().message()).contains(AnInvoice.NUMBER);
        }
    }

    @Nested
    class HeaderFirst {

        @Test
        void a_created_header_leads_at_once_to_the_intent_to_create_all_lines() {
            InvoiceJourney journey = InvoiceJourney.postingHeader().headerEnds(Outcome.done(Invoices.REFERENCE));

            assertThat(journey.state()).isEqualTo(new PostingLines(INVOICE, Invoices.REFERENCE, ALL_LINES, 0));
            assertThat(journey.step()).isEqualTo(new Step.Write());
            assertThat(journey.events()).endsWith("header-created", "post-intended");
        }

        @Test
        void a_refused_header_has_failed_and_is_examined_again_on_replay() {
            InvoiceJourney journey = InvoiceJourney.postingHeader().headerEnds(Outcome.refused(Problems.refusal()));

            assertThat(journey.state()).isEqualTo(new Failed(Problems.refusal(), FRESH));
        }

        @Test
        void a_header_that_certainly_was_not_created_is_checked_again_first() {
            InvoiceJourney journey = InvoiceJourney.postingHeader().headerEnds(Outcome.notNow(Problems.serverError()));

            assertThat(journey.state()).isEqualTo(new Received(Set.of(), 1));
        }

        @Test
        void a_header_nobody_can_vouch_for_is_in_doubt_without_a_reference() {
            InvoiceJourney journey =
                    InvoiceJourney.postingHeader().headerEnds(Outcome.unknown(Problems.connectionReset()));

            assertThat(journey.state()).isEqualTo(new InDoubt(INVOICE, Optional.empty(), Problems.NOON, 0));
        }

        @Test
        void created_lines_complete_the_invoice_under_the_reference_of_its_header() {
            InvoiceJourney journey = InvoiceJourney.postingLines().linesEnd(Outcome.done("batch-1"));

            assertThat(journey.state()).isEqualTo(new Posted(Invoices.REFERENCE, Problems.NOON));
        }

        @Test
        void refused_lines_leave_the_header_to_be_gone_on_with_after_a_repair() {
            InvoiceJourney journey = InvoiceJourney.postingLines().linesEnd(Outcome.refused(Problems.refusal()));
            var header = new HeaderPosted(INVOICE, Invoices.REFERENCE, ALL_LINES, 0);

            assertThat(journey.state()).isInstanceOfSatisfying(Failed.class, failed -> {
                assertThat(failed.resume()).isEqualTo(header);
                assertThat(failed.why().causeKey()).isEqualTo(Problems.refusal().causeKey());
                assertThat(failed.why().message())
                        .startsWith(Problems.refusal().message())
                        .contains("is in F&O without its lines", Invoices.REFERENCE, "replay", "--delete-header");
                assertThat(failed.why().details()).containsEntry("headerReference", Invoices.REFERENCE);
            });
            assertThat(journey.replayed().state()).isEqualTo(header);
            assertThat(journey.takenUp().state())
                    .isEqualTo(new PostingLines(INVOICE, Invoices.REFERENCE, ALL_LINES, 0));
        }

        @Test
        void lines_that_certainly_were_not_created_are_tried_again_until_their_attempts_are_used_up() {
            InvoiceJourney journey = InvoiceJourney.postingLines();
            for (int failures = 1; failures <= 2; failures++) {
                journey.linesEnd(Outcome.notNow(Problems.serverError()));
                assertThat(journey.state())
                        .isEqualTo(new HeaderPosted(INVOICE, Invoices.REFERENCE, ALL_LINES, failures));
                journey.takenUp();
            }

            assertThat(journey.linesEnd(Outcome.notNow(Problems.serverError())).state())
                    .isInstanceOf(Failed.class);
        }

        @Test
        void lines_nobody_can_vouch_for_are_in_doubt_under_the_reference_of_their_header() {
            assertThat(InvoiceJourney.linesInDoubt().state())
                    .isEqualTo(new InDoubt(INVOICE, Optional.of(Invoices.REFERENCE), Problems.NOON, 0));
        }
    }

    @Nested
    class AfterACrash {

        @Test
        void every_write_that_was_under_way_is_in_doubt_and_is_never_simply_repeated() {
            List<FlowState> underWay = List.of(
                    new PostingWhole(INVOICE, 1),
                    new PostingHeader(INVOICE, 1),
                    new PostingLines(INVOICE, Invoices.REFERENCE, Set.of(2), 1));
            for (FlowState state : underWay) {
                InvoiceJourney journey = InvoiceJourney.from(state).takenUp();

                assertThat(journey.state().condition()).as("%s", state).isEqualTo(Condition.UNKNOWN);
                assertThat(journey.step()).as("%s", state).isEqualTo(new Step.Ask());
            }
        }

        @Test
        void lines_that_were_under_way_keep_the_reference_of_their_header() {
            var lines = new PostingLines(INVOICE, Invoices.REFERENCE, Set.of(2), 1);

            assertThat(InvoiceJourney.from(lines).takenUp().state())
                    .isEqualTo(new InDoubt(INVOICE, Optional.of(Invoices.REFERENCE), Problems.NOON, 0));
        }

        @Test
        void a_question_that_was_under_way_is_asked_again() {
            var doubt = new InDoubt(INVOICE, Optional.empty(), Problems.NOON, 2);

            assertThat(InvoiceJourney.from(doubt).takenUp().state()).isEqualTo(doubt);
            assertThat(InvoiceJourney.from(doubt).takenUp().step()).isEqualTo(new Step.Ask());
        }
    }
}
