package io.mlconnector.domain.invoicing;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.agreement.InvoiceAgreement.Attachments;
import io.mlconnector.domain.fixture.Invoices;
import io.mlconnector.domain.fixture.Problems;
import io.mlconnector.domain.fixture.VisitedTransitions;
import io.mlconnector.domain.flow.Circumstances;
import io.mlconnector.domain.flow.Decision;
import io.mlconnector.domain.flow.FlowState;
import io.mlconnector.domain.flow.Replay;
import io.mlconnector.domain.flow.Step;
import io.mlconnector.domain.invoicing.InvoiceDecisions.HeaderReference;
import io.mlconnector.domain.invoicing.InvoiceState.Attaching;
import io.mlconnector.domain.invoicing.InvoiceState.AttachmentsInDoubt;
import io.mlconnector.domain.invoicing.InvoiceState.Explained;
import io.mlconnector.domain.invoicing.InvoiceState.HeaderPosted;
import io.mlconnector.domain.invoicing.InvoiceState.InDoubt;
import io.mlconnector.domain.invoicing.InvoiceState.Posted;
import io.mlconnector.domain.invoicing.InvoiceState.PostingLines;
import io.mlconnector.domain.invoicing.InvoiceState.PostingWhole;
import io.mlconnector.domain.invoicing.InvoiceState.Received;
import io.mlconnector.domain.invoicing.InvoiceState.ToAttach;
import io.mlconnector.domain.invoicing.attachment.Attachment;
import io.mlconnector.domain.invoicing.attachment.AttachmentDecisions;
import io.mlconnector.domain.words.Condition;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.domain.words.HistoryEntry;
import io.mlconnector.domain.words.Outcome;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.ProblemCode;
import io.mlconnector.domain.words.Stage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What explains a posted invoice gets to it at most once, and whatever comes of it the invoice stays posted. */
class InvoiceAttachmentsTest {

    private static final Circumstances NOW = Problems.noon();
    private static final Posted POSTED = new Posted(Invoices.REFERENCE, Problems.NOON);
    private static final Explained INVOICE = new Explained(
            POSTED, Invoices.toPost().legalEntity(), Invoices.toPost().number(), 0);
    private static final Attachment NOTE = Attachment.note(new DocumentId("m-1"), "Accepted: it costs more");
    private static final List<Attachment> WANTED =
            List.of(NOTE, Attachment.file(new DocumentId("m-1"), Attachment.Kind.X12, "as received", new byte[] {1}));
    private static final Outcome<Set<String>> NONE_THERE = Outcome.done(Set.of());
    private static final Outcome<Set<String>> ALL_THERE =
            Outcome.done(Set.of(WANTED.get(0).name(), WANTED.get(1).name(), "somebody else's"));
    private static final Problem ABSENT = Problem.of(
            ProblemCode.SET_NOT_READABLE,
            "",
            "F&O does not have VendorInvoiceDocumentAttachments. Ask its administrator.");

    private static Decision visited(FlowState from, Decision decision) {
        VisitedTransitions.OF_INVOICES.visit(from, decision.next(), InvoiceTransitions.ALL);
        return decision;
    }

    private static Decision looked(Outcome<Set<String>> outcome) {
        ToAttach state = new ToAttach(INVOICE);
        return visited(state, AttachmentDecisions.afterLooking(state, WANTED, outcome, NOW));
    }

    private static Decision attached(Outcome<String> outcome) {
        Attaching state = new Attaching(INVOICE);
        return visited(state, AttachmentDecisions.afterAttaching(state, WANTED, outcome, NOW));
    }

    private static Decision asked(int before, Outcome<Set<String>> outcome) {
        AttachmentsInDoubt state = new AttachmentsInDoubt(INVOICE, before);
        return visited(state, AttachmentDecisions.afterAsking(state, WANTED, outcome, NOW));
    }

    private static Decision begun(FlowState from, Decision decision) {
        return visited(from, AttachmentDecisions.begin(decision, Invoices.toPost(), Attachments.ALL, Problems.NOON));
    }

    private static List<String> events(Decision decision) {
        return decision.history().stream().map(HistoryEntry::event).toList();
    }

