package io.mlconnector.console.order;

import io.mlconnector.console.document.Choices;
import io.mlconnector.console.page.Form;
import io.mlconnector.console.page.Pages;
import io.mlconnector.console.page.Section;
import io.mlconnector.console.story.Answer;
import io.mlconnector.console.workplace.Workplace;
import io.mlconnector.domain.agreement.OrderAgreement;
import io.mlconnector.domain.words.Acknowledgement;
import io.mlconnector.domain.words.Condition;
import io.mlconnector.domain.words.HistoryEntry;
import io.mlconnector.engine.Connection;
import io.mlconnector.engine.Engine;
import io.mlconnector.engine.order.LineQuantities;
import io.mlconnector.engine.order.OrderStanding;
import io.mlconnector.engine.order.Standing;
import io.mlconnector.engine.order.Turn;
import io.mlconnector.ports.journal.Criterion;
import io.mlconnector.ports.journal.DocumentFilter;
import io.mlconnector.ports.journal.document.Direction;
import io.mlconnector.ports.journal.document.DocumentRecord;
import io.mlconnector.ports.journal.history.RecordedEntry;
import io.mlconnector.ports.journal.order.OrderReference;
import io.mlconnector.ports.journal.payload.Payload;
import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Orders with their revisions, what was answered to each, and what is open. */
public final class Orders {

    /** More than an order's life is not laid out on one page. */
    private static final int MOST_DOCUMENTS = 100;

    /** Orders are looked for among so many of the newest documents that have the part of a number. */
    private static final int SEARCHED = 100;

    /** So many revisions' histories, and so many invoices' contents, are read for one page. */
    private static final int MOST_READ = 30;

    private final Pages pages;
    private final Engine looking;
    private final List<Connection> connections;

    /** Over this workplace. */
    public Orders(Pages pages, Workplace workplace) {
        this.pages = pages;
        this.looking = workplace.looking();
        this.connections = workplace.connections();
    }

    /** Adds its routes; who is not signed in does not reach them. */
    public void mount(Router router) {
        router.get("/orders").handler(this::list);
        router.get("/orders/:connection/:orderNumber").handler(Form::noWords).handler(this::show);
    }

    private void list(RoutingContext context) {
        OrderQuery query = OrderQuery.of(Form.ofAddress(context.request(), OrderQuery.WORDS));
        if (!query.number().isEmpty()) {
            find(context, query);
            return;
        }
        Optional<String> partner = Optional.of(query.partner()).filter(name -> !name.isEmpty());
        Future<List<OrderReference>> open = looking.onContext(looking.journal().openOrders(query.open()));
        Future<List<OrderReference>> newest = query.all()
                ? looking.onContext(looking.journal().newestOrders(partner, OrderQuery.SETTLED))
                : Future.succeededFuture(List.of());
        Future.all(open, newest)
                .compose(ignored -> standings(distinct(open.result(), newest.result())))
                .onSuccess(standings ->
                        show(context, query, standings, open.result().size() > OrderQuery.MOST))
                .onFailure(context::fail);
    }

    /** A number that one connection alone has leads to its order at once. */
    private void find(RoutingContext context, OrderQuery query) {
        List<OrderReference> possible = connections.stream()
                .map(connection -> new OrderReference(connection.id(), query.number()))
                .toList();
        standings(possible)
                .onSuccess(standings -> {
                    List<OrderStanding> there = standings.stream()
                            .filter(one -> one.speaking().isPresent())
                            .toList();
                    if (there.isEmpty()) {
                        findPart(context, query);
                    } else {
                        Pages.go(context, OrderRow.address(there.getFirst().reference()));
                    }
                })
                .onFailure(context::fail);
    }

