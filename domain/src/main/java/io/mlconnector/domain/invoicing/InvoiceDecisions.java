package io.mlconnector.domain.invoicing;

import static io.mlconnector.domain.words.HistoryEntry.entry;

import io.mlconnector.domain.flow.Circumstances;
import io.mlconnector.domain.flow.Decision;
import io.mlconnector.domain.flow.Failed;
import io.mlconnector.domain.flow.Held;
import io.mlconnector.domain.flow.Step;
import io.mlconnector.domain.invoicing.InvoiceState.DeletingHeader;
import io.mlconnector.domain.invoicing.InvoiceState.Duplicate;
import io.mlconnector.domain.invoicing.InvoiceState.HeaderPosted;
import io.mlconnector.domain.invoicing.InvoiceState.HeaderToDelete;
import io.mlconnector.domain.invoicing.InvoiceState.InDoubt;
import io.mlconnector.domain.invoicing.InvoiceState.LeftHeader;
import io.mlconnector.domain.invoicing.InvoiceState.Posted;
import io.mlconnector.domain.invoicing.InvoiceState.PostingHeader;
import io.mlconnector.domain.invoicing.InvoiceState.PostingLines;
import io.mlconnector.domain.invoicing.InvoiceState.PostingWhole;
import io.mlconnector.domain.invoicing.InvoiceState.Ready;
import io.mlconnector.domain.invoicing.InvoiceState.Received;
import io.mlconnector.domain.invoicing.written.InvoiceDifferences;
import io.mlconnector.domain.invoicing.written.PostedDifferences;
import io.mlconnector.domain.invoicing.written.PostedInvoice;
import io.mlconnector.domain.invoicing.written.WrittenInvoice;
import io.mlconnector.domain.retry.RetryTiming;
import io.mlconnector.domain.words.Cause;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.domain.words.HistoryEntry;
import io.mlconnector.domain.words.Outcome;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.ProblemCode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What happens next to an incoming vendor invoice. Pure: time and chance come in as arguments. */
public final class InvoiceDecisions {

    /** Code of the problem that the very same transaction set came before. */
    private InvoiceDecisions() {}

    /** Who chooses the reference under which header and lines belong together (configuration: headerReference). */
    public enum HeaderReference {
        /** F&O assigns it: header first, then the lines. */
        ASSIGNED,
        /** We choose it: header and lines in one change set. */
        OURS
    }

    /**
     * A document is taken up: for the first time, after a wait, or after a crash. A write that was under way when its
     * process ended has no outcome, so it is in doubt.
     */
    public static Decision resume(InvoiceState state, HeaderReference mode, Circumstances now) {
        return switch (state) {
            case Received received -> new Decision(received, new Step.Prepare(), List.of());
            case Ready(InvoiceToPost invoice, int failures) ->
                switch (mode) {
                    case OURS ->
                        intent(
                                new PostingWhole(invoice, failures),
                                "Creating invoice " + invoice.number() + " with "
                                        + InvoiceToPost.counted(invoice.parts()) + " in one change set",
                                now);
                    case ASSIGNED ->
                        intent(
                                new PostingHeader(invoice, failures),
                                "Creating the header of invoice " + invoice.number(),
                                now);
                };
            case HeaderPosted(InvoiceToPost invoice, String reference, Set<Integer> missing, int ignored)
            when missing.isEmpty() ->
                Decision.of(
                        new InDoubt(invoice, Optional.of(reference), now.now(), 0),
                        new Step.Ask(),
                        entry(
                                now.now(),
                                "whole-before",
                                "F&O had invoice " + invoice.number() + " whole as " + reference
                                        + "; it is asked whether it still has"));
            case HeaderPosted(InvoiceToPost invoice, String reference, Set<Integer> missing, int failures) ->
                intent(
                        new PostingLines(invoice, reference, missing, failures),
                        "Creating " + InvoiceToPost.counted(missing) + " of invoice " + invoice.number() + " under "
                                + reference,
                        now);
            case PostingWhole(InvoiceToPost invoice, int ignored) -> crashed(invoice, Optional.empty(), now);
            case PostingHeader(InvoiceToPost invoice, int ignored) -> crashed(invoice, Optional.empty(), now);
            case PostingLines(InvoiceToPost invoice, String reference, Set<Integer> ignored, int alsoIgnored) ->
                crashed(invoice, Optional.of(reference), now);
            case InDoubt doubt -> new Decision(doubt, new Step.Ask(), List.of());
            case HeaderToDelete toDelete -> new Decision(toDelete, new Step.Ask(), List.of());
            case DeletingHeader(LeftHeader header, int failures) ->
                Decision.of(
                        new HeaderToDelete(header, true, 0, failures),
                        new Step.Ask(),
                        entry(
                                now.now(),
                                "delete-in-doubt",
                                "A deletion in F&O was under way when its process ended; nobody knows whether it"
                                        + " happened"));
            case Posted ignored -> Decision.rest(state);
            // Taken up by AttachmentDecisions; whoever gets here by mistake writes nothing.
            case InvoiceState.FollowUp ignored -> Decision.rest(state);
            case Duplicate ignored -> Decision.rest(state);
        };
    }

