package io.mlconnector.engine.forecast;

import io.mlconnector.domain.flow.Decision;
import io.mlconnector.domain.flow.FlowState;
import io.mlconnector.domain.flow.Replay;
import io.mlconnector.domain.flow.StoppedInterventions;
import io.mlconnector.domain.invoicing.InvoiceState;
import io.mlconnector.domain.invoicing.deletion.HeaderDeletion;
import io.mlconnector.domain.invoicing.document.VendorInvoice;
import io.mlconnector.domain.sending.OutboundFile;
import io.mlconnector.domain.sending.SendingState;
import io.mlconnector.domain.words.Condition;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.domain.words.HistoryEntry;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.ProblemCode;
import io.mlconnector.domain.words.Stage;
import io.mlconnector.engine.Connection;
import io.mlconnector.engine.Engine;
import io.mlconnector.engine.forecast.Forecast.Verdict;
import io.mlconnector.ports.journal.document.DocumentRecord;
import io.mlconnector.ports.stored.ReceivedSet;
import io.vertx.core.Future;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Says what a replay would do, by the functions with which the flows do it. Nothing is written anywhere: no history entry, no
 * control number, nothing at a remote system.
 */
public final class Forecasts {

    private final Engine engine;
    private final List<Connection> connections;
    private final Map<String, SendingForecast> orders = new HashMap<>();
    private final Map<String, InvoiceForecast> invoices = new HashMap<>();

    /** Over these connections. */
    public Forecasts(Engine engine, List<Connection> connections) {
        this.engine = engine;
        this.connections = List.copyOf(connections);
        for (Connection connection : connections) {
            orders.put(connection.id(), new SendingForecast(engine, connection));
            invoices.put(connection.id(), new InvoiceForecast(engine, connection));
        }
    }

    /** What would become of one document. */
    public Future<Forecast> of(DocumentRecord document, Optional<Stage> from) {
        HistoryEntry nobody = HistoryEntry.entry(engine.clock().instant(), "replay", "Forecast");
        return switch (ReplayRules.of(document, from, nobody)) {
            case Replay.Refused(String why) -> refused(document, why);
            case Replay.Nothing(Decision ignored, String why) -> Future.succeededFuture(Forecast.nothing(why));
            case Replay.Again(Decision decision) -> following(document, decision.next());
        };
    }

    /** While it is being found out by itself, what shows now is worth telling. */
    private Future<Forecast> refused(DocumentRecord document, String why) {
        boolean doubt =
                document.state() instanceof SendingState.InDoubt || document.state() instanceof InvoiceState.InDoubt;
        return doubt
                ? following(document, document.state())
                        .map(seen -> Forecast.refused(why + " At this moment it " + seen.message()))
                : Future.succeededFuture(Forecast.refused(why));
    }

    private Future<Forecast> following(DocumentRecord document, FlowState next) {
        SendingForecast order = orders.get(document.connection());
        InvoiceForecast invoice = invoices.get(document.connection());
        if (order == null || invoice == null) {
            return Future.succeededFuture(Forecast.later(
                    "connection " + document.connection() + " is not configured; the document waits until it is."));
        }
        return switch (next) {
            case SendingState state -> order.of(document, state);
            case InvoiceState state -> invoice.of(document, state);
            default -> Future.succeededFuture(Forecast.refused("no flow moves a document in its state."));
        };
    }

    /**
     * What would become of several documents that are replayed together, in this order: of those that would do the same, only
     * the first does it, and what it does is done when the next one is looked at.
     *
     * @param documents oldest first
     */
    public Future<Map<DocumentId, Forecast>> of(List<DocumentRecord> documents, Optional<Stage> from) {
        Forecasts anew = new Forecasts(engine, connections);
        return anew.inTurn(documents, document -> anew.of(document, from));
    }

    /**
     * What would become of several documents that are released together, in this order: each goes on despite its reason.
     *
     * @param documents oldest first
     */
    public Future<Map<DocumentId, Forecast>> released(List<DocumentRecord> documents) {
        HistoryEntry nobody = HistoryEntry.entry(engine.clock().instant(), "release", "Forecast");
        Forecasts anew = new Forecasts(engine, connections);
        return anew.inTurn(
                documents,
                document -> StoppedInterventions.release(document.state(), nobody)
                        .map(decision -> anew.following(document, decision.next()))
                        .orElseGet(() -> Future.succeededFuture(
                                Forecast.refused("It is neither held nor failed, so there is nothing to release."))));
    }

