package io.mlconnector.engine.whatif;

import io.mlconnector.domain.agreement.TradingPartners;
import io.mlconnector.domain.flow.Held;
import io.mlconnector.domain.invoicing.Examination;
import io.mlconnector.domain.invoicing.document.VendorInvoice;
import io.mlconnector.domain.invoicing.whatif.ToleranceChange;
import io.mlconnector.domain.invoicing.whatif.TriedInvoice;
import io.mlconnector.domain.invoicing.whatif.TriedInvoice.Verdict;
import io.mlconnector.domain.invoicing.whatif.WhatIf;
import io.mlconnector.domain.trade.LegalEntity;
import io.mlconnector.domain.trade.PartnerId;
import io.mlconnector.domain.words.Condition;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.engine.Connection;
import io.mlconnector.engine.Engine;
import io.mlconnector.engine.forecast.Forecast;
import io.mlconnector.engine.forecast.Forecasts;
import io.mlconnector.engine.intervention.Selection;
import io.mlconnector.engine.loop.OneAfterAnother;
import io.mlconnector.engine.posting.InvoicePreparation;
import io.mlconnector.ports.journal.Criterion;
import io.mlconnector.ports.journal.DocumentFilter;
import io.mlconnector.ports.journal.document.Direction;
import io.mlconnector.ports.journal.document.DocumentRecord;
import io.mlconnector.ports.journal.payload.Payload;
import io.mlconnector.ports.stored.ReceivedSet;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Tries another tolerance on the stored invoices of a partner: those that are held for it, by the very forecast of a replay, and those
 * that passed, by the examination that they went through. Only reads.
 */
public final class ToleranceTrials {

    /** So many held invoices are looked at, the newest. */
    public static final int MOST_HELD = 200;

    /** So many that passed are looked at, the newest: each is asked for in F&O twice. */
    public static final int MOST_PASSED = 100;

    /** So many of them are looked at beside each other. */
    private static final int LANES = 4;

    private final Engine engine;
    private final List<Connection> connections;

    /** Over these connections. */
    public ToleranceTrials(Engine engine, List<Connection> connections) {
        this.engine = engine;
        this.connections = List.copyOf(connections);
    }