    /** The invoice was aligned and checked, or could not be. */
    public static Decision afterExamination(
            Received state, Examination examination, HeaderReference mode, Circumstances now) {
        Received fresh = new Received(state.waived(), 0);
        return switch (examination) {
            case Examination.Passed(InvoiceToPost invoice, List<HistoryEntry> history) ->
                // Creating it may have failed before it was checked again: that counts on.
                resume(new Ready(invoice, state.failures()), mode, now).after(history);
            case Examination.Stopped(List<Problem> problems, List<HistoryEntry> history) ->
                held(Held.because(problems, fresh), now).after(history);
            case Examination.BegunBefore(
                    InvoiceToPost invoice,
                    String reference,
                    Set<Integer> missing,
                    List<HistoryEntry> history) ->
                (missing.isEmpty()
                                ? posted(invoice, reference, now)
                                : resume(new HeaderPosted(invoice, reference, missing, 0), mode, now))
                        .after(history);
            case Examination.AlreadyThere(Problem why, Optional<DocumentId> owner) -> duplicate(why, owner, now);
            case Examination.Refused(Problem why) -> refused(fresh, why, now);
            case Examination.Later(Problem why, Optional<Duration> retryAfter) ->
                again(state, fresh, state.failures(), why, retryAfter, now);
        };
    }

    /** The change set with header and lines ended in one of its four ways. */
    public static Decision afterPostingWhole(PostingWhole state, Outcome<String> outcome, Circumstances now) {
        InvoiceToPost invoice = state.invoice();
        return switch (outcome) {
            case Outcome.Done<String>(String reference) -> posted(invoice, reference, now);
            case Outcome.Refused<String>(Problem why) -> refused(new Received(invoice.waived(), 0), why, now);
            case Outcome.NotNow<String>(Problem why, Optional<Duration> retryAfter) ->
                examinedAgain(invoice, state.failures(), why, retryAfter, now);
            case Outcome.Unknown<String>(Problem why) -> doubt(invoice, Optional.empty(), why, now);
        };
    }

    /** The creation of the header ended in one of its four ways. */
    public static Decision afterPostingHeader(PostingHeader state, Outcome<String> outcome, Circumstances now) {
        InvoiceToPost invoice = state.invoice();
        return switch (outcome) {
            case Outcome.Done<String>(String reference) ->
                resume(new HeaderPosted(invoice, reference, invoice.parts(), 0), HeaderReference.ASSIGNED, now)
                        .after(List.of(entry(
                                now.now(),
                                "header-created",
                                "F&O created the header of invoice " + invoice.number() + " as " + reference,
                                Map.of("headerReference", reference))));
            case Outcome.Refused<String>(Problem why) -> refused(new Received(invoice.waived(), 0), why, now);
            case Outcome.NotNow<String>(Problem why, Optional<Duration> retryAfter) ->
                examinedAgain(invoice, state.failures(), why, retryAfter, now);
            case Outcome.Unknown<String>(Problem why) -> doubt(invoice, Optional.empty(), why, now);
        };
    }

    /** The creation of lines ended in one of its four ways. A refusal leaves the header there, to be gone on with. */
    public static Decision afterPostingLines(PostingLines state, Outcome<String> outcome, Circumstances now) {
        InvoiceToPost invoice = state.invoice();
        String reference = state.headerReference();
        HeaderPosted header = new HeaderPosted(invoice, reference, state.missing(), 0);
        return switch (outcome) {
            case Outcome.Done<String>(String ignored) -> posted(invoice, reference, now);
            case Outcome.Refused<String>(Problem why) -> refused(header, leftBehind(header, why), now);
            case Outcome.NotNow<String>(Problem why, Optional<Duration> retryAfter) ->
                again(header, header, state.failures(), leftBehind(header, why), why, retryAfter, now);
            case Outcome.Unknown<String>(Problem why) -> doubt(invoice, Optional.of(reference), why, now);
        };
    }

