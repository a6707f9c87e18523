package io.mlconnector.runtime.document;

import io.mlconnector.domain.invoicing.deletion.HeaderDeletion;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.engine.Connection;
import io.mlconnector.engine.Engine;
import io.mlconnector.engine.forecast.Forecast;
import io.mlconnector.engine.forecast.Forecasts;
import io.mlconnector.engine.intervention.Attending;
import io.mlconnector.engine.intervention.Interventions;
import io.mlconnector.engine.loop.Signals;
import io.mlconnector.ports.journal.document.DocumentRecord;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** Does what people want done to documents besides replays, and says beforehand what it would come to; for one and for many alike. */
final class Doing {

    private final Engine engine;
    private final Forecasts forecasts;
    private final Interventions interventions;
    private final Attending attending;

    /**
     * On this engine's journal.
     *
     * @param looking the same engine for those who only look, as forecasts do
     */
    Doing(Engine engine, Engine looking, List<Connection> connections) {
        this(engine, new Forecasts(looking, connections));
    }

    private Doing(Engine engine, Forecasts forecasts) {
        this.engine = engine;
        this.forecasts = forecasts;
        this.interventions = new Interventions(engine.journal(), engine.clock());
        this.attending = new Attending(engine.journal(), engine.clock());
    }

    /** The same through another engine, such as one that acts on a condition. */
    Doing through(Engine other) {
        return new Doing(other, forecasts);
    }

    /** What is wanted. */
    sealed interface Wish {

        /** Go on despite the reason, be discarded, or be brought back. */
        record Intervene(Interventions.Verb verb, String reason) implements Wish {}

        /** Be looked after by somebody; empty: by nobody. */
        record Assign(Optional<String> to) implements Wish {}

        /** Be left out where work is listed; empty: be listed again. */
        record Snooze(Optional<Instant> until) implements Wish {}

        /** Whether documents may go on afterwards, so that the flows look at once. */
        default boolean moves() {
            return this instanceof Intervene;
        }

        /** The outcome of those to which it was done. */
        default String outcome() {
            return switch (this) {
                case Intervene(Interventions.Verb verb, String ignored) ->
                    switch (verb) {
                        case RELEASE -> "released";
                        case DISCARD -> "discarded";
                        case RESTORE -> "restored";
                    };
                case Assign ignored -> "assigned";
                case Snooze ignored -> "snoozed";
            };
        }

        /** What became of those, in a sentence. */
        default String sentence() {
            return switch (this) {
                case Intervene(Interventions.Verb verb, String ignored) ->
                    switch (verb) {
                        case RELEASE -> "goes on despite its reason.";
                        case DISCARD -> "is discarded.";
                        case RESTORE -> "is back where it was.";
                    };
                case Assign(Optional<String> to) ->
                    "is looked after by " + to.map(String::strip).orElse("nobody") + ".";
                case Snooze(Optional<Instant> until) ->
                    until.map(time -> "is put off until " + time + ".").orElse("is listed again.");
            };
        }
    }

    /**
     * Refuses what cannot be wanted of any document, before one of them is looked at.
     *
     * @throws IllegalArgumentException with a sentence
     */
    void check(Wish wish) {
        switch (wish) {
            case Wish.Intervene ignored -> {}
            case Wish.Assign(Optional<String> to) -> Attending.named(to);
            case Wish.Snooze(Optional<Instant> until) ->
                Attending.soon(until, engine.clock().instant());
        }
    }

    /** What would become of documents, the oldest first; changes nothing. */
    Future<Map<DocumentId, Forecast>> forecast(List<DocumentRecord> documents, Wish wish) {
        return switch (wish) {
            case Wish.Intervene(Interventions.Verb verb, String ignored) ->
                switch (verb) {
                    case RELEASE -> forecasts.released(documents);
                    case DISCARD -> each(documents, document -> forecasts.discarded(document, false));
                    case RESTORE -> each(documents, document -> Future.succeededFuture(forecasts.restored(document)));
                };
            case Wish.Assign ignored -> each(documents, document -> Future.succeededFuture(attended(wish)));
            case Wish.Snooze ignored -> each(documents, document -> Future.succeededFuture(attended(wish)));
        };
    }

    private static Forecast attended(Wish wish) {
        return Forecast.onlySaid(wish.sentence().replaceFirst("^is ", "would be "));
    }

    private static Future<Map<DocumentId, Forecast>> each(
            List<DocumentRecord> documents, Function<DocumentRecord, Future<Forecast>> look) {
        Map<DocumentId, Forecast> found = new LinkedHashMap<>();
        Future<Void> all = Future.succeededFuture();
        for (DocumentRecord document : documents) {
            all = all.compose(ignored -> look.apply(document)).map(forecast -> {
                found.put(document.id(), forecast);
                return null;
            });
        }
        return all.map(ignored -> found);
    }

    /**
     * Does it to one document.
     *
     * @return the document afterwards; empty if there is none, or its state does not allow it now
     * @throws IllegalArgumentException if what is wanted cannot be wanted of any document, with a sentence
     */
    Future<Optional<DocumentRecord>> act(DocumentId id, Wish wish, String who) {
        CompletionStage<Optional<DocumentRecord>> done = switch (wish) {
            case Wish.Intervene(Interventions.Verb verb, String reason) -> interventions.act(id, verb, who, reason);
            case Wish.Assign(Optional<String> to) -> attending.assign(id, who, to);
            case Wish.Snooze(Optional<Instant> until) -> attending.snooze(id, who, until);
        };
        return engine.onContext(done)
                .onSuccess(after -> after.ifPresent(document -> engine.loop()
                        .signal(
                                wish.moves() ? Signals.DUE : Signals.CHANGED,
                                wish.moves() ? "" : document.id().text())));
    }

    /** What there is to know of a document that was discarded: a header of it that is in F&O. */
    static Optional<String> notice(DocumentRecord after, Wish wish) {
        return wish instanceof Wish.Intervene(Interventions.Verb verb, String ignored)
                        && verb == Interventions.Verb.DISCARD
                ? HeaderDeletion.stillThere(after.state(), after.id())
                : Optional.empty();
    }

    /** Why it was not done to a document that there is. */
    static String notNow(Wish wish) {
        return wish instanceof Wish.Intervene(Interventions.Verb verb, String ignored)
                ? "The document's condition does not allow " + verb.word()
                        + " now. Held and failed documents can be released and discarded; discarded ones restored."
                : "There is no such document.";
    }
}
