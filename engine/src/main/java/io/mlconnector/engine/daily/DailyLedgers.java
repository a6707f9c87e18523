package io.mlconnector.engine.daily;

import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.engine.Connection;
import io.mlconnector.engine.Engine;
import io.mlconnector.engine.loop.OneAfterAnother;
import io.mlconnector.ports.journal.document.DocumentRecord;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Makes the ledger of a day: what F&O confirmed, what lay in the folders and what is in the journal are laid side by side, and what
 * of one is missing in the other is told, together with all that has come to no end yet. Reads only.
 */
public final class DailyLedgers {

    /** So many matters are told; the rest is counted. */
    private static final int MOST_TOLD = 2000;

    private final Engine engine;
    private final List<Connection> connections;
    private final List<String> closed;

    /**
     * On a journal.
     *
     * @param connections both sides of which are looked at
     * @param closed short names of those that are configured and cannot be opened: nothing is known of them
     */
    public DailyLedgers(Engine engine, List<Connection> connections, List<String> closed) {
        this.engine = engine;
        this.connections = List.copyOf(connections);
        this.closed = List.copyOf(closed);
    }

    /** The ledger of a day, as of now. Asks F&O about each order and posted invoice of it, and lists every folder. */
    public Future<DailyLedger> of(Day day) {
        List<DailyLedger.OfConnection> counts = new ArrayList<>();
        List<Unaccounted> open = new ArrayList<>();
        closed.forEach(id -> open.add(
                OpenMatters.notLooked(id, "", "connection " + id, "it cannot be opened: store its credentials first")));
        Future<Void> all = Future.succeededFuture();
        for (Connection connection : connections) {
            all = all.compose(ignored -> ofConnection(day, connection, open))
                    .onSuccess(counts::add)
                    .mapEmpty();
        }
        return all.map(ignored -> ledger(day, counts, open));
    }

    private static DailyLedger ledger(Day day, List<DailyLedger.OfConnection> counts, List<Unaccounted> open) {
        List<Unaccounted> sorted = open.stream()
                .sorted(Comparator.comparing(Unaccounted::kind))
                .limit(MOST_TOLD)
                .toList();
        return new DailyLedger(day, counts, sorted, open.size() - sorted.size());
    }

    private Future<DailyLedger.OfConnection> ofConnection(Day day, Connection connection, List<Unaccounted> open) {
        OrdersOfDay orders = new OrdersOfDay(engine, connection, day);
        DocumentsOfDay documents = new DocumentsOfDay(engine, connection, day);
        FilesOfDay files = new FilesOfDay(engine, connection, day);
        PostedInvoices invoices = new PostedInvoices(engine, connection);
        return orders.read()
                .compose(ignored -> documents.read())
                .compose(ignored -> files.read(documents.filesUnread()))
                .compose(ignored -> invoices.lookedFor(documents.all()))
                .compose(ignored -> confirmedOnly(orders, documents))
                .map(confirmed -> {
                    open.addAll(orders.open());
                    open.addAll(invoices.open());
                    open.addAll(files.open());
                    open.addAll(documents.open());
                    confirmed.forEach(one -> OpenMatters.of(one).ifPresent(open::add));
                    return new DailyLedger.OfConnection(
                            connection.id(),
                            orders.confirmed(),
                            orders.entered().size(),
                            files.taken(),
                            files.notRead(),
                            invoices.found(),
                            documents.counts());
                });
    }

    /** Documents of orders that were confirmed on the day and entered on another. */
    private Future<List<DocumentRecord>> confirmedOnly(OrdersOfDay orders, DocumentsOfDay documents) {
        Set<DocumentId> others = new HashSet<>(orders.entered());
        documents.all().forEach(one -> others.remove(one.id()));
        List<DocumentRecord> found = new ArrayList<>();
        return OneAfterAnother.<DocumentId>of(
                        others,
                        id -> engine.onContext(engine.journal().find(id))
                                .onSuccess(one -> one.ifPresent(found::add))
                                .mapEmpty())
                .map(found);
    }
}
