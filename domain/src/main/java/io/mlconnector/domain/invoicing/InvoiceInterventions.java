package io.mlconnector.domain.invoicing;

import io.mlconnector.domain.flow.Decision;
import io.mlconnector.domain.flow.Replay;
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
import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.Stage;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** What a person can do to an incoming vendor invoice. Pure: time comes in with the entry that says who did it and why. */
public final class InvoiceInterventions {

    private InvoiceInterventions() {}

    /**
     * A person lets a held invoice go on, accepting every problem for which it was held; a failed one is tried again.
     *
     * @return empty if the document neither is held nor has failed
     */
    public static Optional<Decision<InvoiceState>> release(InvoiceState state, HistoryEntry who) {
        if (state instanceof Held(Problem why, Received(Set<String> waived, int ignored))) {
            Set<String> more = new HashSet<>(waived);
            more.add(why.code());
            why.details().forEach((name, code) -> {
                if (name.startsWith(InvoiceExamination.ALSO)) {
                    more.add(code);
                }
            });
            return goOn(new Received(more, 0), who);
        }
        return switch (state) {
            case Held(Problem ignored, InDoubt doubt) -> goOn(askedAnew(doubt), who);
            case Held(Problem ignored, InvoiceState resume) -> goOn(resume, who);
            case Failed(Problem ignored, InvoiceState resume) -> goOn(resume, who);
            default -> Optional.empty();
        };
    }

    /**
     * A person asks for the work to be done again. What F&O may have is gone on with or asked for, never begun anew.
     *
     * @param from the stage from which it is done again: {@code received} and {@code decoded} align and check anew, {@code
     *     checked} goes on with what was checked; empty is from where it stopped
     */
    public static Replay<InvoiceState> replay(InvoiceState state, Optional<Stage> from, HistoryEntry who) {
        return switch (state) {
            case Posted(String reference, Instant at) ->
                Replay.nothing(state, "posted as " + reference + " on " + day(at) + ".", who);
            case Duplicate(Problem why) ->
                why.code().equals(InvoiceDecisions.REPEATED_SET)
                        ? Replay.nothing(state, "a duplicate. " + why.message() + " Replay that one.", who)
                        : from(new Received(Set.of(), 0), from, who);
            case InDoubt doubt ->
                Replay.refused(
                        "Whether invoice " + doubt.invoice().number() + " arrived in F&O is being found out: F&O was"
                                + " asked " + doubt.asked()
                                + " times and is asked again. Wait for the answer; asking faster would prove nothing.");
            case PostingWhole posting -> underWay(posting.invoice());
            case PostingHeader posting -> underWay(posting.invoice());
            case PostingLines posting -> underWay(posting.invoice());
            case Held(Problem ignored, InvoiceState resume) -> from(resume, from, who);
            case Failed(Problem ignored, InvoiceState resume) -> from(resume, from, who);
            case Discarded(Problem why, InvoiceState ignored) ->
                replacement(why).isPresent()
                        ? Replay.nothing(state, why.message(), who)
                        : Replay.refused("It was discarded: " + why.message() + " Restore it first, then replay it.");
            case InvoiceState moving -> from(moving, from, who);
        };
    }

    private static Replay<InvoiceState> underWay(InvoiceToPost invoice) {
        return Replay.refused("A write of invoice " + invoice.number() + " to F&O is under way. Wait for its outcome.");
    }

    private static Replay<InvoiceState> from(InvoiceState resume, Optional<Stage> from, HistoryEntry who) {
        if (from.isEmpty()) {
            return Replay.again(resume instanceof InDoubt doubt ? askedAnew(doubt) : resume, who);
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

    private static Replay<InvoiceState> anew(InvoiceState resume, Stage from, HistoryEntry who) {
        return switch (resume) {
            case Received(Set<String> waived, int ignored) -> Replay.again(new Received(waived, 0), who);
            case Ready(InvoiceToPost invoice, int ignored) -> Replay.again(new Received(invoice.waived(), 0), who);
            case HeaderPosted(InvoiceToPost invoice, String reference, Set<Integer> missing, int ignored) ->
                Replay.refused("F&O has the header of invoice " + invoice.number() + " as " + reference
                        + ", so it is not begun anew from " + from.word() + ". Replay it from checked: the "
                        + missing.size() + " missing lines are added.");
            default ->
                Replay.refused("Nobody knows whether the invoice arrived in F&O, so it is not begun anew from "
                        + from.word() + ". Replay it from checked: F&O is asked again.");
        };
    }

    private static Replay<InvoiceState> asChecked(InvoiceState resume, HistoryEntry who) {
        return switch (resume) {
            case Received ignored ->
                Replay.refused("It was not checked, or F&O refused what was checked, so there is nothing to go on with."
                        + " Replay it from received.");
            case InDoubt doubt -> Replay.again(askedAnew(doubt), who);
            default -> Replay.again(resume, who);
        };
    }

    private static InvoiceState askedAnew(InDoubt doubt) {
        return new InDoubt(doubt.invoice(), doubt.headerReference(), doubt.since(), 0);
    }

    /**
     * A person corrects what an invoice says, of which F&O certainly has nothing. It is aligned and checked anew; nothing that
     * was accepted before is accepted any more.
     */
    public static Replay<InvoiceState> resubmit(InvoiceState state, HistoryEntry who) {
        if (state.mayHaveWritten()) {
            return Replay.refused(
                    "F&O has something of this invoice, or may have. Its content stays as it is: replay it,"
                            + " correct the pending invoice in F&O, or ask the partner for a credit note.");
        }
        return switch (state) {
            case Held ignored -> Replay.again(new Received(Set.of(), 0), who);
            case Failed ignored -> Replay.again(new Received(Set.of(), 0), who);
            case Discarded(Problem why, InvoiceState ignored) ->
                replacement(why).isPresent()
                        ? Replay.refused(why.message() + " Edit that one.")
                        : Replay.again(new Received(Set.of(), 0), who);
            case Duplicate(Problem why) ->
                Replay.refused(why.message() + " Only a held, failed or discarded invoice can be edited.");
            default ->
                Replay.refused("It is on its way. Only a held, failed or discarded invoice can be edited; wait until it"
                        + " stands still.");
        };
    }

    private static Optional<String> replacement(Problem why) {
        return Optional.ofNullable(why.details().get("replacedBy"));
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }

    /** A person discards the document; empty if it moves, is done or was discarded already. */
    public static Optional<Decision<InvoiceState>> discard(InvoiceState state, Problem why, HistoryEntry who) {
        return state instanceof Held || state instanceof Failed
                ? Optional.of(Decision.of(new Discarded(why, state), new Step.Rest(), who))
                : Optional.empty();
    }

    /** A person brings a discarded document back into the state before; empty if it is not discarded. */
    public static Optional<Decision<InvoiceState>> restore(InvoiceState state, HistoryEntry who) {
        return state instanceof Discarded(Problem ignored, InvoiceState before)
                ? Optional.of(Decision.of(before, new Step.Rest(), who))
                : Optional.empty();
    }

    private static Optional<Decision<InvoiceState>> goOn(InvoiceState next, HistoryEntry who) {
        return Optional.of(Decision.of(next, new Step.WaitUntil(who.at()), who));
    }
}