    @Test
    void whichever_way_an_invoice_was_posted_its_attachments_follow() {
        InvoiceToPost invoice = Invoices.toPost();
        PostingWhole whole = new PostingWhole(invoice, 0);
        PostingLines lines = new PostingLines(invoice, Invoices.REFERENCE, Set.of(1), 0);
        InDoubt doubt = new InDoubt(invoice, Optional.empty(), Problems.NOON, 0);
        Received received = new Received(Set.of(), 0);
        Outcome<String> done = Outcome.done(Invoices.REFERENCE);
        Decision found = InvoiceDecisions.afterAsking(
                doubt,
                Outcome.done(new InvoiceSearchResult(
                        List.of(Invoices.oursPending()), Optional.of(Invoices.written(Set.of(1, 2, 3))))),
                NOW);
        Decision before = InvoiceDecisions.afterExamination(
                received,
                new Examination.BegunBefore(invoice, Invoices.REFERENCE, Set.of(), List.of()),
                HeaderReference.OURS,
                NOW);
        for (Decision decision : List.of(
                begun(whole, InvoiceDecisions.afterPostingWhole(whole, done, NOW)),
                begun(lines, InvoiceDecisions.afterPostingLines(lines, done, NOW)),
                begun(doubt, found),
                begun(received, before))) {
            assertThat(decision.next()).isEqualTo(new ToAttach(INVOICE));
            assertThat(decision.step()).isEqualTo(new Step.WaitUntil(Problems.NOON));
            assertThat(events(decision)).contains("posted");
        }
    }

    @Test
    void where_nothing_is_wanted_or_nothing_was_posted_nothing_follows() {
        Decision posted = Decision.rest(POSTED);
        Decision header = Decision.rest(new HeaderPosted(Invoices.toPost(), Invoices.REFERENCE, Set.of(1), 0));
        assertThat(AttachmentDecisions.begin(posted, Invoices.toPost(), Attachments.NONE, Problems.NOON))
                .isEqualTo(posted);
        assertThat(AttachmentDecisions.begin(header, Invoices.toPost(), Attachments.ALL, Problems.NOON))
                .isEqualTo(header);
    }

    @Test
    void an_invoice_with_attachments_under_way_is_done_and_posted_and_cannot_be_replayed() {
        for (InvoiceState state :
                List.of(new ToAttach(INVOICE), new Attaching(INVOICE), new AttachmentsInDoubt(INVOICE, 2))) {
            assertThat(state.condition()).isEqualTo(Condition.DONE);
            assertThat(state.stage()).isEqualTo(Stage.POSTED);
            assertThat(state.mayHaveWritten()).isTrue();
            assertThat(InvoiceInterventions.replay(state, Optional.of(Stage.RECEIVED), Problems.operator("replayed")))
                    .isInstanceOf(Replay.Refused.class);
            assertThat(InvoiceDecisions.resume(state, HeaderReference.OURS, NOW).step())
                    .isEqualTo(new Step.Rest());
        }
    }

    @Test
    void only_what_is_missing_is_written_after_its_intent() {
        Decision decision = looked(Outcome.done(Set.of(NOTE.name())));
        assertThat(decision.next()).isEqualTo(new Attaching(INVOICE));
        assertThat(decision.step()).isEqualTo(new Step.Write());
        assertThat(decision.history().getFirst().message())
                .contains("ml-connector m-1 x12")
                .doesNotContain("ml-connector m-1 note");
        assertThat(AttachmentDecisions.missing(WANTED, Set.of(NOTE.name()))).containsExactly(WANTED.get(1));
    }

    @Test
    void what_is_there_already_is_not_written_again() {
        assertThat(looked(ALL_THERE).next()).isEqualTo(POSTED);
        assertThat(looked(ALL_THERE).step()).isEqualTo(new Step.Rest());
    }

    @Test
    void where_there_is_nothing_to_say_nothing_is_told() {
        ToAttach state = new ToAttach(INVOICE);
        Decision decision = AttachmentDecisions.afterLooking(state, List.of(), NONE_THERE, NOW);
        assertThat(decision).isEqualTo(Decision.rest(POSTED));
    }

    @Test
    void what_was_attached_is_told_by_name() {
        Decision decision = attached(Outcome.done(Invoices.REFERENCE));
        assertThat(decision.next()).isEqualTo(POSTED);
        assertThat(events(decision)).containsExactly("attached");
        assertThat(decision.history().getFirst().message()).contains("ml-connector m-1 note", "ml-connector m-1 x12");
    }

