package io.mlconnector.domain.sending;

import static io.mlconnector.domain.words.HistoryEntry.entry;

import io.mlconnector.domain.agreement.FolderReference;
import io.mlconnector.domain.agreement.OrderAgreement.OnUnknownOutcome;
import io.mlconnector.domain.flow.Circumstances;
import io.mlconnector.domain.flow.Decision;
import io.mlconnector.domain.flow.Discarded;
import io.mlconnector.domain.flow.Failed;
import io.mlconnector.domain.flow.FlowState;
import io.mlconnector.domain.flow.Held;
import io.mlconnector.domain.flow.Step;
import io.mlconnector.domain.retry.RetryTiming;
import io.mlconnector.domain.sending.SendingState.Announced;
import io.mlconnector.domain.sending.SendingState.Delivered;
import io.mlconnector.domain.sending.SendingState.InDoubt;
import io.mlconnector.domain.sending.SendingState.Ready;
import io.mlconnector.domain.sending.SendingState.Uploading;
import io.mlconnector.domain.words.Acknowledgement;
import io.mlconnector.domain.words.HistoryEntry;
import io.mlconnector.domain.words.Outcome;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.ProblemCode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What happens next to an outgoing order revision. Pure: time and chance come in as arguments. */
public final class SendingDecisions {

    private static final String DELIVERED = "delivered";
    private static final String RECORDED = "Recorded as sent before the journal was put back; nothing is sent again";

    private SendingDecisions() {}

    /**
     * A document is taken up: for the first time, after a wait, or after a crash. An upload that was under way when
     * its process ended has no outcome, so it is in doubt.
     */
    public static Decision resume(SendingState state, Circumstances now) {
        return switch (state) {
            case Announced announced -> new Decision(announced, new Step.Prepare(), List.of());
            case Ready(OutboundFile file, int failures, boolean doubted) ->
                Decision.of(
                        new Uploading(file, failures, doubted),
                        new Step.Write(),
                        entry(now.now(), "upload-intended", "Uploading " + file.name() + " to " + file.folder()));
            case Uploading(OutboundFile file, int ignored, boolean alsoIgnored) ->
                Decision.of(
                        new InDoubt(file, now.now(), 0),
                        new Step.Ask(),
                        entry(
                                now.now(),
                                "upload-in-doubt",
                                "The upload of " + file.name()
                                        + " was under way when its process ended; nobody knows whether it arrived"));
            case InDoubt doubt -> new Decision(doubt, new Step.Ask(), List.of());
            case Delivered ignored -> Decision.rest(state);
        };
    }

    /** The order was read, aligned and written, or could not be. */
    public static Decision afterPreparation(Announced state, Preparation preparation, Circumstances now) {
        return switch (preparation) {
            case Preparation.Prepared(OutboundFile file, List<HistoryEntry> history) ->
                resume(new Ready(file, 0), now).after(history);
            case Preparation.AlreadyThere(OutboundFile file, List<HistoryEntry> history) ->
                delivered(
                                file,
                                now,
                                file.folder() + " holds " + file.name()
                                        + " already, of which this journal did not know: it"
                                        + " seems to be older than the folder. Nothing is sent a second time",
                                Map.of())
                        .after(history);
            case Preparation.SentBefore(OutboundFile file, List<HistoryEntry> history) ->
                recorded(file, now).after(history);
            case Preparation.NothingNew(Problem why) ->
                Decision.of(Discarded.because(why, state), new Step.Rest(), entry(now.now(), "nothing-to-send", why));
            case Preparation.Stopped(Problem why, List<HistoryEntry> history) ->
                held(new Announced(0), why, now).after(history);
            case Preparation.Refused(Problem why) ->
                Decision.of(new Failed(why, new Announced(0)), new Step.Rest(), entry(now.now(), "read-refused", why));
            case Preparation.Later(Problem why, Optional<Duration> retryAfter) -> again(state, why, retryAfter, now);
            case Preparation.NotWhole(Problem why) -> {
                int failures = RetryTiming.counted(state.failures(), why);
                yield now.timing().another(failures, why)
                        ? postponed(new Announced(failures), failures, why, Optional.empty(), now)
                        : held(new Announced(0), why, now);
            }
        };
    }

