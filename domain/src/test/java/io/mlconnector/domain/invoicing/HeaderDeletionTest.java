package io.mlconnector.domain.invoicing;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.fixture.Invoices;
import io.mlconnector.domain.fixture.Problems;
import io.mlconnector.domain.flow.Discarded;
import io.mlconnector.domain.flow.Failed;
import io.mlconnector.domain.flow.Held;
import io.mlconnector.domain.flow.Step;
import io.mlconnector.domain.invoicing.InvoiceState.DeletingHeader;
import io.mlconnector.domain.invoicing.InvoiceState.HeaderPosted;
import io.mlconnector.domain.invoicing.InvoiceState.HeaderToDelete;
import io.mlconnector.domain.invoicing.InvoiceState.InDoubt;
import io.mlconnector.domain.invoicing.InvoiceState.Received;
import io.mlconnector.domain.invoicing.deletion.HeaderDeletion;
import io.mlconnector.domain.invoicing.deletion.HeaderSight;
import io.mlconnector.domain.invoicing.written.WrittenInvoice;
import io.mlconnector.domain.words.Condition;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.domain.words.Outcome;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.ProblemCode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class HeaderDeletionTest {

    private static final InvoiceToPost INVOICE = Invoices.toPost();
    private static final HeaderPosted HEADER = new HeaderPosted(INVOICE, Invoices.REFERENCE, INVOICE.parts(), 0);
    private static final DocumentId ID = new DocumentId("d-1");
    private static final WrittenInvoice BARE = INVOICE.written().with(List.of(), List.of());
    private static final Outcome<HeaderSight> GONE = Outcome.done(new HeaderSight(Optional.empty(), List.of()));

    private static Outcome<HeaderSight> shows(WrittenInvoice found) {
        return Outcome.done(new HeaderSight(Optional.of(found), List.of()));
    }

    private static InvoiceJourney leftBehind() {
        return InvoiceJourney.postingLines().linesEnd(Outcome.refused(Problems.refusal()));
    }

    private static InvoiceJourney deleting() {
        return leftBehind().discardedWithHeader().looked(shows(BARE));
    }

    @Test
    void the_reason_names_the_header_as_a_person_searches_it_and_how_to_be_rid_of_it() {
        assertThat(leftBehind().reason().message())
                .contains("legal entity " + INVOICE.legalEntity() + ", header reference " + Invoices.REFERENCE
                        + ", vendor account " + INVOICE.vendor() + ", invoice number " + INVOICE.number())
                .contains("--delete-header");
        assertThat(leftBehind().reason().details())
                .containsEntry("headerReference", Invoices.REFERENCE)
                .containsEntry("legalEntity", INVOICE.legalEntity().id())
                .containsEntry("vendorAccount", INVOICE.vendor().number())
                .containsEntry("invoiceNumber", INVOICE.number());
    }

    @Test
    void lines_that_are_given_up_for_trouble_leave_a_header_that_is_named_as_well() {
        InvoiceJourney journey = InvoiceJourney.postingLines();
        while (!(journey.state() instanceof Failed)) {
            journey.linesEnd(Outcome.notNow(Problems.serverError()));
            journey = journey.state() instanceof HeaderPosted ? journey.takenUp() : journey;
        }
        assertThat(journey.reason().message()).contains("header reference " + Invoices.REFERENCE);
    }

    @Test
    void a_discard_says_that_the_header_is_still_there_and_how_to_delete_it() {
        Problem aside = Problems.because("not-wanted");
        assertThat(HeaderDeletion.discard(leftBehind().state(), ID, aside, Problems.operator("discarded")))
                .hasValueSatisfying(decision -> assertThat(
                                decision.next().reason().orElseThrow().message())
                        .startsWith(aside.message())
                        .contains("still in F&O", Invoices.REFERENCE, "documents discard d-1 --delete-header"));
        Failed nothingThere = new Failed(Problems.refusal(), new Received(Set.of(), 0));
        assertThat(HeaderDeletion.discard(nothingThere, ID, aside, Problems.operator("discarded")))
                .hasValueSatisfying(
                        decision -> assertThat(decision.next().reason()).contains(aside));
    }

    @Test
    void a_header_that_is_ours_is_deleted_and_the_document_discarded_then() {
        InvoiceJourney journey = leftBehind().discardedWithHeader();
        assertThat(journey.state()).isInstanceOf(HeaderToDelete.class);
        assertThat(journey.state().condition()).isEqualTo(Condition.MOVING);
        assertThat(journey.takenUp().step()).isEqualTo(new Step.Ask());

        journey.looked(shows(BARE));
        assertThat(journey.state()).isInstanceOf(DeletingHeader.class);
        assertThat(journey.step()).isEqualTo(new Step.Write());
        assertThat(journey.events()).endsWith("delete-intended");

        journey.deletionEnds(Outcome.done(Invoices.REFERENCE));
        assertThat(journey.state()).isInstanceOf(Discarded.class);
        assertThat(journey.state().mayHaveWritten()).isFalse();
        assertThat(journey.reason().message())
                .contains(Problems.because("not-wanted").message(), "deleted", Invoices.REFERENCE);
        assertThat(journey.events()).endsWith("header-deleted");
    }

    @Test
    void what_is_restored_after_that_begins_anew() {
        InvoiceJourney journey =
                deleting().deletionEnds(Outcome.done(Invoices.REFERENCE)).restored();
        assertThat(journey.reason().is(ProblemCode.HEADER_DELETED)).isTrue();
        assertThat(journey.replayed().state()).isEqualTo(new Received(INVOICE.waived(), 0));
    }

    @Test
    void a_header_is_deleted_also_after_the_document_was_discarded_or_held() {
        assertThat(leftBehind().discarded().discardedWithHeader().state()).isInstanceOf(HeaderToDelete.class);
        assertThat(InvoiceJourney.from(Held.because(Problems.refusal(), HEADER))
                        .discardedWithHeader()
                        .state())
                .isInstanceOf(HeaderToDelete.class);
    }

    @Test
    void an_answer_that_is_lost_is_asked_for_before_a_second_try() {
        InvoiceJourney journey = deleting().deletionEnds(Outcome.unknown(Problems.connectionReset()));
        assertThat(journey.state().condition()).isEqualTo(Condition.UNKNOWN);
        assertThat(journey.reason().is(ProblemCode.DELETE_IN_DOUBT)).isTrue();
        assertThat(Problems.givesAdvice(journey.reason())).isTrue();
        for (int asked = 1; asked < Problems.ASKINGS; asked++) {
            journey.looked(shows(BARE));
            assertThat(journey.state()).as("asked %d times", asked).isInstanceOf(HeaderToDelete.class);
            assertThat(journey.step()).isInstanceOf(Step.WaitUntil.class);
        }
        assertThat(journey.looked(shows(BARE)).state()).isInstanceOf(DeletingHeader.class);
    }

    @Test
    void a_deletion_in_doubt_that_shows_happened() {
        InvoiceJourney journey = deleting()
                .deletionEnds(Outcome.unknown(Problems.connectionReset()))
                .looked(GONE);
        assertThat(journey.state()).isInstanceOf(Discarded.class);
        assertThat(journey.history().getLast().message()).contains("it was deleted");
    }

    @Test
    void a_deletion_under_way_when_the_process_ended_is_in_doubt() {
        InvoiceJourney journey = deleting().takenUp();
        assertThat(journey.state().condition()).isEqualTo(Condition.UNKNOWN);
        assertThat(journey.step()).isEqualTo(new Step.Ask());
    }

    @Test
    void a_header_that_is_not_there_any_more_is_gone() {
        assertThat(leftBehind().discardedWithHeader().looked(GONE).state()).isInstanceOf(Discarded.class);
        InvoiceJourney journey = deleting().deletionEnds(Outcome.refused(Problem.of(ProblemCode.NOT_FOUND, "", "No.")));
        assertThat(journey.state()).isInstanceOf(HeaderToDelete.class);
        assertThat(journey.looked(GONE).state()).isInstanceOf(Discarded.class);
    }

    @Test
    void one_that_shows_and_is_said_not_to_be_there_is_not_tried_for_ever() {
        InvoiceJourney journey = deleting();
        for (int i = 0; i < 3; i++) {
            journey.deletionEnds(Outcome.refused(Problem.of(ProblemCode.NOT_FOUND, "", "No.")))
                    .looked(shows(BARE));
        }
        journey.deletionEnds(Outcome.refused(Problem.of(ProblemCode.NOT_FOUND, "", "No.")));
        assertThat(journey.reason().is(ProblemCode.HEADER_NOT_DELETED)).isTrue();
    }

    @Test
    void an_invoice_that_was_posted_meanwhile_stays_and_the_reason_says_where() {
        InvoiceJourney journey = leftBehind()
                .discardedWithHeader()
                .looked(Outcome.done(new HeaderSight(Optional.empty(), List.of(Invoices.postedByHand()))));
        assertThat(journey.state())
                .isInstanceOfSatisfying(
                        Failed.class, failed -> assertThat(failed.resume()).isEqualTo(HEADER));
        assertThat(journey.reason().message())
                .contains("not deleted", "posted", Invoices.postedByHand().reference());
    }

    private static WrittenInvoice with(Set<Integer> lines) {
        return Invoices.written(lines);
    }

    private static WrittenInvoice withLine(WrittenInvoice.Line line) {
        List<WrittenInvoice.Line> lines = new ArrayList<>(with(Set.of(1)).lines());
        lines.add(line);
        return BARE.with(lines, List.of());
    }

    private static WrittenInvoice.Line second(String order, long orderLine, String quantity, String net) {
        return new WrittenInvoice.Line(
                2, order, orderLine, new BigDecimal(quantity), "ea", Optional.of(new BigDecimal(net)));
    }

    @Test
    void a_header_is_deleted_with_the_lines_under_it_that_are_exactly_as_we_wrote_them() {
        for (Set<Integer> lines : List.of(Set.of(1, 3), Set.of(1, 2, 3))) {
            InvoiceJourney journey = leftBehind().discardedWithHeader().looked(shows(with(lines)));
            assertThat(journey.state())
                    .isInstanceOfSatisfying(
                            DeletingHeader.class,
                            deleting -> assertThat(deleting.header().parts()).isEqualTo(lines));
            assertThat(journey.history().getLast().message())
                    .contains("with its lines " + List.copyOf(new TreeSet<>(lines)));
            journey.deletionEnds(Outcome.done(Invoices.REFERENCE));
            assertThat(journey.state()).isInstanceOf(Discarded.class);
            assertThat(journey.reason().message()).contains("with its lines");
        }
    }

    @Test
    void a_line_that_is_not_exactly_as_we_wrote_it_keeps_all_of_it_and_both_are_told() {
        String order = INVOICE.orderNumber();
        for (WrittenInvoice.Line changed : List.of(
                second(order, 2, "9", "99.50"),
                second(order, 2, "10", "89.55"),
                second(order, 3, "10", "99.50"),
                second("PO-OTHER", 2, "10", "99.50"),
                second("", 0, "10", "99.50"))) {
            InvoiceJourney journey = leftBehind().discardedWithHeader().looked(shows(withLine(changed)));
            assertThat(journey.reason().is(ProblemCode.HEADER_NOT_DELETED)).isTrue();
            assertThat(journey.reason().message()).contains("line 2 ", " meant, ", " in F&O");
            assertThat(journey.events()).doesNotContain("delete-intended");
        }
        InvoiceJourney more = leftBehind()
                .discardedWithHeader()
                .looked(shows(withLine(
                        new WrittenInvoice.Line(9, order, 2, BigDecimal.ONE, "ea", Optional.of(BigDecimal.ONE)))));
        assertThat(more.reason().message()).contains("line 9: not meant, quantity 1 in F&O");
    }

    @Test
    void a_header_that_somebody_changed_is_left_alone() {
        WrittenInvoice changed = new WrittenInvoice(
                BARE.vendor(),
                BARE.number(),
                BARE.date(),
                BARE.currency(),
                Optional.of(new BigDecimal("1.23")),
                BARE.tax(),
                List.of(),
                List.of());
        assertThat(leftBehind()
                        .discardedWithHeader()
                        .looked(shows(changed))
                        .reason()
                        .message())
                .contains("total: 298.50 meant, 1.23 in F&O");
    }

    @Test
    void a_whole_invoice_whose_deletion_is_refused_is_asked_for_when_it_is_replayed() {
        InvoiceJourney journey = leftBehind()
                .discardedWithHeader()
                .looked(shows(with(Set.of(1, 2, 3))))
                .deletionEnds(Outcome.refused(Problems.refusal()));
        assertThat(journey.reason().is(ProblemCode.HEADER_NOT_DELETED)).isTrue();
        assertThat(HeaderDeletion.stillThere(journey.state(), ID))
                .hasValueSatisfying(
                        told -> assertThat(told).contains("with its lines").doesNotContain("[]"));
        InvoiceJourney again = leftBehind()
                .discardedWithHeader()
                .looked(shows(with(Set.of(1, 2, 3))))
                .deletionEnds(Outcome.refused(Problems.refusal()))
                .replayed()
                .takenUp();
        assertThat(again.state()).isInstanceOf(InDoubt.class);
        assertThat(again.step()).isEqualTo(new Step.Ask());
    }

    @Test
    void what_is_not_ours_is_left_alone() {
        WrittenInvoice ours = INVOICE.written();
        WrittenInvoice otherNumber = new WrittenInvoice(
                ours.vendor(), "OTHER-1", ours.date(), ours.currency(), ours.total(), ours.tax(), List.of(), List.of());
        WrittenInvoice otherVendor = new WrittenInvoice(
                "9999", ours.number(), ours.date(), ours.currency(), ours.total(), ours.tax(), List.of(), List.of());
        for (WrittenInvoice found : List.of(otherNumber, otherVendor)) {
            InvoiceJourney journey = leftBehind().discardedWithHeader().looked(shows(found));
            assertThat(journey.reason().is(ProblemCode.HEADER_NOT_DELETED)).isTrue();
            assertThat(journey.events()).endsWith("header-not-deleted").doesNotContain("delete-intended");
        }
    }

    @Test
    void a_refusal_of_F_and_O_is_told_and_the_document_is_not_discarded() {
        InvoiceJourney journey = deleting().deletionEnds(Outcome.refused(Problems.refusal()));
        assertThat(journey.state().condition()).isEqualTo(Condition.FAILED);
        assertThat(journey.reason().message()).contains(Problems.refusal().message());
        assertThat(journey.discardedWithHeader().state()).isInstanceOf(HeaderToDelete.class);
    }

    @Test
    void trouble_on_the_way_is_waited_out_and_the_header_looked_for_again() {
        InvoiceJourney journey = deleting().deletionEnds(Outcome.notNow(Problems.throttled()));
        assertThat(journey.state()).isInstanceOf(HeaderToDelete.class);
        assertThat(journey.step()).isInstanceOf(Step.WaitUntil.class);
        assertThat(journey.looked(Outcome.notNow(Problems.throttled())).state()).isInstanceOf(HeaderToDelete.class);
        assertThat(journey.looked(Outcome.unknown(Problems.connectionReset())).step())
                .isInstanceOf(Step.WaitUntil.class);
        assertThat(journey.looked(Outcome.refused(Problems.refusal())).reason().message())
                .contains("was not deleted");
    }

    @Test
    void nothing_is_deleted_while_nobody_knows_what_is_there_or_where_nothing_is() {
        InvoiceJourney doubted = InvoiceJourney.from(
                Held.because(Problems.refusal(), new InDoubt(INVOICE, Optional.empty(), Problems.NOON, 4)));
        assertThat(doubted.refusalOfDeletion()).contains("Nobody knows", "Release it");
        assertThat(InvoiceJourney.from(new Failed(Problems.refusal(), new Received(Set.of(), 0)))
                        .discardedWithHeader()
                        .state())
                .isInstanceOf(Discarded.class);
        assertThat(leftBehind().discardedWithHeader().refusalOfDeletion()).contains("already");
        assertThat(InvoiceJourney.received().refusalOfDeletion()).contains("held and failed");
        assertThat(InvoiceJourney.from(new Failed(Problems.refusal(), new Received(Set.of(), 0)))
                        .discarded()
                        .refusalOfDeletion())
                .contains("discarded already");
    }
}
