package io.mlconnector.console.intervention;

import io.mlconnector.console.operator.Operator;
import io.mlconnector.console.operator.Permission;
import io.mlconnector.console.page.UnusableException;
import io.mlconnector.console.workplace.Workplace;
import io.mlconnector.domain.answering.SettledAnswer;
import io.mlconnector.domain.words.Acknowledgement;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.domain.words.Stage;
import io.mlconnector.engine.Engine;
import io.mlconnector.engine.forecast.Forecast;
import io.mlconnector.engine.forecast.Forecasts;
import io.mlconnector.engine.intervention.Attending;
import io.mlconnector.engine.intervention.Interventions;
import io.mlconnector.engine.intervention.Replayed;
import io.mlconnector.engine.intervention.Replays;
import io.mlconnector.engine.intervention.Settling;
import io.mlconnector.engine.intervention.condition.ChangedMeanwhileException;
import io.mlconnector.engine.intervention.condition.Conditional;
import io.mlconnector.engine.intervention.condition.Seen;
import io.mlconnector.engine.loop.Signals;
import io.mlconnector.ports.journal.document.DocumentRecord;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Does what people want done, by the interventions that interface and commands use too, and says beforehand what it would come
 * to. Whoever may not do it is refused here, whatever page asks.
 */
public final class Acting {

    private static final int MOST_DAYS = 366;

    private static final String CHANGED =
            "was left as it is: it changed since you saw what would become of it. Look at it again, and decide again.";

    private final Engine engine;
    private final Engine looking;
    private final Forecasts forecasts;
    private final Attending attending;

    /** Over this workplace. */
    public Acting(Workplace workplace) {
        this.engine = workplace.engine();
        this.looking = workplace.looking();
        this.forecasts = new Forecasts(looking, workplace.connections());
        this.attending = new Attending(engine.journal(), engine.clock());
    }

    /**
     * What is wanted.
     *
     * @param verb what
     * @param from of a replay, the stage from which; empty: from where it stopped
     * @param to of an assignment, the person; of a putting off, for how long
     * @param reason why; may be empty
     */
    public record Wish(Verb verb, Optional<Stage> from, String to, String reason) {}

    /** Refuses whoever may not do it. */
    public static void allowed(Operator operator, Permission permission) {
        if (!operator.may(permission)) {
            throw new UnusableException("As " + operator.role().word() + " you may not " + permission.words()
                    + ". Nothing was done; ask somebody who may.");
        }
    }

    /** What would become of each of these documents, the oldest first. Changes nothing. */
    public Future<Map<DocumentId, Forecast>> forecast(List<DocumentRecord> documents, Wish wish) {
        return switch (wish.verb()) {
            case REPLAY -> forecasts.of(documents, wish.from());
            case RELEASE -> forecasts.released(documents);
            case DISCARD ->
                each(documents, document -> forecasts.discarded(document, false).map(Acting::spoken));
            case RESTORE -> each(documents, document -> Future.succeededFuture(spoken(forecasts.restored(document))));
            case ASSIGN -> each(documents, document -> Future.succeededFuture(attended(assigned(document, wish.to()))));
            case SNOOZE ->
                each(
                        documents,
                        document -> Future.succeededFuture(
                                attended("is left out of lists of work for as long as you choose")));
        };
    }

    /** The same in the words of a person who is about to do it: what is said of the document, without the verdict before it. */
    private static Forecast spoken(Forecast forecast) {
        return new Forecast(
                forecast.verdict(),
                forecast.message().replaceFirst("^(nothing|refused): the document ", ""),
                forecast.job());
    }

    private static String assigned(DocumentRecord document, String to) {
        String now = document.attention()
                .assignee()
                .map(who -> ", no longer by " + who)
                .orElse("");
        return to.isBlank()
                ? "is looked after by whom you name, or by nobody if you name nobody" + now
                : "is looked after by " + to + now;
    }

    private interface Look {
        Future<Forecast> at(DocumentRecord document);
    }

    private static Future<Map<DocumentId, Forecast>> each(List<DocumentRecord> documents, Look look) {
        Map<DocumentId, Forecast> found = new LinkedHashMap<>();
        Future<Void> all = Future.succeededFuture();
        for (DocumentRecord document : documents) {
            all = all.compose(ignored -> look.at(document)).map(forecast -> {
                found.put(document.id(), forecast);
                return null;
            });
        }
        return all.map(ignored -> found);
    }

    private static Forecast attended(String what) {
        return new Forecast(Forecast.Verdict.NOTHING, what + "; nothing else changes.", Optional.empty());
    }

    /**
     * What became of it.
     *
     * @param done whether it was done
     * @param message in a sentence
     */
    public record Done(boolean done, String message) {}