    /** The upload ended in one of its four ways. */
    public static Decision afterUpload(Uploading state, Outcome<UploadReceipt> outcome, Circumstances now) {
        OutboundFile file = state.file();
        return switch (outcome) {
            case Outcome.Done<UploadReceipt>(UploadReceipt receipt) ->
                delivered(file, now, "Uploaded " + file.name() + " to " + file.folder(), receipt.facts());
            case Outcome.Refused<UploadReceipt>(Problem why) ->
                Decision.of(
                        new Failed(why, new Ready(file, 0, state.doubted())),
                        new Step.Rest(),
                        entry(now.now(), "upload-refused", why));
            case Outcome.NotNow<UploadReceipt>(Problem why, Optional<Duration> retryAfter) ->
                again(new Ready(file, state.failures(), state.doubted()), why, retryAfter, now);
            case Outcome.Unknown<UploadReceipt>(Problem why) ->
                Decision.of(new InDoubt(file, now.now(), 0), new Step.Ask(), entry(now.now(), "upload-in-doubt", why));
        };
    }

    /**
     * The partner answered a file whose upload is in doubt, by a 997, a TA1 or a business document: it arrived, whatever the
     * folder shows and whatever the answer says of its content.
     */
    public static Decision answered(SendingState state, OutboundFile file, Circumstances now) {
        if (!state.mayHaveWritten()) {
            throw new IllegalArgumentException("Nothing was sent that could be answered: " + state);
        }
        return delivered(file, now, "The partner answered " + file.name() + ": it did arrive", Map.of());
    }

    /**
     * A document that waits for a person, because nobody knew whether its upload arrived, goes on when the partner answered it.
     *
     * @return empty if it does not wait for that, or the partner has not answered
     */
    public static Optional<Decision> answeredMeanwhile(FlowState state, Acknowledgement answer, Instant now) {
        return state instanceof Held held && held.resume() instanceof InDoubt doubt && answer.given()
                ? Optional.of(Decision.of(
                        doubt,
                        new Step.WaitUntil(now),
                        entry(
                                now,
                                "answered-in-doubt",
                                "The partner answered " + doubt.file().name()
                                        + ", so that nobody needs to look for it")))
                : Optional.empty();
    }

    /**
     * The folder was asked for a file whose upload is in doubt. The exact name with the right size proves that it
     * arrived. Absence proves nothing, because a router may have taken the file out (reference cleo, section 3.3);
     * after patience the partner's agreement decides.
     */
    public static Decision afterAsking(
            InDoubt state, Outcome<FolderSearchResult> outcome, OnUnknownOutcome agreed, Circumstances now) {
        return switch (outcome) {
            case Outcome.Done<FolderSearchResult>(FolderSearchResult sight) -> afterLooking(state, sight, agreed, now);
            case Outcome.Refused<FolderSearchResult>(Problem why) ->
                state.asked() + 1 < now.timing().askings()
                        ? askAgain(state, why.message(), now)
                        : held(state, why, now);
            case Outcome.Unknown<FolderSearchResult>(Problem why) ->
                Decision.of(
                        state,
                        now.waitAfter(state.asked() + 1, Optional.empty()),
                        entry(now.now(), "asking-postponed", why));
            case Outcome.NotNow<FolderSearchResult>(Problem why, Optional<Duration> retryAfter) ->
                Decision.of(
                        state, now.waitAfter(state.asked() + 1, retryAfter), entry(now.now(), "asking-postponed", why));
        };
    }

    private static Decision afterLooking(
            InDoubt state, FolderSearchResult sight, OnUnknownOutcome agreed, Circumstances now) {
        OutboundFile file = state.file();
        boolean patient = state.asked() + 1 < now.timing().askings();
        return switch (sight) {
            case FolderSearchResult.Present(long size)
            when size < 0 || size == file.size() ->
                delivered(file, now, "Found " + file.name() + " in " + file.folder() + ": it did arrive", Map.of());
            case FolderSearchResult.Archived(FolderReference archive, String name) ->
                delivered(file, now, "Found " + name + " in " + archive + ": " + file.name() + " did arrive", Map.of());
            case FolderSearchResult.Present(long size) -> {
                String seen =
                        file.name() + " lies in " + file.folder() + " with " + size + " of " + file.size() + " bytes";
                yield patient
                        ? askAgain(state, seen, now)
                        : held(
                                state,
                                Problem.of(
                                        ProblemCode.UPLOAD_INCOMPLETE,
                                        file.name(),
                                        seen
                                                + ". Remove that file at Cleo, then release this document to send it"
                                                + " again."),
                                now);
            }
            case FolderSearchResult.Absent ignored
            when patient -> askAgain(state, file.name() + " is not in " + file.folder(), now);
            case FolderSearchResult.Absent ignored ->
                switch (agreed) {
                    case RESEND ->
                        Decision.of(
                                new Ready(file, 0, true),
                                new Step.WaitUntil(now.now()),
                                entry(
                                        now.now(),
                                        "resend-agreed",
                                        file.name() + " is not in the folder, which proves nothing; by agreement the"
                                                + " same bytes are sent again under the same name"));
                    case HOLD -> held(state, nobodyKnows(file), now);
                };
        };
    }