    /** A header without its lines stays in F&O: a person has to know of it, whatever becomes of the document. */
    private static Problem leftBehind(HeaderPosted header, Problem why) {
        InvoiceToPost invoice = header.invoice();
        return new Problem(
                        why.code(),
                        why.message() + " The header of invoice " + invoice.number() + " is in F&O without its "
                                + InvoiceToPost.inWords(header.missing()) + ": "
                                + invoice.headerInWords(header.headerReference())
                                + ". Repair the cause and replay this document, which then adds them; or discard it with"
                                + " --delete-header (deleteHeader in the interface), which deletes that pending invoice in"
                                + " F&O.",
                        why.causeKey(),
                        why.details())
                .with("headerReference", header.headerReference())
                .with("legalEntity", invoice.legalEntity().id())
                .with("vendorAccount", invoice.vendor().number())
                .with("invoiceNumber", invoice.number());
    }

    /**
     * F&O was asked for an invoice that is in doubt. Found under our mark, and different from what was meant: held. Found and the
     * same as far as it is there: the missing lines are added, after patience where lines were under way. Found under another, after patience: somebody keyed it, ours is a duplicate. Not found, after
     * patience: it did not happen.
     */
    public static Decision afterAsking(InDoubt state, Outcome<InvoiceSearchResult> outcome, Circumstances now) {
        int asked = state.asked() + 1;
        return switch (outcome) {
            case Outcome.Done<InvoiceSearchResult>(InvoiceSearchResult sight) -> settle(state, sight, now);
            case Outcome.Refused<InvoiceSearchResult>(Problem why) ->
                asked < now.timing().askings()
                        ? askAgain(state, why.message(), now)
                        : held(Held.because(why, state), now);
            case Outcome.Unknown<InvoiceSearchResult>(Problem why) ->
                Decision.of(state, now.waitAfter(asked, Optional.empty()), entry(now.now(), "asking-postponed", why));
            case Outcome.NotNow<InvoiceSearchResult>(Problem why, Optional<Duration> retryAfter) ->
                Decision.of(state, now.waitAfter(asked, retryAfter), entry(now.now(), "asking-postponed", why));
        };
    }

    private static Decision settle(InDoubt state, InvoiceSearchResult sight, Circumstances now) {
        InvoiceToPost invoice = state.invoice();
        boolean patient = state.asked() + 1 < now.timing().askings();
        InvoicePresence presence = InvoicePresence.of(sight.found(), invoice, state.headerReference(), Set.of());
        if (presence instanceof InvoicePresence.Ours(ExistingInvoice found)) {
            Optional<Problem> differs = found.place() == ExistingInvoice.Place.PENDING
                    ? sight.ours().flatMap(there -> differs(invoice, found.reference(), there))
                    : sight.posted().flatMap(there -> differs(invoice, found.reference(), there));
            if (differs.isPresent()) {
                return held(Held.because(differs.get(), state), now);
            }
            Set<Integer> missing = new TreeSet<>(invoice.parts());
            missing.removeAll(sight.parts());
            if (found.place() == ExistingInvoice.Place.POSTED || missing.isEmpty()) {
                return posted(invoice, found.reference(), now);
            }
            // Header and lines of one change set come together: without its lines it was posted while we looked.
            boolean together = found.reference().equals(invoice.mark());
            if (patient && (state.headerReference().isPresent() || together)) {
                String seen = "F&O has invoice " + invoice.number() + " as " + found.reference();
                return askAgain(
                        state, seen + " without " + InvoiceToPost.inWords(missing) + ", which may still come", now);
            }
            return Decision.of(
                    new HeaderPosted(invoice, found.reference(), missing, 0),
                    new Step.WaitUntil(now.now()),
                    entry(
                            now.now(),
                            "header-found",
                            "F&O has the header of invoice " + invoice.number() + " as " + found.reference()
                                    + "; missing: " + InvoiceToPost.inWords(missing),
                            Map.of("headerReference", found.reference())));
        }
        if (patient) {
            // Also where somebody else's is there: ours may still come, and would be left without its lines.
            String seen = presence instanceof InvoicePresence.Absent
                    ? "F&O does not show invoice " + invoice.number()
                    : "F&O has invoice " + invoice.number() + " of somebody else, and ours may still come";
            return askAgain(state, seen, now);
        }
        if (presence instanceof InvoicePresence.Foreign(ExistingInvoice other)) {
            return duplicate(existing(invoice, other, sight.posted()), Optional.empty(), now);
        }
        if (state.headerReference().isPresent()) {
            return vanished(state, state.headerReference().get(), now);
        }
        return Decision.of(
                new Received(invoice.waived(), 0),
                new Step.WaitUntil(now.now()),
                entry(
                        now.now(),
                        "did-not-arrive",
                        "F&O was asked " + now.timing().askings() + " times and has no invoice " + invoice.number()
                                + " of this vendor: the write did not happen. The invoice is checked again and created"));
    }