    private Future<Map<DocumentId, Forecast>> inTurn(
            List<DocumentRecord> documents, Function<DocumentRecord, Future<Forecast>> look) {
        Map<DocumentId, Forecast> forecasts = new LinkedHashMap<>();
        Map<String, DocumentId> jobs = new HashMap<>();
        Future<Void> all = Future.succeededFuture();
        for (DocumentRecord document : documents) {
            all = all.compose(ignored -> look.apply(document)).map(looked -> {
                Forecast forecast = together(document, looked, jobs);
                forecasts.put(document.id(), forecast);
                InvoiceForecast invoice = invoices.get(document.connection());
                if (invoice != null) {
                    invoice.counts(forecast);
                }
                return null;
            });
        }
        return all.map(ignored -> forecasts);
    }

    /**
     * What would become of a document that is discarded now.
     *
     * @param withHeader whether what was left behind of it in F&O is to be deleted
     */
    public Future<Forecast> discarded(DocumentRecord document, boolean withHeader) {
        HistoryEntry nobody = HistoryEntry.entry(engine.clock().instant(), "discard", "Forecast");
        Problem why = Problem.of(ProblemCode.DISCARDED_BY_PERSON, "", "Forecast");
        if (!withHeader) {
            return Future.succeededFuture(HeaderDeletion.discard(document.state(), document.id(), why, nobody)
                    .map(decision -> Forecast.said("would be discarded; nothing is written to F&O or Cleo."
                            + HeaderDeletion.stillThere(document.state(), document.id())
                                    .map(there -> " " + there)
                                    .orElse("")))
                    .orElseGet(() -> Forecast.refused("only held and failed documents can be discarded.")));
        }
        return switch (HeaderDeletion.begin(document.state(), why, nobody)) {
            case Replay.Refused(String because) -> Future.succeededFuture(Forecast.refused(because));
            case Replay.Nothing(Decision ignored, String because) -> Future.succeededFuture(Forecast.nothing(because));
            case Replay.Again(Decision decision) ->
                decision.next() instanceof InvoiceState state
                        ? following(document, state)
                        : Future.succeededFuture(Forecast.nothing(
                                "F&O has nothing of it that could be deleted; the document would be discarded."));
        };
    }

    /** What would become of a discarded document that is restored now. */
    public Forecast restored(DocumentRecord document) {
        HistoryEntry nobody = HistoryEntry.entry(engine.clock().instant(), "restore", "Forecast");
        if (StoppedInterventions.restore(document.state(), nobody).isPresent()) {
            return Forecast.said("would be restored to where it was, and stand still there.");
        }
        return Forecast.refused(
                document.condition() == Condition.DISCARDED
                        ? "the document cannot be restored any more."
                        : "the document is not discarded, so there is nothing to restore.");
    }

    private static Forecast together(DocumentRecord document, Forecast forecast, Map<String, DocumentId> jobs) {
        if (forecast.job().isEmpty()) {
            return forecast;
        }
        DocumentId first = jobs.putIfAbsent(forecast.job().get(), document.id());
        if (first == null) {
            return forecast;
        }
        return forecast.verdict() == Verdict.SENDS
                ? SendingForecast.turn(first.text())
                : InvoiceForecast.repeats(first);
    }

    /** What would become of an invoice that says this instead. */
    public Future<Forecast> ofEdited(DocumentRecord document, ReceivedSet set, VendorInvoice invoice) {
        InvoiceForecast forecast = invoices.get(document.connection());
        return forecast == null ? following(document, document.state()) : forecast.edited(document.id(), set, invoice);
    }

    /** What would become of an order that is sent with these bytes instead. */
    public Future<Forecast> ofEdited(DocumentRecord document, OutboundFile file) {
        SendingForecast forecast = orders.get(document.connection());
        return forecast == null
                ? following(document, document.state())
                : Future.succeededFuture(forecast.sends(document, file));
    }
}