    @Test
    void a_refusal_and_an_absent_entity_end_it_with_the_reason_and_the_invoice_stays_posted() {
        for (Decision decision : List.of(
                looked(Outcome.refused(Problems.refusal())),
                looked(new Outcome.NotNow<>(ABSENT, Optional.empty())),
                attached(Outcome.refused(Problems.refusal())),
                asked(0, Outcome.refused(Problems.refusal())),
                asked(0, new Outcome.NotNow<>(ABSENT, Optional.empty())))) {
            assertThat(decision.next()).isEqualTo(POSTED);
            assertThat(decision.step()).isEqualTo(new Step.Rest());
            assertThat(events(decision)).containsExactly("not-attached");
            assertThat(decision.history().getFirst().message())
                    .contains("Nothing could be attached", "The invoice is posted all the same", "Ask ");
        }
    }

    @Test
    void what_certainly_did_not_happen_is_tried_a_few_times_with_growing_pauses_and_then_given_up() {
        Decision decision = attached(Outcome.notNow(Problems.serverError()));
        int tries = 1;
        Duration last = Duration.ZERO;
        while (decision.next() instanceof ToAttach again) {
            assertThat(again.invoice().failures()).isEqualTo(tries++);
            Duration pause = Duration.between(Problems.NOON, ((Step.WaitUntil) decision.step()).until());
            assertThat(pause).isGreaterThan(last);
            last = pause;
            Attaching next = new Attaching(again.invoice());
            decision = visited(
                    next,
                    AttachmentDecisions.afterAttaching(next, WANTED, Outcome.notNow(Problems.serverError()), NOW));
        }
        assertThat(tries).isEqualTo(5);
        assertThat(decision.next()).isEqualTo(POSTED);
        assertThat(events(decision)).containsExactly("not-attached");
    }

    @Test
    void a_closed_way_uses_up_no_try_but_after_a_day_it_is_given_up() {
        Problem away = Problem.of(ProblemCode.UNREACHABLE, "", "F&O cannot be reached. Check the network.");
        Decision waiting = looked(Outcome.notNow(away));
        assertThat(waiting.next()).isEqualTo(new ToAttach(INVOICE));
        assertThat(looked(Outcome.notNow(Problems.serverError())).next())
                .as("an answer that is none uses one up")
                .isEqualTo(new ToAttach(INVOICE.failed(1)));
        Circumstances dayLater = Problems.at(Problems.NOON.plus(Duration.ofHours(25)));
        assertThat(AttachmentDecisions.afterLooking(new ToAttach(INVOICE), WANTED, Outcome.notNow(away), dayLater)
                        .next())
                .isEqualTo(POSTED);
        AttachmentsInDoubt doubt = new AttachmentsInDoubt(INVOICE, 1);
        assertThat(AttachmentDecisions.afterAsking(doubt, WANTED, Outcome.notNow(away), NOW)
                        .next())
                .isEqualTo(doubt);
        assertThat(AttachmentDecisions.afterAsking(doubt, WANTED, Outcome.notNow(away), dayLater)
                        .next())
                .isEqualTo(POSTED);
    }

    @Test
    void an_unknown_outcome_and_a_crash_are_asked_for_and_never_written_again_before() {
        assertThat(attached(Outcome.unknown(Problems.connectionReset())).next())
                .isEqualTo(new AttachmentsInDoubt(INVOICE, 0));
        Attaching left = new Attaching(INVOICE);
        Decision crashed = visited(left, AttachmentDecisions.crashed(left, NOW));
        assertThat(crashed.next()).isEqualTo(new AttachmentsInDoubt(INVOICE, 0));
        assertThat(crashed.step()).isEqualTo(new Step.Ask());
    }

    @Test
    void attachments_in_doubt_that_are_found_are_attached() {
        assertThat(asked(0, ALL_THERE).next()).isEqualTo(POSTED);
        assertThat(events(asked(0, ALL_THERE))).containsExactly("attached");
    }

    @Test
    void only_an_absence_after_patience_counts() {
        for (int before = 0; before < Problems.ASKINGS - 1; before++) {
            assertThat(asked(before, NONE_THERE).next()).isEqualTo(new AttachmentsInDoubt(INVOICE, before + 1));
        }
        assertThat(asked(Problems.ASKINGS - 1, NONE_THERE).next()).isInstanceOf(ToAttach.class);
    }

    @Test
    void a_defect_of_ours_ends_it_too() {
        Decision decision = AttachmentDecisions.abandoned(INVOICE, "work on it broke off.", NOW);
        assertThat(decision.next()).isEqualTo(POSTED);
        assertThat(events(decision)).containsExactly("not-attached");
    }
}