    /**
     * Does it to one document.
     *
     * @param seen what was shown of it with the forecast; nothing is done if it is not so any more. Empty: whatever it is
     */
    public Future<Done> act(DocumentId id, Wish wish, Operator operator, Optional<Seen> seen) {
        allowed(operator, wish.verb().permission());
        Engine over = seen.map(what -> Conditional.on(engine, what)).orElse(engine);
        return act(id, wish, operator, over)
                .recover(failure -> failure instanceof ChangedMeanwhileException
                        ? Future.succeededFuture(new Done(false, CHANGED))
                        : Future.failedFuture(failure))
                .onSuccess(ignored -> engine.loop().signal(Signals.DUE, ""));
    }

    private Future<Done> act(DocumentId id, Wish wish, Operator operator, Engine over) {
        return switch (wish.verb()) {
            case REPLAY ->
                new Replays(over)
                        .replay(id, wish.from(), operator.name(), wish.reason())
                        .map(replayed -> new Done(
                                replayed instanceof Replayed.Again || replayed instanceof Replayed.Nothing,
                                replayed instanceof Replayed.Again
                                        ? "is done again. What comes of it stands with the document."
                                        : replayed.message()));
            case RELEASE ->
                intervene(
                        over,
                        id,
                        Interventions.Verb.RELEASE,
                        wish,
                        operator,
                        "is released. What comes of it stands with it.");
            case DISCARD -> intervene(over, id, Interventions.Verb.DISCARD, wish, operator, "is discarded.");
            case RESTORE -> intervene(over, id, Interventions.Verb.RESTORE, wish, operator, "is back where it was.");
            case ASSIGN ->
                attend(
                        () -> attending.assign(
                                id, operator.name(), Optional.of(wish.to()).filter(to -> !to.isBlank())),
                        wish.to().isBlank() ? "is looked after by nobody." : "is looked after by " + wish.to() + ".");
            case SNOOZE -> {
                Optional<Instant> until = until(wish.to());
                yield attend(
                        () -> attending.snooze(id, operator.name(), until),
                        until.isPresent() ? "is put off." : "is listed again.");
            }
        };
    }

    /** Writes a comment into the history of a document. */
    public Future<Done> comment(DocumentId id, String text, Operator operator) {
        allowed(operator, Permission.ANNOTATE);
        return attend(() -> attending.comment(id, operator.name(), text), "has your comment in its history.");
    }

    /** Settles the answer to a document that a partner rejected, or did not answer. */
    public Future<Done> settle(DocumentId id, SettledAnswer settled, Operator operator) {
        allowed(operator, Permission.RELEASE);
        return engine.onContext(new Settling(engine.journal(), engine.clock()).settle(id, settled, operator.name()))
                .onSuccess(done -> engine.loop().signal(Signals.CHANGED, id.text()))
                .map(done -> done instanceof Replayed.Again
                        ? new Done(
                                true,
                                settled.as() == Acknowledgement.ACCEPTED
                                        ? "counts as accepted by the partner."
                                        : "needs no answer any more.")
                        : new Done(false, done.message()));
    }

    private Future<Done> intervene(
            Engine over, DocumentId id, Interventions.Verb verb, Wish wish, Operator operator, String done) {
        return engine.onContext(
                        new Interventions(over.journal(), over.clock()).act(id, verb, operator.name(), wish.reason()))
                .map(after -> after.isPresent()
                        ? new Done(true, done)
                        : new Done(
                                false,
                                "was left as it is: its condition does not allow " + verb.word()
                                        + " now, or it is being worked on. Look at it again."));
    }

    private interface Attention {
        java.util.concurrent.CompletionStage<Optional<DocumentRecord>> pay();
    }

    private Future<Done> attend(Attention attention, String done) {
        try {
            return engine.onContext(attention.pay())
                    .onSuccess(after -> after.ifPresent(document ->
                            engine.loop().signal(Signals.CHANGED, document.id().text())))
                    .map(after ->
                            after.isPresent() ? new Done(true, done) : new Done(false, "there is no such document."));
        } catch (IllegalArgumentException e) {
            throw new UnusableException(e.getMessage() + ".");
        }
    }

    private Optional<Instant> until(String length) {
        if (!length.matches("[0-9]{1,3}[hd]?")) {
            throw new UnusableException("For how long it is put off is told as 4h or 3d; 0 lists it again.");
        }
        int count = Integer.parseInt(length.replaceAll("[hd]", ""));
        Duration duration =
                length.endsWith("h") ? Duration.ofHours(count) : Duration.ofDays(Math.min(count, MOST_DAYS));
        return duration.isZero()
                ? Optional.empty()
                : Optional.of(engine.clock().instant().plus(duration));
    }
}
