package io.mlconnector.domain.invoicing;

import io.mlconnector.domain.flow.Discarded;
import io.mlconnector.domain.flow.FlowState;
import io.mlconnector.domain.flow.Halted;
import io.mlconnector.domain.flow.Progress;
import io.mlconnector.domain.flow.Replay;
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
import io.mlconnector.domain.words.Cause;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.domain.words.HistoryEntry;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.ProblemCode;
import io.mlconnector.domain.words.Stage;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;

/** What a person can do to an incoming vendor invoice. Pure: time comes in with the entry that says who did it and why. */
public final class InvoiceInterventions {

    private InvoiceInterventions() {}

    /**
     * A person asks for the work to be done again. What F&O may have is gone on with or asked for, never begun anew.
     *
     * @param from the stage from which it is done again: {@code received} and {@code decoded} align and check anew, {@code
     *     checked} goes on with what was checked; empty is from where it stopped
     */
    public static Replay replay(FlowState state, Optional<Stage> from, HistoryEntry who) {
        InvoiceState at = place(state);
        return switch (state) {
            case Discarded discarded ->
                discarded.replacedBy().isPresent()
                        ? Replay.nothing(state, discarded.why().message(), who)
                        : Replay.refused("It was discarded: " + discarded.why().message()
                                + " Restore it first, then replay it.");
            case Halted ignored -> from(at, from, who);
            case Progress ignored -> onItsWay(at, from, who);
        };
    }

    private static Replay onItsWay(InvoiceState at, Optional<Stage> from, HistoryEntry who) {
        return switch (at) {
            case Posted(String reference, Instant on) ->
                Replay.nothing(at, "posted as " + reference + " on " + day(on) + ".", who);
            case InvoiceState.FollowUp followUp ->
                Replay.refused("Invoice " + followUp.invoice().number() + " is posted as "
                        + followUp.invoice().posted().headerReference()
                        + ", and what explains it is being attached there. Nothing is left to replay.");
            case Duplicate(Problem why, Optional<DocumentId> ignored) ->
                why.is(ProblemCode.DOCUMENT_REPEATED)
                        ? Replay.nothing(at, "a duplicate. " + why.message() + " Replay that one.", who)
                        : from(new Received(Set.of(), 0), from, who);
            case InDoubt doubt ->
                Replay.refused(
                        "Whether invoice " + doubt.invoice().number() + " arrived in F&O is being found out: F&O was"
                                + " asked " + doubt.asked()
                                + " times and is asked again. Wait for the answer; asking faster would prove nothing.");
            case PostingWhole posting -> underWay(posting.invoice());
            case PostingHeader posting -> underWay(posting.invoice());
            case PostingLines posting -> underWay(posting.invoice());
            case Received ignored -> from(at, from, who);
            case Ready ignored -> from(at, from, who);
            case HeaderPosted ignored -> from(at, from, who);
            case HeaderToDelete deletion -> beingDeleted(deletion.header());
            case DeletingHeader deletion -> beingDeleted(deletion.header());
        };
    }

    private static Replay beingDeleted(LeftHeader header) {
        return Replay.refused("Its header " + header.headerReference()
                + " is being deleted in F&O, as a person asked. Wait for the outcome.");
    }

    private static InvoiceState place(FlowState state) {
        if (state.progress() instanceof InvoiceState place) {
            return place;
        }
        throw new IllegalArgumentException("Not the state of a vendor invoice: " + state);
    }

    private static Replay underWay(InvoiceToPost invoice) {
        return Replay.refused("A write of invoice " + invoice.number() + " to F&O is under way. Wait for its outcome.");
    }

    private static Replay from(InvoiceState resume, Optional<Stage> from, HistoryEntry who) {
        if (from.isEmpty()) {
            return Replay.again(resume instanceof InDoubt doubt ? doubt.askedAnew() : resume, who);
        }
        return switch (from.get()) {
            case RECEIVED, DECODED -> anew(resume, from.get(), who);
            case CHECKED -> asChecked(resume, who);
            default ->
                Replay.refused(
                        "An invoice is replayed from received or decoded (aligned and checked anew) or from checked"
                                + " (goes on where it stopped), not from "
                                + from.get().word() + ".");
        };
    }

    private static Replay anew(InvoiceState resume, Stage from, HistoryEntry who) {
        return switch (resume) {
            case Received(Set<Cause> waived, int ignored) -> Replay.again(new Received(waived, 0), who);
            case Ready(InvoiceToPost invoice, int ignored) -> Replay.again(new Received(invoice.waived(), 0), who);
            case HeaderPosted(InvoiceToPost invoice, String reference, Set<Integer> missing, int ignored) ->
                Replay.refused("F&O has the header of invoice " + invoice.number() + " as " + reference
                        + ", so it is not begun anew from " + from.word() + ". Replay it from checked: the "
                        + InvoiceToPost.counted(missing) + " that are missing are added.");
            default ->
                Replay.refused("Nobody knows whether the invoice arrived in F&O, so it is not begun anew from "
                        + from.word() + ". Replay it from checked: F&O is asked again.");
        };
    }

    private static Replay asChecked(InvoiceState resume, HistoryEntry who) {
        return switch (resume) {
            case Received ignored ->
                Replay.refused("It was not checked, or F&O refused what was checked, so there is nothing to go on with."
                        + " Replay it from received.");
            case InDoubt doubt -> Replay.again(doubt.askedAnew(), who);
            default -> Replay.again(resume, who);
        };
    }

    /**
     * A person corrects what an invoice says, of which F&O certainly has nothing. It is aligned and checked anew; nothing that
     * was accepted before is accepted any more.
     */
    public static Replay resubmit(FlowState state, HistoryEntry who) {
        if (state.mayHaveWritten()) {
            return Replay.refused(
                    "F&O has something of this invoice, or may have. Its content stays as it is: replay it,"
                            + " correct the pending invoice in F&O, or ask the partner for a credit note.");
        }
        return switch (state) {
            case Halted ignored -> Replay.again(new Received(Set.of(), 0), who);
            case Discarded discarded ->
                discarded.replacedBy().isPresent()
                        ? Replay.refused(discarded.why().message() + " Edit that one.")
                        : Replay.again(new Received(Set.of(), 0), who);
            case Duplicate duplicate ->
                Replay.refused(duplicate.why().message() + " Only a held, failed or discarded invoice can be edited.");
            case Progress ignored ->
                Replay.refused("It is on its way. Only a held, failed or discarded invoice can be edited; wait until it"
                        + " stands still.");
        };
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }
}
