package io.mlconnector.runtime.ping;

import io.mlconnector.domain.agreement.FolderReference;
import io.mlconnector.domain.agreement.InvoiceAgreement;
import io.mlconnector.engine.intake.knowledge.FolderKnowledge;
import io.mlconnector.engine.polling.OrderPoller;
import io.mlconnector.runtime.config.ConnectionSettings;
import io.vertx.core.Future;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * How far the polls have come, and what the work on the folders from which files are taken has shown, as the journal remembers it.
 *
 * @param cursors asks the journal for several cursors at once
 */
public record PollMemory(Function<Collection<String>, Future<Map<String, String>>> cursors) {

    /** Of somebody without a journal: what is configured is known, nothing else. */
    public static PollMemory none() {
        return new PollMemory(names -> Future.succeededFuture(Map.of()));
    }

    /**
     * What is remembered of orders.
     *
     * @param since the first day of which orders are sent; empty before the first look
     * @param newest the day of the newest confirmation that was seen; empty if none was
     */
    record Orders(Optional<LocalDate> since, Optional<LocalDate> newest) {}

    /**
     * What is remembered.
     *
     * @param folders of each connection, by its id, in the order of the configuration
     * @param orders of each connection, by its id
     */
    record Known(Map<String, Map<FolderReference, FolderKnowledge>> folders, Map<String, Orders> orders) {

        static final Known NOTHING = new Known(Map.of(), Map.of());

        /** Of a connection's folders from which files are taken. */
        Map<FolderReference, FolderKnowledge> folders(String connection) {
            return folders.getOrDefault(connection, Map.of());
        }

        /** Of a connection's orders. */
        Orders orders(String connection) {
            return orders.getOrDefault(connection, new Orders(Optional.empty(), Optional.empty()));
        }
    }

    /** What is remembered of these connections. */
    Future<Known> of(Collection<ConnectionSettings> connections) {
        List<String> names = new ArrayList<>();
        connections.forEach(connection -> {
            names.add(OrderPoller.newestCursor(connection.id()));
            names.add(OrderPoller.startCursor(connection.id()));
            folders(connection).forEach(folder -> {
                names.add(FolderKnowledge.consumeCursor(connection.id(), folder));
                names.add(FolderKnowledge.deleteCursor(connection.id(), folder));
            });
        });
        return cursors.apply(names).map(known -> {
            Map<String, Map<FolderReference, FolderKnowledge>> folders = new LinkedHashMap<>();
            Map<String, Orders> orders = new HashMap<>();
            connections.forEach(connection -> {
                folders.put(connection.id(), known(connection, known));
                orders.put(
                        connection.id(),
                        new Orders(
                                connection
                                        .dynamics()
                                        .ordersSince()
                                        .or(() -> day(known, OrderPoller.startCursor(connection.id()))),
                                day(known, OrderPoller.newestCursor(connection.id()))));
            });
            return new Known(folders, orders);
        });
    }

    private static Optional<LocalDate> day(Map<String, String> cursors, String name) {
        return Optional.ofNullable(cursors.get(name)).map(LocalDate::parse);
    }

    private static Map<FolderReference, FolderKnowledge> known(
            ConnectionSettings connection, Map<String, String> cursors) {
        Map<FolderReference, FolderKnowledge> known = new LinkedHashMap<>();
        folders(connection)
                .forEach(folder -> known.put(
                        folder,
                        FolderKnowledge.of(
                                connection.cleo().dialect().consumeOnRead(), cursors, connection.id(), folder)));
        return known;
    }

    private static List<FolderReference> folders(ConnectionSettings connection) {
        return connection.partners().all().stream()
                .flatMap(partner -> partner.invoices().stream())
                .map(InvoiceAgreement::folder)
                .distinct()
                .toList();
    }

    /** How far the poll of orders has come, for a person. */
    static String words(Orders known) {
        return known.since()
                        .map(day -> "orders are read that were confirmed on " + day + " or later")
                        .orElse("orders were not looked for yet")
                + known.newest()
                        .map(day -> "; the newest confirmation that was seen is of " + day)
                        .orElse("");
    }

    /** What it means for a person. */
    static String words(FolderKnowledge known) {
        String reading = switch (known.consumeOnRead()) {
            case CONFIGURED -> "reading a file removes it, as cleo.dialect.consumeOnRead says";
            case FOUND ->
                "reading a file removes it, as it turned out; set cleo.dialect.consumeOnRead to true, so that this holds"
                        + " for all folders from their first file on";
            case NOT_KNOWN -> "whether reading a file removes it is not known: nothing has shown it so far";
        };
        String right = switch (known.deleteRight()) {
            case PROVEN -> "the user may remove files, as the last removal showed";
            case DENIED ->
                "the last removal of a file was refused: grant the user the right to delete, or set"
                        + " invoices.afterReceive to leave";
            case NOT_KNOWN -> "whether the user may remove files is not known: no removal was tried so far";
        };
        return reading + "; " + right;
    }
}