    /**
     * Why an invoice that F&O has under our mark is not taken for ours: it says something else than what was meant. Parts that are
     * missing are no difference.
     *
     * @param reference its header reference
     * @return empty if it says the same, or a person accepts what it says
     */
    public static Optional<Problem> differs(InvoiceToPost invoice, String reference, WrittenInvoice there) {
        List<String> differences = InvoiceDifferences.of(invoice.written(), there);
        return differs(
                invoice,
                reference,
                differences,
                "F&O has invoice " + invoice.number() + " of this document as " + reference
                        + ", and it says something else than what was to be written: "
                        + InvoiceDifferences.inWords(differences)
                        + ". Compare both: correct the pending invoice in F&O and replay this document; or release it to"
                        + " accept what F&O has; or delete the pending invoice in F&O and discard this document.");
    }

    /**
     * The same of one that F&O has posted: what its journal does not tell is no difference.
     *
     * @param reference its voucher or journal key
     */
    public static Optional<Problem> differs(InvoiceToPost invoice, String reference, PostedInvoice there) {
        List<String> differences = PostedDifferences.of(invoice.written(), there);
        return differs(
                invoice,
                reference,
                differences,
                "F&O has posted invoice " + invoice.number() + " of this document as " + reference
                        + ", and it says something else than what was to be written: "
                        + InvoiceDifferences.inWords(differences)
                        + ". Compare both: release this document to accept what was posted; or correct it in the ledger of F&O"
                        + " and discard this document.");
    }

    private static Optional<Problem> differs(
            InvoiceToPost invoice, String reference, List<String> differences, String message) {
        if (differences.isEmpty()) {
            return Optional.empty();
        }
        Problem why = Problem.of(ProblemCode.INVOICE_DIFFERS, invoice.number() + ":" + reference, message)
                .with("headerReference", reference)
                .with("differences", Integer.toString(differences.size()));
        return invoice.accepts(why) ? Optional.empty() : Optional.of(why);
    }

    /** F&O had the header and has it no more: somebody removed it, and it is not created again without asking. */
    private static Decision vanished(InDoubt state, String reference, Circumstances now) {
        String number = state.invoice().number();
        Problem why = Problem.of(
                ProblemCode.HEADER_VANISHED,
                number,
                "F&O had invoice " + number + " as " + reference + " and does not show it any more. If somebody removed"
                        + " it on purpose, discard this document; if not, release it to have it created again.");
        InDoubt anew = new InDoubt(state.invoice(), Optional.empty(), state.since(), 0);
        return held(Held.because(why, anew), now);
    }

    /** Says which document of ours has the same invoice already. */
    public static Problem repeats(DocumentId owner) {
        return Problem.of(
                ProblemCode.INVOICE_REPEATED,
                owner.text(),
                "The same invoice of the same vendor is document " + owner
                        + " already. Nothing is posted for this one.");
    }

    /** Says where an invoice of the same number is. */
    public static Problem existing(InvoiceToPost invoice, ExistingInvoice other) {
        return Problem.of(
                ProblemCode.INVOICE_EXISTS,
                invoice.legalEntity() + ":" + invoice.vendor() + ":" + invoice.number(),
                "F&O already has invoice " + invoice.number() + " of vendor " + invoice.vendor() + " in "
                        + invoice.legalEntity() + ", "
                        + (other.place() == ExistingInvoice.Place.PENDING
                                ? "pending under header reference " + other.reference()
                                : "posted as " + other.reference())
                        + ". Nothing was posted; if this is another invoice, ask the partner for a number of its own.");
    }

