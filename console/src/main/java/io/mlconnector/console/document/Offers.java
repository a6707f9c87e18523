package io.mlconnector.console.document;

import io.mlconnector.domain.agreement.TradingPartner;
import io.mlconnector.engine.Connection;
import io.mlconnector.ports.journal.document.BusinessKeys;
import io.mlconnector.ports.journal.document.Direction;
import io.mlconnector.ports.journal.document.DocumentRecord;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a search box offers while somebody writes: orders first, then partners, documents and files. */
final class Offers {

    /** So many of each kind. */
    private static final int MOST = 6;

    private Offers() {}

    /**
     * Something to go to.
     *
     * @param title what it is
     * @param address where it is
     * @param note what else tells it from others
     */
    record Offer(String title, String address, String note) {}

    /**
     * For a text.
     *
     * @param text at least two characters
     * @param found documents that mention it, the newest first
     */
    static List<Offer> of(String text, List<DocumentRecord> found, List<Connection> connections) {
        String wanted = text.toLowerCase(Locale.ROOT);
        Map<String, Offer> orders = new LinkedHashMap<>();
        Map<String, Offer> files = new LinkedHashMap<>();
        List<Offer> documents = new ArrayList<>();
        List<DocumentRecord> exactFirst = found.stream()
                .sorted(Comparator.comparing(document -> !exact(document, wanted)))
                .toList();
        for (DocumentRecord document : exactFirst) {
            BusinessKeys keys = document.keys();
            if (orders.size() < MOST && contains(keys.orderNumber(), wanted)) {
                orders.putIfAbsent(
                        document.connection() + " " + keys.orderNumber().toLowerCase(Locale.ROOT),
                        new Offer(
                                "Order " + keys.orderNumber(),
                                "/orders/" + part(document.connection()) + "/" + part(keys.orderNumber()),
                                "all about it: revisions, answers, invoices"));
            }
            document.file()
                    .filter(file -> document.direction() == Direction.INBOUND)
                    .filter(file -> files.size() < MOST && contains(keys.fileName(), wanted))
                    .ifPresent(file -> files.putIfAbsent(
                            file.text(),
                            new Offer(
                                    "File " + keys.fileName(), "/files/" + file.text(), "from " + document.partner())));
            if (documents.size() < MOST) {
                documents.add(document(document, wanted));
            }
        }
        List<Offer> all = new ArrayList<>(orders.values());
        connections.stream()
                .flatMap(connection -> connection.partners().all().stream()
                        .filter(partner -> contains(partner.id().id(), wanted) || contains(partner.name(), wanted))
                        .map(partner -> partner(connection, partner)))
                .limit(MOST)
                .forEach(all::add);
        all.addAll(documents);
        all.addAll(files.values());
        // Who wrote a whole number means what has it: also where it is called by another one.
        Set<String> exact = found.stream()
                .filter(document -> exact(document, wanted))
                .map(DocumentRow::address)
                .collect(Collectors.toSet());
        all.sort(Comparator.comparing(offer ->
                !offer.title().toLowerCase(Locale.ROOT).endsWith(" " + wanted) && !exact.contains(offer.address())));
        return all;
    }

    private static boolean exact(DocumentRecord document, String wanted) {
        BusinessKeys keys = document.keys();
        return Stream.of(keys.orderNumber(), keys.confirmationNumber(), keys.invoiceNumber(), keys.controlNumber())
                .anyMatch(number -> number.equalsIgnoreCase(wanted));
    }

    private static Offer document(DocumentRecord document, String wanted) {
        DocumentRow row = new DocumentRow(document);
        String number = contains(document.keys().controlNumber(), wanted)
                ? ", control number " + document.keys().controlNumber()
                : "";
        return new Offer(
                row.kind() + " " + row.name(),
                row.address(),
                (document.partner() + ", " + document.condition().word() + number + " " + row.beside()).strip());
    }

    private static Offer partner(Connection connection, TradingPartner partner) {
        return new Offer(
                "Partner " + partner.name(),
                "/partners/" + part(connection.id()) + "/" + part(partner.id().id()),
                partner.id().id());
    }

    private static boolean contains(String text, String wanted) {
        return text.toLowerCase(Locale.ROOT).contains(wanted);
    }

    private static String part(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
