package io.mlconnector.domain.invoicing.deletion;

import static io.mlconnector.domain.words.HistoryEntry.entry;

import io.mlconnector.domain.flow.Circumstances;
import io.mlconnector.domain.flow.Decision;
import io.mlconnector.domain.flow.Discarded;
import io.mlconnector.domain.flow.Failed;
import io.mlconnector.domain.flow.FlowState;
import io.mlconnector.domain.flow.Halted;
import io.mlconnector.domain.flow.Progress;
import io.mlconnector.domain.flow.Replay;
import io.mlconnector.domain.flow.Step;
import io.mlconnector.domain.flow.StoppedInterventions;
import io.mlconnector.domain.invoicing.ExistingInvoice;
import io.mlconnector.domain.invoicing.InvoiceState.DeletingHeader;
import io.mlconnector.domain.invoicing.InvoiceState.HeaderPosted;
import io.mlconnector.domain.invoicing.InvoiceState.HeaderToDelete;
import io.mlconnector.domain.invoicing.InvoiceState.InDoubt;
import io.mlconnector.domain.invoicing.InvoiceState.LeftHeader;
import io.mlconnector.domain.invoicing.InvoiceState.Received;
import io.mlconnector.domain.invoicing.InvoiceToPost;
import io.mlconnector.domain.invoicing.written.InvoiceDifferences;
import io.mlconnector.domain.invoicing.written.WrittenInvoice;
import io.mlconnector.domain.retry.RetryTiming;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.domain.words.HistoryEntry;
import io.mlconnector.domain.words.Outcome;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.ProblemCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A header without its lines, or without some of them, was left behind in F&O, and a person discards the document. What the header is,
 * and whether and how it is deleted, with those lines and charges under it that we wrote ourselves. Pure: time and chance come in as arguments.
 */
public final class HeaderDeletion {

    /** So often F&O may say that a header is not there which it shows. */
    private static final int MOST_NOT_THERE = 3;

    private HeaderDeletion() {}

    /** The header that F&O certainly has of a stopped document, without some of its lines; empty if there is none. */
    public static Optional<HeaderPosted> leftBehind(FlowState state) {
        return !(state instanceof Progress) && state.progress() instanceof HeaderPosted header
                ? Optional.of(header)
                : Optional.empty();
    }

    /**
     * A person discards a document and leaves what F&O has of it alone.
     *
     * @param id of the document
     * @param why who discards it and why
     */
    public static Optional<Decision> discard(FlowState state, DocumentId id, Problem why, HistoryEntry who) {
        Problem told = leftBehind(state)
                .map(header -> why.with("headerReference", header.headerReference()))
                .map(problem -> new Problem(
                        problem.code(),
                        sentence(problem.message()) + " "
                                + stillThere(state, id).orElse(""),
                        problem.causeKey(),
                        problem.details()))
                .orElse(why);
        return StoppedInterventions.discard(state, told, who);
    }

    private static String sentence(String text) {
        return text.endsWith(".") ? text : text + ".";
    }

    /** Says that a header is still in F&O, and how to delete it; empty if there is none. */
    public static Optional<String> stillThere(FlowState state, DocumentId id) {
        return leftBehind(state)
                .map(header -> "A header of it is still in F&O, "
                        + (header.missing().isEmpty()
                                ? "with its lines"
                                : "without its " + InvoiceToPost.inWords(header.missing()))
                        + ": "
                        + header.invoice().headerInWords(header.headerReference())
                        + ". To delete it there: documents discard " + id + " --delete-header.");
    }

    /**
     * A person discards a document and wants gone what was left behind of it; also after it was discarded.
     *
     * @param why who discards it and why
     */
    public static Replay begin(FlowState state, Problem why, HistoryEntry who) {
        Optional<HeaderPosted> left = leftBehind(state);
        if (left.isPresent()) {
            HeaderPosted header = left.get();
            return Replay.again(
                    new HeaderToDelete(
                            new LeftHeader(header.invoice(), header.headerReference(), header.missing(), why),
                            false,
                            0,
                            0),
                    who);
        }
        if (state.progress() instanceof HeaderToDelete || state.progress() instanceof DeletingHeader) {
            return Replay.refused("Its header is being deleted in F&O already. Wait for the outcome.");
        }
        if (state instanceof Discarded) {
            return Replay.refused("It is discarded already, and no header of it is known to be in F&O.");
        }
        if (state instanceof Halted halted && halted.resume() instanceof InDoubt) {
            return Replay.refused("Nobody knows what F&O has of this invoice, so nothing is deleted. Release it: F&O is"
                    + " asked again. Or look for it in F&O, and discard the document without --delete-header.");
        }
        return StoppedInterventions.discard(state, why, who)
                .<Replay>map(Replay.Again::new)
                .orElseGet(() -> Replay.refused("Only held and failed documents can be discarded."));
    }

