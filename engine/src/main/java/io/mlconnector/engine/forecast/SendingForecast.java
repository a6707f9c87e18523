package io.mlconnector.engine.forecast;

import io.mlconnector.domain.agreement.OrderAgreement.OnUnknownOutcome;
import io.mlconnector.domain.flow.Circumstances;
import io.mlconnector.domain.flow.FlowState;
import io.mlconnector.domain.flow.Held;
import io.mlconnector.domain.sending.FolderSearchResult;
import io.mlconnector.domain.sending.OutboundFile;
import io.mlconnector.domain.sending.OutgoingSubject;
import io.mlconnector.domain.sending.Preparation;
import io.mlconnector.domain.sending.SendingDecisions;
import io.mlconnector.domain.sending.SendingInterventions;
import io.mlconnector.domain.sending.SendingState;
import io.mlconnector.domain.words.Outcome;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.engine.Connection;
import io.mlconnector.engine.Engine;
import io.mlconnector.engine.forecast.Forecast.Verdict;
import io.mlconnector.engine.sending.AnswerPreparation;
import io.mlconnector.engine.sending.FolderListingCache;
import io.mlconnector.engine.sending.OrderPreparation;
import io.mlconnector.engine.sending.Outgoing;
import io.mlconnector.engine.sending.Outgoing.Prepared;
import io.mlconnector.engine.sending.Subject;
import io.mlconnector.engine.sending.UploadLookup;
import io.mlconnector.engine.sending.Writing;
import io.mlconnector.ports.gateway.FolderEntry;
import io.mlconnector.ports.journal.document.DocumentRecord;
import io.vertx.core.Future;

/** Goes the way of {@link SendingFlow} by its own preparation and decisions, and stops before anything is stored or sent. */
final class SendingForecast {

    private final Engine engine;
    private final Connection connection;
    private final Outgoing orders;
    private final Outgoing answers;

    SendingForecast(Engine engine, Connection connection) {
        this.engine = engine;
        this.connection = connection;
        FolderListingCache listings = FolderListingCache.onlyLooking(engine, connection);
        this.orders = new OrderPreparation(engine, connection, listings);
        this.answers = new AnswerPreparation(engine, connection, listings);
    }

    /** What becomes of the document when it goes on in this state. */
    Future<Forecast> of(DocumentRecord document, SendingState next) {
        Subject subject = Subject.of(document);
        return kind(subject)
                .before(subject)
                .compose(earlier -> earlier.map(first -> Future.succeededFuture(turn(first)))
                        .orElseGet(() -> inItsTurn(subject, next)));
    }

    private Outgoing kind(Subject subject) {
        return subject.about() == OutgoingSubject.ORDER ? orders : answers;
    }

    /** An earlier revision comes first. */
    static Forecast turn(String earlier) {
        return Forecast.later("waits until document " + earlier
                + ", an earlier revision of the same order, is settled; then what it changes is told.");
    }

    private Future<Forecast> inItsTurn(Subject subject, SendingState next) {
        return switch (next) {
            case SendingState.Announced announced ->
                kind(subject).prepare(subject).map(prepared -> prepared(announced, subject, prepared));
            case SendingState.Ready ready -> sendsStored(subject, ready);
            case SendingState.InDoubt doubt -> asks(subject, doubt);
            case SendingState resting -> Future.succeededFuture(standing(resting));
        };
    }

    private Forecast prepared(SendingState.Announced announced, Subject subject, Prepared prepared) {
        return switch (prepared) {
            case Prepared.ToWrite write -> written(announced, subject, write);
            case Prepared.InFolder(Prepared.ToWrite write, FolderEntry entry) ->
                Forecast.nothing(
                        write.writing().folder() + " holds " + entry.name() + " already; it is recorded as delivered.");
            case Prepared.Settled settled -> settled(announced, settled.preparation());
        };
    }