    private static Problem nobodyKnows(OutboundFile file) {
        return Problem.of(
                ProblemCode.UPLOAD_IN_DOUBT,
                file.name(),
                "Nobody knows whether " + file.name() + " arrived: it is not in " + file.folder()
                        + ", but a router may have taken it. Look for it in Cleo's console. If it is not there, release"
                        + " this document: the same bytes are sent again. If it is, discard this document with that"
                        + " reason.");
    }

    /** A later revision was delivered meanwhile: the stored bytes are not sent after it. */
    public static Decision superseded(Ready state, Problem why, Circumstances now) {
        return Decision.of(Discarded.because(why, state), new Step.Rest(), entry(now.now(), "nothing-to-send", why));
    }

    /** The journal was put back to an earlier time: stored bytes that were not sent then may have been sent since. */
    public static Decision heldSinceRestoration(Ready state, Problem why, Circumstances now) {
        return held(state, why, now);
    }

    /** A person said of stored bytes that they were sent before the journal was put back. */
    public static Decision sentBefore(Ready state, Circumstances now) {
        return recorded(state.file(), now);
    }

    /** With the bytes that arrived. */
    private static Decision delivered(OutboundFile file, Circumstances now, String message, Map<String, String> facts) {
        return Decision.of(
                new Delivered(file, now.now()),
                new Step.Rest(),
                new HistoryEntry(now.now(), HistoryEntry.DAEMON, DELIVERED, message, facts, List.of(file.content())));
    }

    /** Without bytes: nobody knows those that arrived. */
    private static Decision recorded(OutboundFile file, Circumstances now) {
        return Decision.of(new Delivered(file, now.now()), new Step.Rest(), entry(now.now(), DELIVERED, RECORDED));
    }

    private static Decision again(Announced state, Problem why, Optional<Duration> retryAfter, Circumstances now) {
        int failures = RetryTiming.counted(state.failures(), why);
        return now.timing().another(failures, why)
                ? postponed(new Announced(failures), failures, why, retryAfter, now)
                : givenUp(new Announced(0), why, now);
    }

    private static Decision again(Ready state, Problem why, Optional<Duration> retryAfter, Circumstances now) {
        int failures = RetryTiming.counted(state.failures(), why);
        return now.timing().another(failures, why)
                ? postponed(new Ready(state.file(), failures, state.doubted()), failures, why, retryAfter, now)
                : givenUp(new Ready(state.file(), 0, state.doubted()), why, now);
    }

    private static Decision postponed(
            SendingState next, int failures, Problem why, Optional<Duration> retryAfter, Circumstances now) {
        return Decision.of(next, now.waitAfter(failures, retryAfter), entry(now.now(), "postponed", why));
    }

    private static Decision givenUp(SendingState fresh, Problem why, Circumstances now) {
        return Decision.of(new Failed(why, fresh), new Step.Rest(), entry(now.now(), "given-up", why));
    }

    private static Decision askAgain(InDoubt state, String seen, Circumstances now) {
        int asked = state.asked() + 1;
        return Decision.of(
                new InDoubt(state.file(), state.since(), asked),
                now.waitBeforeAsking(asked),
                entry(
                        now.now(),
                        "asked",
                        seen + "; asked " + asked + " of " + now.timing().askings() + " times"));
    }

    private static Decision held(SendingState resume, Problem why, Circumstances now) {
        return Decision.of(Held.because(why, resume), new Step.Rest(), entry(now.now(), "held", why));
    }
}