    /** F&O was asked what it has under the header's reference. */
    public static Decision afterLooking(HeaderToDelete state, Outcome<HeaderSight> outcome, Circumstances now) {
        return switch (outcome) {
            case Outcome.Done<HeaderSight>(HeaderSight sight) -> seen(state, sight, now);
            case Outcome.Refused<HeaderSight>(Problem why) -> kept(state.header(), why, why.message(), now);
            case Outcome.NotNow<HeaderSight>(Problem why, Optional<Duration> retryAfter) ->
                lookAgain(state, why, retryAfter, now);
            case Outcome.Unknown<HeaderSight>(Problem why) -> lookAgain(state, why, Optional.empty(), now);
        };
    }

    private static Decision seen(HeaderToDelete state, HeaderSight sight, Circumstances now) {
        LeftHeader header = state.header();
        if (sight.pending().isEmpty()) {
            return sight.others().stream()
                    .filter(other -> other.place() == ExistingInvoice.Place.POSTED)
                    .findFirst()
                    .map(posted -> kept(
                            header,
                            notDeleted(header, ""),
                            "F&O has posted invoice " + header.invoice().number() + " as " + posted.reference()
                                    + ", and what is posted is not deleted.",
                            now))
                    .orElseGet(() -> gone(
                            header,
                            state.doubted()
                                    ? "F&O does not show header " + header.headerReference()
                                            + " any more: it was deleted"
                                    : "F&O had no header " + header.headerReference()
                                            + " any more; nothing was deleted",
                            now));
        }
        Optional<String> objection = objection(header, sight.pending().get());
        if (objection.isPresent()) {
            return kept(header, notDeleted(header, ""), objection.get(), now);
        }
        LeftHeader found = header.having(ours(header, sight.pending().get()));
        int asked = state.asked() + 1;
        if (state.doubted() && asked < now.timing().askings()) {
            return Decision.of(
                    new HeaderToDelete(header, true, asked, state.failures()),
                    now.waitBeforeAsking(asked),
                    entry(
                            now.now(),
                            "asked",
                            "F&O still shows header " + header.headerReference() + ", and the deletion may still come;"
                                    + " asked " + asked + " of "
                                    + now.timing().askings() + " times"));
        }
        return Decision.of(
                new DeletingHeader(found, state.failures()),
                new Step.Write(),
                entry(
                        now.now(),
                        "delete-intended",
                        "Deleting the header of invoice " + header.invoice().number() + withParts(found.parts())
                                + ": "
                                + header.invoice().headerInWords(header.headerReference())));
    }

    /** Its lines and charges for a person: {@code , with its lines [1, 2]}; empty if it has none. */
    public static String withParts(Set<Integer> parts) {
        return parts.isEmpty() ? "" : ", with its " + InvoiceToPost.inWords(parts);
    }

    /** The parts that are there; charges of other codes are those that F&O has added by itself, and go with the header. */
    private static Set<Integer> ours(LeftHeader header, WrittenInvoice found) {
        Set<Integer> parts = new TreeSet<>(found.parts());
        parts.retainAll(header.invoice().parts());
        return parts;
    }

    /**
     * Why what is pending under the reference is not deleted; empty if it is the header that we left behind.
     *
     * @param found with its lines and charges
     * @return empty also if every line and charge under it is exactly one that we wrote
     */
    public static Optional<String> objection(LeftHeader header, WrittenInvoice found) {
        InvoiceToPost invoice = header.invoice();
        if (!found.vendor().strip().equalsIgnoreCase(invoice.vendor().number())
                || !found.number().strip().equalsIgnoreCase(invoice.number())) {
            return Optional.of("It is invoice " + found.number() + " of vendor " + found.vendor()
                    + " in F&O by now: somebody made another invoice of it.");
        }
        List<String> differences = new ArrayList<>(InvoiceDifferences.of(invoice.written(), found));
        found.lines().forEach(line -> untold(invoice.written(), line).ifPresent(differences::add));
        return differences.isEmpty()
                ? Optional.empty()
                : Optional.of("Somebody has changed it in F&O, and only what is exactly as we wrote it is deleted: "
                        + InvoiceDifferences.inWords(differences)
                        + ". Delete the pending invoice in F&O if nobody needs it; or make it again what was meant, and repeat"
                        + " this or replay the document.");
    }

