package io.mlconnector.domain.invoicing;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.fixture.AnInvoice;
import io.mlconnector.domain.fixture.Invoices;
import io.mlconnector.domain.fixture.Problems;
import io.mlconnector.domain.flow.FlowState;
import io.mlconnector.domain.flow.Held;
import io.mlconnector.domain.flow.Step;
import io.mlconnector.domain.invoicing.InvoiceState.Duplicate;
import io.mlconnector.domain.invoicing.InvoiceState.HeaderPosted;
import io.mlconnector.domain.invoicing.InvoiceState.InDoubt;
import io.mlconnector.domain.invoicing.InvoiceState.Posted;
import io.mlconnector.domain.invoicing.InvoiceState.Received;
import io.mlconnector.domain.invoicing.written.PostedInvoice;
import io.mlconnector.domain.invoicing.written.WrittenInvoice;
import io.mlconnector.domain.words.Outcome;
import io.mlconnector.domain.words.ProblemCode;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class InvoiceInDoubtTest {

    private static final InvoiceToPost INVOICE = Invoices.toPost();

    private static InDoubt doubt(int asked) {
        return new InDoubt(INVOICE, Optional.empty(), Problems.NOON, asked);
    }

    private static InDoubt doubtOfLines(int asked) {
        return new InDoubt(INVOICE, Optional.of(Invoices.REFERENCE), Problems.NOON, asked);
    }

    @Test
    void an_invoice_found_whole_under_our_mark_is_posted() {
        InvoiceJourney journey = InvoiceJourney.inDoubt().dynamicsShows(Invoices.oursPending(), 1, 2, 3);

        assertThat(journey.state()).isEqualTo(new Posted(Invoices.REFERENCE, Problems.NOON));
        assertThat(journey.step()).isEqualTo(new Step.Rest());
    }

    @Test
    void an_invoice_that_dynamics_posted_meanwhile_is_posted_whatever_lines_are_seen() {
        InvoiceJourney journey = InvoiceJourney.inDoubt().dynamicsShows(Invoices.oursPosted());

        assertThat(journey.state()).isEqualTo(new Posted("V-2026-77", Problems.NOON));
    }

    @Test
    void a_header_found_after_it_alone_was_in_doubt_gets_its_lines_at_once() {
        InvoiceJourney journey = InvoiceJourney.from(doubt(0)).dynamicsShows(Invoices.oursPending());

        assertThat(journey.state()).isEqualTo(new HeaderPosted(INVOICE, Invoices.REFERENCE, Set.of(1, 2, 3), 0));
        assertThat(journey.step()).isEqualTo(new Step.WaitUntil(Problems.NOON));
        assertThat(journey.history().getLast().message()).contains("missing: lines [1, 2, 3]");
    }

    @Test
    void lines_that_may_still_be_on_their_way_are_waited_for_before_the_missing_ones_are_added() {
        InvoiceJourney journey = InvoiceJourney.linesInDoubt();
        for (int asked = 1; asked < Problems.ASKINGS; asked++) {
            journey.dynamicsShows(Invoices.oursPending(), 1);
            assertThat(journey.state()).isEqualTo(doubtOfLines(asked));
        }

        assertThat(journey.dynamicsShows(Invoices.oursPending(), 1).state())
                .isEqualTo(new HeaderPosted(INVOICE, Invoices.REFERENCE, Set.of(2, 3), 0));
    }

    @Test
    void lines_that_arrive_while_they_are_waited_for_complete_the_invoice() {
        InvoiceJourney journey = InvoiceJourney.linesInDoubt().dynamicsShows(Invoices.oursPending());

        assertThat(journey.dynamicsShows(Invoices.oursPending(), 1, 2, 3).state())
                .isEqualTo(new Posted(Invoices.REFERENCE, Problems.NOON));
    }

    @Test
    void a_header_is_ours_by_its_known_reference_even_without_our_mark() {
        var bare = new ExistingInvoice(ExistingInvoice.Place.PENDING, Invoices.REFERENCE, "");

        assertThat(InvoiceJourney.linesInDoubt().dynamicsShows(bare, 1, 2, 3).state())
                .isEqualTo(new Posted(Invoices.REFERENCE, Problems.NOON));
    }

    @Test
    void a_header_is_ours_if_its_reference_is_our_mark() {
        var chosen = new ExistingInvoice(ExistingInvoice.Place.PENDING, Invoices.MARK, "");

        assertThat(InvoiceJourney.inDoubt().dynamicsShows(chosen, 1, 2, 3).state())
                .isEqualTo(new Posted(Invoices.MARK, Problems.NOON));
    }

    @Test
    void an_invoice_that_somebody_else_keyed_makes_ours_a_duplicate() {
        InvoiceJourney journey = InvoiceJourney.inDoubt();
        for (int asked = 1; asked < Problems.ASKINGS; asked++) {
            assertThat(journey.dynamicsShows(Invoices.keyedByHand(), 1, 2, 3).state())
                    .as("ours may still come")
                    .isEqualTo(doubt(asked));
        }
        journey.dynamicsShows(Invoices.keyedByHand(), 1, 2, 3);

        assertThat(journey.state()).isInstanceOf(Duplicate.class);
        assertThat(journey.reason().message())
                .contains(AnInvoice.NUMBER, "pending under header reference VIH-000001", "Nothing was posted");
    }

    @Test
    void an_invoice_that_somebody_else_posted_makes_ours_a_duplicate() {
        InvoiceJourney journey = InvoiceJourney.inDoubt();
        for (int asked = 1; asked <= Problems.ASKINGS; asked++) {
            journey.dynamicsShows(Invoices.postedByHand());
        }

        assertThat(journey.reason().message()).contains("posted as V-2026-11");
    }

    @Test
    void ours_counts_where_somebody_else_has_the_same_number_too() {
        var sight = new InvoiceSearchResult(
                List.of(Invoices.keyedByHand(), Invoices.oursPending()),
                Optional.of(Invoices.written(Set.of(1, 2, 3))));

        assertThat(InvoiceJourney.inDoubt().asked(Outcome.done(sight)).state()).isInstanceOf(Posted.class);
    }

    private static InvoiceSearchResult oursWith(WrittenInvoice there) {
        return new InvoiceSearchResult(List.of(Invoices.oursPending()), Optional.of(there));
    }

    private static WrittenInvoice withQuantity(String quantity, String netAmount) {
        WrittenInvoice meant = INVOICE.written();
        List<WrittenInvoice.Line> lines = new ArrayList<>(meant.lines());
        WrittenInvoice.Line second = lines.get(1);
        lines.set(
                1,
                new WrittenInvoice.Line(
                        2,
                        second.orderNumber(),
                        second.orderLine(),
                        new BigDecimal(quantity),
                        second.unit(),
                        Optional.of(new BigDecimal(netAmount))));
        return meant.with(lines, meant.charges());
    }

    @Test
    void what_is_found_whole_and_says_something_else_is_held_with_both_and_never_posted() {
        InvoiceJourney journey = InvoiceJourney.inDoubt().asked(Outcome.done(oursWith(withQuantity("9", "89.55"))));

        assertThat(journey.state())
                .isInstanceOfSatisfying(
                        Held.class, held -> assertThat(held.resume()).isInstanceOf(InDoubt.class));
        assertThat(journey.reason().is(ProblemCode.INVOICE_DIFFERS)).isTrue();
        assertThat(journey.reason().message())
                .contains(
                        Invoices.REFERENCE,
                        "line 2 quantity: 10 meant, 9 in F&O",
                        "line 2 net amount: 99.50 meant, 89.55 in F&O");
        assertThat(Problems.givesAdvice(journey.reason())).isTrue();
        assertThat(journey.replayed()
                        .asked(Outcome.done(oursWith(withQuantity("9", "89.55"))))
                        .state())
                .as("nobody corrected it")
                .isInstanceOf(Held.class);
        assertThat(journey.replayed()
                        .dynamicsShows(Invoices.oursPending(), 1, 2, 3)
                        .state())
                .as("corrected in F&O")
                .isInstanceOf(Posted.class);
    }

    @Test
    void a_header_that_says_something_else_gets_no_lines() {
        WrittenInvoice meant = INVOICE.written();
        WrittenInvoice bare = new WrittenInvoice(
                meant.vendor(), meant.number(), meant.date(), "EUR", meant.total(), meant.tax(), List.of(), List.of());
        InvoiceJourney journey = InvoiceJourney.linesInDoubt().asked(Outcome.done(oursWith(bare)));

        assertThat(journey.reason().message()).contains("currency: USD meant, EUR in F&O");
    }

    @Test
    void a_difference_that_a_person_accepts_is_posted() {
        InvoiceJourney journey = InvoiceJourney.inDoubt()
                .asked(Outcome.done(oursWith(withQuantity("9", "89.55"))))
                .released()
                .asked(Outcome.done(oursWith(withQuantity("9", "89.55"))));

        assertThat(journey.state()).isInstanceOf(Posted.class);
    }

    @Test
    void a_number_written_otherwise_is_no_difference() {
        assertThat(InvoiceJourney.inDoubt()
                        .asked(Outcome.done(oursWith(withQuantity("10.000", "99.5"))))
                        .state())
                .isInstanceOf(Posted.class);
    }

    /** The journal's rows of ours, with this total. */
    private static PostedInvoice journalled(String total) {
        WrittenInvoice meant = INVOICE.written();
        return new PostedInvoice(
                meant.vendor(),
                meant.number(),
                meant.date(),
                meant.currency(),
                Optional.of(new BigDecimal(total)),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    private static InvoiceSearchResult posted(ExistingInvoice found, String total) {
        return new InvoiceSearchResult(List.of(found), Optional.empty(), Optional.of(journalled(total)));
    }

    @Test
    void what_was_posted_meanwhile_and_says_something_else_is_held_until_a_person_accepts_it() {
        InvoiceJourney journey = InvoiceJourney.inDoubt().asked(Outcome.done(posted(Invoices.oursPosted(), "250.00")));

        assertThat(journey.state())
                .isInstanceOfSatisfying(
                        Held.class, held -> assertThat(held.resume()).isInstanceOf(InDoubt.class));
        assertThat(journey.reason().is(ProblemCode.INVOICE_DIFFERS)).isTrue();
        assertThat(journey.reason().message())
                .contains("V-2026-77", "posted", "total: 298.50 meant, 250.00 in F&O")
                .doesNotContain("pending");
        assertThat(Problems.givesAdvice(journey.reason())).isTrue();
        assertThat(journey.released()
                        .asked(Outcome.done(posted(Invoices.oursPosted(), "250.00")))
                        .state())
                .isEqualTo(new Posted("V-2026-77", Problems.NOON));
    }

    @Test
    void what_was_posted_meanwhile_and_says_the_same_is_posted() {
        assertThat(InvoiceJourney.inDoubt()
                        .asked(Outcome.done(posted(Invoices.oursPosted(), "298.5")))
                        .state())
                .isEqualTo(new Posted("V-2026-77", Problems.NOON));
    }

    @Test
    void what_was_posted_after_our_header_vanished_was_made_of_it_and_is_compared() {
        assertThat(InvoiceJourney.linesInDoubt()
                        .asked(Outcome.done(posted(Invoices.postedByHand(), "298.50")))
                        .state())
                .isEqualTo(new Posted("V-2026-11", Problems.NOON));
        assertThat(InvoiceJourney.linesInDoubt()
                        .asked(Outcome.done(posted(Invoices.postedByHand(), "1.00")))
                        .reason()
                        .is(ProblemCode.INVOICE_DIFFERS))
                .isTrue();
        var both = new InvoiceSearchResult(
                List.of(Invoices.postedByHand(), Invoices.oursPending()),
                Optional.of(Invoices.written(Set.of(1, 2, 3))));
        assertThat(InvoiceJourney.linesInDoubt().asked(Outcome.done(both)).state())
                .as("ours is still pending, so the posted one is another")
                .isEqualTo(new Posted(Invoices.REFERENCE, Problems.NOON));
    }

    @Test
    void a_duplicate_of_a_posted_one_says_what_that_says_otherwise() {
        InvoiceJourney journey = InvoiceJourney.inDoubt();
        for (int asked = 1; asked <= Problems.ASKINGS; asked++) {
            journey.asked(Outcome.done(posted(Invoices.postedByHand(), "250.00")));
        }
        assertThat(journey.state()).isInstanceOf(Duplicate.class);
        assertThat(journey.reason().message()).contains("total: 298.50 meant, 250.00 in F&O");
    }

    @Test
    void an_invoice_that_does_not_show_is_asked_for_several_times_with_growing_patience_and_then_checked_again() {
        InvoiceJourney journey = InvoiceJourney.inDoubt();
        for (int asked = 1; asked < Problems.ASKINGS; asked++) {
            journey.dynamicsShowsNothing();
            assertThat(journey.state()).isEqualTo(doubt(asked));
            assertThat(journey.step()).isEqualTo(new Step.WaitUntil(Problems.NOON.plusSeconds(1L << asked)));
        }

        assertThat(journey.dynamicsShowsNothing().state()).isEqualTo(new Received(Set.of(), 0));
        assertThat(journey.events()).endsWith("did-not-arrive");
    }

    @Test
    void a_header_that_was_there_and_vanished_is_held_instead_of_being_created_behind_somebodys_back() {
        InvoiceJourney journey = InvoiceJourney.from(doubtOfLines(3)).dynamicsShowsNothing();

        assertThat(journey.reason().code()).isEqualTo("header-vanished");
        assertThat(journey.reason().message()).contains(AnInvoice.NUMBER, Invoices.REFERENCE, "discard", "release");
        assertThat(journey.released().state()).isEqualTo(doubt(0));
    }

    @Test
    void a_question_that_cannot_be_asked_now_is_asked_later_and_patience_does_not_shrink() {
        InvoiceJourney journey = InvoiceJourney.inDoubt()
                .asked(new Outcome.NotNow<>(Problems.throttled(), Optional.of(Duration.ofHours(1))));

        assertThat(journey.state()).isEqualTo(doubt(0));
        assertThat(journey.step()).isEqualTo(new Step.WaitUntil(Problems.NOON.plusSeconds(3600)));
        assertThat(journey.asked(Outcome.unknown(Problems.connectionReset())).state())
                .isEqualTo(doubt(0));
    }

    @Test
    void an_invoice_for_which_dynamics_refuses_to_answer_is_held_after_four_questions() {
        InvoiceJourney journey = InvoiceJourney.inDoubt();
        for (int i = 1; i < Problems.ASKINGS; i++) {
            assertThat(journey.asked(Outcome.refused(Problems.refusal())).state())
                    .isEqualTo(doubt(i));
        }

        assertThat(journey.asked(Outcome.refused(Problems.refusal())).state()).isInstanceOf(Held.class);
        assertThat(journey.reason()).isEqualTo(Problems.refusal());
    }

    @Test
    void a_person_can_only_have_dynamics_asked_again_with_fresh_patience_while_there_is_doubt() {
        FlowState held = Held.because(Problems.refusal(), doubt(3));

        assertThat(InvoiceJourney.from(held).replayed().state()).isEqualTo(doubt(0));
        assertThat(InvoiceJourney.from(held).released().state()).isEqualTo(doubt(0));
    }
}
