package io.mlconnector.domain.sending;

import io.mlconnector.domain.flow.Decision;
import io.mlconnector.domain.flow.Discarded;
import io.mlconnector.domain.flow.FlowState;
import io.mlconnector.domain.flow.Halted;
import io.mlconnector.domain.flow.Held;
import io.mlconnector.domain.flow.Progress;
import io.mlconnector.domain.flow.Replay;
import io.mlconnector.domain.flow.Step;
import io.mlconnector.domain.sending.SendingState.Announced;
import io.mlconnector.domain.sending.SendingState.Delivered;
import io.mlconnector.domain.sending.SendingState.InDoubt;
import io.mlconnector.domain.sending.SendingState.Ready;
import io.mlconnector.domain.sending.SendingState.Uploading;
import io.mlconnector.domain.words.HistoryEntry;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.ProblemCode;
import io.mlconnector.domain.words.Stage;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/** What a person can do to an outgoing order revision. Pure: time comes in with the entry that says who did it and why. */
public final class SendingInterventions {

    private SendingInterventions() {}

    /**
     * A person asks for the work to be done again. What is in doubt is asked for again, never sent again, and never written
     * anew under another number.
     *
     * @param subject what the document is about
     * @param from the stage from which it is done again: {@code announced} reads and writes it anew with a new control number,
     *     {@code encoded} sends the same bytes; empty is from where it stopped
     */
    public static Replay replay(FlowState state, OutgoingSubject subject, Optional<Stage> from, HistoryEntry who) {
        SendingState at = place(state);
        return switch (state) {
            case Discarded discarded ->
                discarded.byPerson()
                        ? Replay.refused(
                                "It was discarded: " + discarded.why().message() + " Restore it first, then replay it.")
                        : from(at, subject, from, who);
            case Halted ignored ->
                at instanceof InDoubt doubt ? askedAnew(doubt, subject, from, who) : from(at, subject, from, who);
            case Progress ignored -> onItsWay(at, subject, from, who);
        };
    }

    private static Replay onItsWay(SendingState at, OutgoingSubject subject, Optional<Stage> from, HistoryEntry who) {
        return switch (at) {
            case Delivered(OutboundFile file, Instant on) ->
                Replay.nothing(at, "delivered as " + file.name() + " on " + day(on) + ".", who);
            case Uploading(OutboundFile file, int ignored, boolean alsoIgnored) ->
                Replay.refused("The upload of " + file.name() + " is under way. Wait for its outcome.");
            case InDoubt(OutboundFile file, Instant ignored, int asked) ->
                Replay.refused("Whether " + file.name() + " arrived is being found out: the folder was asked " + asked
                        + " times and is asked again. Wait for the answer; asking faster would prove nothing.");
            case Announced ignored -> from(at, subject, from, who);
            case Ready ignored -> from(at, subject, from, who);
        };
    }

    private static SendingState place(FlowState state) {
        if (state.progress() instanceof SendingState place) {
            return place;
        }
        throw new IllegalArgumentException("Not the state of an outgoing document: " + state);
    }

    private static Replay askedAnew(InDoubt doubt, OutgoingSubject subject, Optional<Stage> from, HistoryEntry who) {
        return from.isEmpty()
                ? Replay.again(new InDoubt(doubt.file(), doubt.since(), 0), who)
                : Replay.refused("Nobody knows whether " + doubt.file().name()
                        + " arrived, so the " + subject.noun() + " is not sent from "
                        + from.get().word()
                        + ". Replay it without a stage: the folder is asked again. Or look for the file at Cleo; if it is"
                        + " not there, release the document: the same bytes are sent again.");
    }

    private static Replay from(SendingState resume, OutgoingSubject subject, Optional<Stage> from, HistoryEntry who) {
        if (from.isEmpty()) {
            return Replay.again(resume, who);
        }
        return switch (from.get()) {
            case ANNOUNCED ->
                resume instanceof Ready ready && ready.doubted()
                        ? Replay.refused(
                                ready.file().name() + " was sent before and may have arrived, so the " + subject.noun()
                                        + " is not written anew under another control number. Replay it from encoded: the same bytes are"
                                        + " sent again.")
                        : Replay.again(new Announced(0), who);
            case ENCODED ->
                resume instanceof Ready ready
                        ? Replay.again(new Ready(ready.file(), 0, ready.doubted()), who)
                        : Replay.refused(
                                "The " + subject.noun() + " is not written yet, so there are no bytes to send again."
                                        + " Replay it from announced.");
            default ->
                Replay.refused(
                        "An outgoing document is replayed from announced (read and written anew) or from encoded (the same bytes"
                                + " again), not from " + from.get().word() + ".");
        };
    }

    /**
     * A person corrects the bytes of an order that was certainly never sent. Name and control numbers stay. What answers a partner
     * is not edited: it says what was received.
     *
     * @param subject what the document is about
     * @param edited the file with its new content
     */
    public static Replay resubmit(FlowState state, OutgoingSubject subject, OutboundFile edited, HistoryEntry who) {
        if (!subject.editable()) {
            return Replay.refused("This " + subject.noun() + " is not edited. " + subject.correction());
        }
        if (state instanceof Discarded) {
            return Replay.refused("It was discarded. Restore it first, then edit it.");
        }
        return switch (place(state)) {
            case Ready ready when !ready.doubted() -> Replay.again(new Ready(edited, 0), who);
            case Announced ignored -> Replay.refused(notWritten(subject));
            case Delivered(OutboundFile file, Instant at) ->
                Replay.refused(file.name() + " was delivered on " + day(at) + " and is not sent again. "
                        + subject.correction());
            default ->
                Replay.refused("Its upload may have arrived, so its bytes stay as they are. Replay or release it.");
        };
    }

    /**
     * A person says of a document that is held since the journal was put back to an earlier time that the partner has it.
     *
     * @param who see {@link Restoration#markedAsSent}
     * @return empty if it is not held for that
     */
    public static Optional<Decision> markAsSent(FlowState state, HistoryEntry who) {
        return state instanceof Held held
                        && held.causes().stream().anyMatch(cause -> cause.code().equals(Restoration.CODE))
                ? Optional.of(Decision.of(held.resume(), new Step.WaitUntil(who.at()), who))
                : Optional.empty();
    }

    /** Why there is nothing to edit yet. */
    public static String notWritten(OutgoingSubject subject) {
        return "The " + subject.noun() + " is not written yet, so there is nothing to edit. Replay it. "
                + subject.correction();
    }

    /** Why the stored bytes of a file cannot be sent again. */
    public static Problem contentMissing(OutgoingSubject subject, OutboundFile file) {
        return Problem.of(
                ProblemCode.PAYLOAD_MISSING,
                file.name(),
                "The stored bytes of " + file.name() + " are gone; " + subject.contentMissing() + ".");
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }
}