    /** Those whose number has it as a part; one alone is opened. */
    private void findPart(RoutingContext context, OrderQuery query) {
        DocumentFilter filter =
                DocumentFilter.ALL.where(new Criterion.FoundBy(query.number())).page(SEARCHED, Optional.empty());
        looking.onContext(looking.journal().list(filter))
                .compose(found -> standings(distinct(
                        List.of(),
                        found.stream()
                                .filter(document -> document.keys()
                                        .orderNumber()
                                        .toLowerCase(Locale.ROOT)
                                        .contains(query.number().toLowerCase(Locale.ROOT)))
                                .map(document -> new OrderReference(
                                        document.connection(), document.keys().orderNumber()))
                                .toList())))
                .onSuccess(found -> {
                    if (found.size() == 1) {
                        Pages.go(context, OrderRow.address(found.getFirst().reference()));
                    } else {
                        show(context, query, found, found.size() > OrderQuery.MOST);
                    }
                })
                .onFailure(context::fail);
    }

    private void show(RoutingContext context, OrderQuery query, List<OrderStanding> standings, boolean more) {
        pages.show(
                context,
                "orders",
                new OrderList(
                        pages.frame(context, "Orders and answers", Section.ORDERS),
                        query,
                        Choices.of(connections).partners(),
                        standings.stream()
                                .filter(one -> one.turn() != Turn.NOBODY)
                                .limit(OrderQuery.MOST)
                                .sorted(Comparator.comparing(one -> one.since().orElse(Instant.MAX)))
                                .map(OrderRow::new)
                                .toList(),
                        standings.stream()
                                .filter(one -> one.turn() == Turn.NOBODY)
                                .limit(OrderQuery.SETTLED)
                                .map(OrderRow::new)
                                .toList(),
                        more));
    }

    private static List<OrderReference> distinct(List<OrderReference> open, List<OrderReference> newest) {
        Map<String, OrderReference> all = new LinkedHashMap<>();
        Stream.concat(open.stream().limit(OrderQuery.MOST), newest.stream())
                .forEach(one -> all.putIfAbsent(
                        one.connection() + " " + one.orderNumber().toLowerCase(Locale.ROOT), one));
        return all.values().stream().toList();
    }

    private Future<List<OrderStanding>> standings(List<OrderReference> orders) {
        List<Future<OrderStanding>> all = orders.stream()
                .map(order -> about(order).map(found -> standing(order, found)))
                .toList();
        return Future.all(all).map(ignored -> all.stream().map(Future::result).toList());
    }

    private Future<List<DocumentRecord>> about(OrderReference order) {
        return looking.onContext(looking.journal().aboutOrder(order, MOST_DOCUMENTS));
    }

    private OrderStanding standing(OrderReference order, List<DocumentRecord> documents) {
        return OrderStanding.of(order, documents, this::within);
    }

    /** Only a revision that was delivered has somebody to wait for. */
    private Optional<Duration> within(DocumentRecord document) {
        boolean waited = document.acknowledgement() == Acknowledgement.AWAITED
                || document.acknowledgement() == Acknowledgement.OVERDUE;
        if (!waited || document.keys().confirmationNumber().isEmpty()) {
            return Optional.empty();
        }
        return connections.stream()
                .filter(connection -> connection.id().equals(document.connection()))
                .findFirst()
                .flatMap(connection -> connection.orderAgreement(document.type(), document.partner(), document.keys()))
                .flatMap(OrderAgreement::acknowledgeWithin);
    }

    private void show(RoutingContext context) {
        OrderReference order = new OrderReference(context.pathParam("connection"), context.pathParam("orderNumber"));
        about(order)
                .compose(found -> found.isEmpty()
                        ? Future.succeededFuture(Optional.<OrderPage>empty())
                        : page(context, order, found).map(Optional::of))
                .onSuccess(page ->
                        page.ifPresentOrElse(shown -> pages.show(context, "order", shown), () -> unknown(context)))
                .onFailure(context::fail);
    }