    private Forecast written(SendingState.Announced announced, Subject subject, Prepared.ToWrite write) {
        return switch (write.writing().asIfWritten(engine.codec())) {
            case Writing.Written ignored ->
                Forecast.writes(
                        Verdict.SENDS,
                        "sends " + write.writing().told() + " " + kind(subject).purpose(subject) + " to "
                                + write.writing().folder() + ".",
                        kind(subject).job(subject));
            case Writing.Impossible(Problem why) -> settled(announced, new Preparation.Stopped(why, write.history()));
        };
    }

    private Forecast settled(SendingState.Announced announced, Preparation settled) {
        return standing(
                SendingDecisions.afterPreparation(announced, settled, engine.circumstances())
                        .next(),
                settled);
    }

    private static Forecast standing(FlowState next, Preparation settled) {
        return settled instanceof Preparation.Later later
                ? Forecast.later(later.why().message())
                : standing(next);
    }

    private static Forecast standing(FlowState next) {
        String why = next.reason().map(Problem::message).orElse("it stays as it is.");
        return switch (next.condition()) {
            case HELD -> Forecast.holds(why);
            case FAILED -> Forecast.fails(why);
            case DISCARDED, DONE, DUPLICATE -> Forecast.nothing(why);
            case MOVING, WAITING, UNKNOWN -> Forecast.later(why);
        };
    }

    private Future<Forecast> sendsStored(Subject subject, SendingState.Ready ready) {
        OutboundFile file = ready.file();
        return kind(subject)
                .superseded(subject)
                .compose(later -> later.isPresent()
                        ? Future.succeededFuture(Forecast.nothing(later.get().message()))
                        : engine.onContext(engine.journal().payload(file.content()))
                                .map(payload -> payload.isPresent()
                                        ? sends(subject, file)
                                        : Forecast.fails(SendingInterventions.contentMissing(subject.about(), file)
                                                .message())));
    }

    /** The stored bytes go out. */
    Forecast sends(DocumentRecord document, OutboundFile file) {
        return sends(Subject.of(document), file);
    }

    private Forecast sends(Subject subject, OutboundFile file) {
        return Forecast.writes(
                Verdict.SENDS,
                "sends " + file.name() + ", an " + file.transactionSetId() + " of " + file.size()
                        + " bytes under the control numbers that it has, "
                        + kind(subject).purpose(subject) + " to "
                        + file.folder() + ".",
                kind(subject).job(subject));
    }

    private Future<Forecast> asks(Subject subject, SendingState.InDoubt doubt) {
        OnUnknownOutcome agreed = kind(subject).onUnknownOutcome(subject);
        return UploadLookup.of(
                        engine,
                        connection,
                        subject.id(),
                        doubt.file(),
                        kind(subject).archive(subject))
                .map(outcome -> asked(doubt, outcome, agreed));
    }

    private Forecast asked(SendingState.InDoubt doubt, Outcome<FolderSearchResult> outcome, OnUnknownOutcome agreed) {
        Circumstances now = engine.circumstances();
        int askings = now.timing().askings();
        SendingState.InDoubt last = new SendingState.InDoubt(doubt.file(), doubt.since(), askings - 1);
        String asks = "asks " + doubt.file().folder() + " for " + doubt.file().name();
        return switch (SendingDecisions.afterAsking(last, outcome, agreed, now).next()) {
            case SendingState.Delivered ignored ->
                Forecast.asks(
                        asks + ": it is there, so it did arrive; it is recorded as delivered and nothing is sent.");
            case SendingState.Ready ignored ->
                Forecast.asks(asks + " " + askings + " times: it is not there now; if that stays so, the same bytes are"
                        + " sent again under the same name, as agreed.");
            case Held held ->
                Forecast.asks(asks + " " + askings + " times; if nothing changes it is held again: "
                        + held.why().message());
            default -> Forecast.asks(asks + "; the folder cannot be read now, so the question waits.");
        };
    }
}