    /** Where nothing is told, a comparison lets a line pass; a deletion does not. */
    private static Optional<String> untold(WrittenInvoice meant, WrittenInvoice.Line found) {
        return meant.lines().stream()
                .filter(line -> line.number() == found.number())
                .filter(line -> line.orderLine() != 0
                        && (found.orderLine() == 0 || found.orderNumber().isBlank()))
                .findFirst()
                .map(line -> "line " + found.number() + " order line: " + line.orderNumber() + " line "
                        + line.orderLine() + " meant, none in F&O");
    }

    /** The deletion ended in one of its four ways. */
    public static Decision afterDeleting(DeletingHeader state, Outcome<String> outcome, Circumstances now) {
        LeftHeader header = state.header();
        return switch (outcome) {
            case Outcome.Done<String> ignored ->
                gone(
                        header,
                        "F&O deleted the header of invoice " + header.invoice().number() + ", "
                                + header.headerReference() + withParts(header.parts()),
                        now);
            case Outcome.Refused<String>(Problem why) when why.is(ProblemCode.NOT_FOUND) -> notThere(state, why, now);
            case Outcome.Refused<String>(Problem why) -> kept(header, why, why.message(), now);
            case Outcome.NotNow<String>(Problem why, Optional<Duration> retryAfter) ->
                lookAgain(new HeaderToDelete(header, false, 0, state.failures()), why, retryAfter, now);
            case Outcome.Unknown<String>(Problem why) ->
                Decision.of(
                        new HeaderToDelete(header, true, 0, state.failures()),
                        now.waitBeforeAsking(0),
                        entry(now.now(), "delete-in-doubt", why));
        };
    }

    /** It is gone, deleted or posted: F&O is asked which. Where it shows what it says is not there, somebody has to look. */
    private static Decision notThere(DeletingHeader state, Problem why, Circumstances now) {
        int failures = state.failures() + 1;
        return failures > MOST_NOT_THERE
                ? kept(state.header(), why, why.message(), now)
                : Decision.of(
                        new HeaderToDelete(state.header(), false, 0, failures),
                        new Step.WaitUntil(now.now()),
                        entry(
                                now.now(),
                                "header-not-there",
                                "F&O answered that there is no header "
                                        + state.header().headerReference()));
    }

    private static Decision lookAgain(
            HeaderToDelete state, Problem why, Optional<Duration> retryAfter, Circumstances now) {
        int failures = RetryTiming.counted(state.failures(), why);
        if (!state.doubted() && !now.timing().another(failures, why)) {
            return kept(state.header(), why, why.message(), now);
        }
        return Decision.of(
                new HeaderToDelete(state.header(), state.doubted(), state.asked(), failures),
                now.waitAfter(failures, retryAfter),
                entry(now.now(), "postponed", why));
    }

    /** It is there, and stays there. */
    private static Decision kept(LeftHeader header, Problem cause, String why, Circumstances now) {
        Problem problem = notDeleted(header, why);
        for (Map.Entry<String, String> detail : cause.details().entrySet()) {
            problem = problem.with(detail.getKey(), detail.getValue());
        }
        return Decision.of(
                new Failed(problem, new HeaderPosted(header.invoice(), header.headerReference(), header.missing(), 0)),
                new Step.Rest(),
                entry(now.now(), "header-not-deleted", problem));
    }

    private static Problem notDeleted(LeftHeader header, String why) {
        return Problem.of(
                        ProblemCode.HEADER_NOT_DELETED,
                        header.headerReference(),
                        "The header of invoice " + header.invoice().number()
                                + " was not deleted in F&O, and the document is"
                                + " not discarded ("
                                + header.invoice().headerInWords(header.headerReference()) + "). " + why)
                .with("headerReference", header.headerReference());
    }

    /** F&O has nothing of the invoice any more. */
    private static Decision gone(LeftHeader header, String what, Circumstances now) {
        Problem before = Problem.of(
                ProblemCode.HEADER_DELETED,
                header.headerReference(),
                what + ". F&O has nothing of invoice " + header.invoice().number()
                        + ": replay this document to have it created anew.");
        Problem discarded = header.discarded();
        return Decision.of(
                Discarded.because(
                        new Problem(
                                        discarded.code(),
                                        sentence(discarded.message()) + " " + what + ".",
                                        discarded.causeKey(),
                                        discarded.details())
                                .with("headerReference", header.headerReference()),
                        new Failed(before, new Received(header.invoice().waived(), 0))),
                new Step.Rest(),
                entry(now.now(), "header-deleted", what, Map.of("headerReference", header.headerReference())));
    }
}