    private Future<OrderPage> page(RoutingContext context, OrderReference order, List<DocumentRecord> found) {
        OrderStanding standing = standing(order, found);
        Future<Map<String, List<Answer>>> answers = answers(standing.revisions());
        Future<Optional<LineQuantities>> quantities = quantities(standing);
        return Future.all(answers, quantities)
                .map(ignored -> new OrderPage(
                        pages.frame(context, "Order " + order.orderNumber(), Section.ORDERS),
                        new OrderRow(standing),
                        answers.result(),
                        quantities.result(),
                        Stream.of(Direction.OUTBOUND, Direction.INBOUND)
                                .anyMatch(direction -> found.stream()
                                                .filter(document -> document.direction() == direction)
                                                .count()
                                        >= MOST_DOCUMENTS)));
    }

    private Future<Map<String, List<Answer>>> answers(List<Standing> revisions) {
        Map<String, List<Answer>> answers = new HashMap<>();
        Future<Void> all = Future.succeededFuture();
        for (Standing revision : newest(revisions)) {
            all = all.compose(ignored -> looking.onContext(
                            looking.journal().history(revision.document().id())))
                    .map(history -> {
                        answers.put(
                                revision.document().id().text(),
                                history.stream()
                                        .flatMap(recorded -> Answer.of(recorded.entry()).stream())
                                        .toList());
                        return null;
                    });
        }
        return all.map(ignored -> answers);
    }

    private static List<Standing> newest(List<Standing> all) {
        return all.subList(Math.max(0, all.size() - MOST_READ), all.size());
    }

    /** Of the newest revision that the partner has or is to get, and of the invoices that are in F&O. */
    private Future<Optional<LineQuantities>> quantities(OrderStanding standing) {
        Optional<DocumentRecord> newest = standing.revisions().reversed().stream()
                .map(Standing::document)
                .filter(document -> document.condition() != Condition.DISCARDED
                        && document.condition() != Condition.DUPLICATE
                        && document.content().isPresent())
                .findFirst();
        if (newest.isEmpty()) {
            return Future.succeededFuture(Optional.empty());
        }
        List<DocumentRecord> posted = standing.invoices().stream()
                .map(Standing::document)
                .filter(document -> document.condition() == Condition.DONE)
                .toList();
        return stored(newest.get())
                .compose(order -> order.isEmpty()
                        ? Future.succeededFuture(Optional.empty())
                        : all(posted)
                                .compose(invoices -> looking.loop()
                                        .beside(() -> Optional.of(LineQuantities.of(
                                                looking.storedForm()
                                                        .readOrder(order.get().bytes()),
                                                invoices.stream()
                                                        .flatMap(one -> billed(one).stream())
                                                        .toList())))));
    }

    /**
     * An invoice as it is stored.
     *
     * @param content its transaction set
     * @param history of its document
     */
    private record StoredInvoice(Payload content, List<HistoryEntry> history) {}

    private Optional<LineQuantities.Billed> billed(StoredInvoice stored) {
        return looking.storedForm()
                .readSet(stored.content().bytes())
                .invoice()
                .map(invoice -> new LineQuantities.Billed(invoice, stored.history()));
    }

    private Future<List<StoredInvoice>> all(List<DocumentRecord> documents) {
        List<StoredInvoice> invoices = new ArrayList<>();
        Future<Void> all = Future.succeededFuture();
        for (DocumentRecord document : documents) {
            all = all.compose(ignored -> stored(document))
                    .compose(payload -> looking.onContext(looking.journal().history(document.id()))
                            .map(history -> {
                                payload.ifPresent(content -> invoices.add(new StoredInvoice(
                                        content,
                                        history.stream()
                                                .map(RecordedEntry::entry)
                                                .toList())));
                                return null;
                            }));
        }
        return all.map(ignored -> invoices);
    }

    private Future<Optional<Payload>> stored(DocumentRecord document) {
        return document.content()
                .map(hash -> looking.onContext(looking.journal().payload(hash))
                        .map(found ->
                                found.filter(payload -> payload.mediaType().equals(Payload.JSON))))
                .orElseGet(() -> Future.succeededFuture(Optional.empty()));
    }

    private void unknown(RoutingContext context) {
        pages.problem(
                context,
                404,
                "No such order",
                "No document names an order of this number. It may be written otherwise; search for a part of it among the documents.");
    }
}