    /** The ids of the partners of whom a connection has invoices. */
    public Set<String> partners() {
        return connections.stream()
                .flatMap(connection -> connection.partners().all().stream())
                .filter(known -> known.invoices().isPresent())
                .map(known -> known.id().id())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The ids of the legal entities of all connections. */
    public Set<String> legalEntities() {
        return connections.stream()
                .flatMap(connection -> connection.orders().legalEntities().stream())
                .map(LegalEntity::id)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What it would change. */
    public Future<WhatIf> of(PartnerId partner, ToleranceChange change) {
        List<Connection> then = connections.stream()
                .map(connection -> with(connection, partner, change))
                .toList();
        Future<Tried> held = held(partner, change, then);
        Future<Tried> passed = passed(partner, change, then);
        return Future.all(held, passed).map(ignored -> {
            List<TriedInvoice> all = new ArrayList<>(held.result().invoices());
            all.addAll(passed.result().invoices());
            return WhatIf.of(all, held.result().more() || passed.result().more());
        });
    }

    private record Tried(List<TriedInvoice> invoices, boolean more) {}

    private static Connection with(Connection connection, PartnerId partner, ToleranceChange change) {
        return connection.with(new TradingPartners(connection.partners().all().stream()
                .map(known -> known.id().equals(partner) ? change.agreedWith(known) : known)
                .toList()));
    }

    private static DocumentFilter invoices(PartnerId partner, Condition condition) {
        return DocumentFilter.ALL.where(
                new Criterion.OfPartner(partner.id()),
                new Criterion.Going(Direction.INBOUND),
                new Criterion.OfType("810"),
                new Criterion.InCondition(condition));
    }

    private Future<Tried> held(PartnerId partner, ToleranceChange change, List<Connection> then) {
        return Selection.of(engine, invoices(partner, Condition.HELD), MOST_HELD)
                .compose(selection -> {
                    List<DocumentRecord> decided = selection.documents().stream()
                            .filter(document ->
                                    document.state() instanceof Held held && change.decides(held.causes().stream()))
                            .toList();
                    return new Forecasts(engine, connections)
                            .of(decided, Optional.empty())
                            .compose(before -> new Forecasts(engine, then)
                                    .of(decided, Optional.empty())
                                    .compose(after -> judged(decided, before, after)))
                            .map(tried -> new Tried(tried, selection.more()));
                });
    }

    private Future<List<TriedInvoice>> judged(
            List<DocumentRecord> documents, Map<DocumentId, Forecast> before, Map<DocumentId, Forecast> after) {
        List<TriedInvoice> tried = new ArrayList<>();
        Future<Void> all = Future.succeededFuture();
        for (DocumentRecord document : documents) {
            all = all.compose(ignored -> stored(document)).map(set -> {
                set.flatMap(ReceivedSet::invoice)
                        .ifPresent(invoice -> tried.add(TriedInvoice.of(
                                document.id(),
                                invoice,
                                verdict(before, document.id()),
                                verdict(after, document.id()))));
                return null;
            });
        }
        return all.map(ignored -> tried);
    }

    private static Verdict verdict(Map<DocumentId, Forecast> forecasts, DocumentId document) {
        Forecast forecast = forecasts.get(document);
        if (forecast == null) {
            return Verdict.OTHERWISE;
        }
        return switch (forecast.verdict()) {
            case POSTS, ADDS_LINES -> Verdict.PASSES;
            case HOLDS -> Verdict.STOPS;
            default -> Verdict.OTHERWISE;
        };
    }

    private Future<Tried> passed(PartnerId partner, ToleranceChange change, List<Connection> then) {
        Map<String, InvoicePreparation> now = preparations(connections);
        Map<String, InvoicePreparation> would = preparations(then);
        return Selection.of(engine, invoices(partner, Condition.DONE), MOST_PASSED)
                .compose(selection -> {
                    Map<DocumentId, TriedInvoice> tried = new TreeMap<>();
                    List<Future<Void>> lanes = new ArrayList<>();
                    for (int lane = 0; lane < LANES; lane++) {
                        lanes.add(OneAfterAnother.of(every(selection.documents(), lane), document -> {
                            InvoicePreparation one = now.get(document.connection());
                            InvoicePreparation other = would.get(document.connection());
                            return one == null || other == null
                                    ? Future.succeededFuture()
                                    : stored(document)
                                            .compose(set -> passed(document.id(), set, change, one, other))
                                            .onSuccess(result ->
                                                    result.ifPresent(invoice -> tried.put(document.id(), invoice)))
                                            .mapEmpty();
                        }));
                    }
                    return Future.all(lanes).map(ignored -> new Tried(List.copyOf(tried.values()), selection.more()));
                });
    }

    /** Each that is done in this lane. */
    private static List<DocumentRecord> every(List<DocumentRecord> documents, int lane) {
        return IntStream.range(0, documents.size())
                .filter(i -> i % LANES == lane)
                .mapToObj(documents::get)
                .toList();
    }

    private Map<String, InvoicePreparation> preparations(List<Connection> of) {
        Map<String, InvoicePreparation> preparations = new LinkedHashMap<>();
        of.forEach(connection -> preparations.put(connection.id(), new InvoicePreparation(engine, connection)));
        return preparations;
    }

    private static Future<Optional<TriedInvoice>> passed(
            DocumentId id,
            Optional<ReceivedSet> stored,
            ToleranceChange change,
            InvoicePreparation now,
            InvoicePreparation would) {
        return stored.flatMap(set -> set.invoice().map(invoice -> passed(id, set, invoice, change, now, would)))
                .orElseGet(() -> Future.succeededFuture(Optional.empty()));
    }

    private static Future<Optional<TriedInvoice>> passed(
            DocumentId id,
            ReceivedSet set,
            VendorInvoice invoice,
            ToleranceChange change,
            InvoicePreparation now,
            InvoicePreparation would) {
        return now.of(set, invoice, Set.of(), id.text())
                .compose(before -> would.of(set, invoice, Set.of(), id.text())
                        .map(after -> Optional.of(TriedInvoice.of(
                                id,
                                invoice,
                                verdict(before.examination(), change),
                                verdict(after.examination(), change)))));
    }

    /** That F&O has it by now means that it came as far as it could. */
    private static Verdict verdict(Examination examination, ToleranceChange change) {
        return switch (examination) {
            case Examination.Passed ignored -> Verdict.PASSES;
            case Examination.BegunBefore ignored -> Verdict.PASSES;
            case Examination.AlreadyThere ignored -> Verdict.PASSES;
            case Examination.Stopped(List<Problem> problems, var ignored) ->
                change.decides(problems.stream().map(Problem::cause)) ? Verdict.STOPS : Verdict.OTHERWISE;
            case Examination.Refused ignored -> Verdict.OTHERWISE;
            case Examination.Later ignored -> Verdict.OTHERWISE;
        };
    }

    private Future<Optional<ReceivedSet>> stored(DocumentRecord document) {
        return document.content()
                .map(hash -> engine.onContext(engine.journal().payload(hash))
                        .map(payload -> payload.filter(
                                        found -> found.mediaType().equals(Payload.JSON))
                                .map(found -> engine.storedForm().readSet(found.bytes()))))
                .orElseGet(() -> Future.succeededFuture(Optional.empty()));
    }
}