    /** The same with what it says otherwise, where it is posted and the journal tells. */
    private static Problem existing(InvoiceToPost invoice, ExistingInvoice other, Optional<PostedInvoice> posted) {
        Problem there = existing(invoice, other);
        List<String> differences = posted.map(found -> PostedDifferences.of(invoice.written(), found))
                .orElseGet(List::of);
        return differences.isEmpty()
                ? there
                : new Problem(
                        there.code(),
                        there.message() + " What was posted says something else than this document: "
                                + InvoiceDifferences.inWords(differences) + ".",
                        there.causeKey(),
                        there.details());
    }

    private static Decision intent(InvoiceState next, String message, Circumstances now) {
        return Decision.of(next, new Step.Write(), entry(now.now(), "post-intended", message));
    }

    private static Decision crashed(InvoiceToPost invoice, Optional<String> headerReference, Circumstances now) {
        return Decision.of(
                new InDoubt(invoice, headerReference, now.now(), 0),
                new Step.Ask(),
                entry(
                        now.now(),
                        "post-in-doubt",
                        "A write to F&O was under way when its process ended; nobody knows whether it happened"));
    }

    private static Decision doubt(
            InvoiceToPost invoice, Optional<String> headerReference, Problem why, Circumstances now) {
        return Decision.of(
                new InDoubt(invoice, headerReference, now.now(), 0),
                new Step.Ask(),
                entry(now.now(), "post-in-doubt", why));
    }

    private static Decision held(Held held, Circumstances now) {
        return Decision.of(held, new Step.Rest(), entry(now.now(), "held", held.why()));
    }

    private static Decision duplicate(Problem why, Optional<DocumentId> owner, Circumstances now) {
        return Decision.of(new Duplicate(why, owner), new Step.Rest(), entry(now.now(), "duplicate", why));
    }

    private static Decision posted(InvoiceToPost invoice, String reference, Circumstances now) {
        return Decision.of(
                new Posted(reference, now.now()),
                new Step.Rest(),
                entry(
                        now.now(),
                        "posted",
                        "Invoice " + invoice.number() + " is in F&O as vendor invoice " + reference + " with "
                                + InvoiceToPost.counted(invoice.parts()),
                        Map.of("headerReference", reference)));
    }

    private static Decision refused(InvoiceState resume, Problem why, Circumstances now) {
        return Decision.of(new Failed(why, resume), new Step.Rest(), entry(now.now(), "refused", why));
    }

    /** Nothing was created. Others may have billed the same goods since it was checked, so it is checked again first. */
    private static Decision examinedAgain(
            InvoiceToPost invoice, int failures, Problem why, Optional<Duration> retryAfter, Circumstances now) {
        Received anew = new Received(invoice.waived(), 0);
        return again(anew, anew, failures, why, retryAfter, now);
    }

    private static Decision again(
            InvoiceState state,
            InvoiceState fresh,
            int failuresBefore,
            Problem why,
            Optional<Duration> retryAfter,
            Circumstances now) {
        return again(state, fresh, failuresBefore, why, why, retryAfter, now);
    }

    /** The same with what is told if it is given up. */
    private static Decision again(
            InvoiceState state,
            InvoiceState fresh,
            int failuresBefore,
            Problem inTheEnd,
            Problem why,
            Optional<Duration> retryAfter,
            Circumstances now) {
        int failures = RetryTiming.counted(failuresBefore, why);
        if (!now.timing().another(failures, why)) {
            return Decision.of(new Failed(inTheEnd, fresh), new Step.Rest(), entry(now.now(), "given-up", inTheEnd));
        }
        InvoiceState next = withFailures(state, failures);
        return Decision.of(next, now.waitAfter(failures, retryAfter), entry(now.now(), "postponed", why));
    }

    private static InvoiceState withFailures(InvoiceState state, int failures) {
        return switch (state) {
            case Received(Set<Cause> waived, int ignored) -> new Received(waived, failures);
            case Ready(InvoiceToPost invoice, int ignored) -> new Ready(invoice, failures);
            case HeaderPosted(InvoiceToPost invoice, String reference, Set<Integer> missing, int ignored) ->
                new HeaderPosted(invoice, reference, missing, failures);
            default -> state;
        };
    }

    private static Decision askAgain(InDoubt state, String seen, Circumstances now) {
        int asked = state.asked() + 1;
        return Decision.of(
                new InDoubt(state.invoice(), state.headerReference(), state.since(), asked),
                now.waitBeforeAsking(asked),
                entry(
                        now.now(),
                        "asked",
                        seen + "; asked " + asked + " of " + now.timing().askings() + " times"));
    }
}
