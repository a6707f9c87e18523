package io.mlconnector.verification.demo;

import io.mlconnector.domain.invoicing.InvoiceState;
import io.mlconnector.domain.sending.SendingState;
import io.mlconnector.domain.words.Condition;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.ports.journal.document.Direction;
import io.mlconnector.ports.journal.document.DocumentRecord;
import io.mlconnector.ports.journal.file.FileRecord;
import io.mlconnector.twin.TwinRecord;
import io.mlconnector.twin.dynamics.payables.PendingInvoice;
import io.mlconnector.twin.partner.Fate;
import io.mlconnector.twin.partner.Publication;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Compares the connector's record with the twin's.
 *
 * @param lines to print
 * @param differences where the two do not agree; empty if they agree
 */
public record DemoSummary(List<String> lines, List<String> differences) {

    public DemoSummary {
        lines = List.copyOf(lines);
        differences = List.copyOf(differences);
    }

    /** Compares. */
    static DemoSummary of(List<DocumentRecord> documents, List<FileRecord> files, TwinRecord twin) {
        List<String> differences = new ArrayList<>();
        orders(documents, twin, differences);
        invoices(documents, twin, differences);
        published(documents, files, twin, differences);
        return new DemoSummary(lines(documents, files, twin), differences);
    }

    /** Every delivered file was received once, and nothing else was. */
    private static void orders(List<DocumentRecord> documents, TwinRecord twin, List<String> differences) {
        Map<String, Long> received = twin.uploads().stream()
                .collect(Collectors.groupingBy(file -> file.name() + " " + file.sha256(), Collectors.counting()));
        Map<String, String> delivered = new TreeMap<>();
        for (DocumentRecord document : documents) {
            if (document.state() instanceof SendingState.Delivered state) {
                delivered.put(
                        state.file().name() + " " + state.file().content().hex(),
                        document.type() + " " + document.keys().orderNumber());
            }
        }
        delivered.forEach((file, order) -> {
            long count = received.getOrDefault(file, 0L);
            if (count != 1) {
                differences.add(order + ": the twin received its file " + count + " times");
            }
        });
        received.keySet().stream()
                .filter(file -> !delivered.containsKey(file))
                .forEach(file -> differences.add(
                        "The twin received a file that the connector has not recorded as delivered: " + file));
        twin.uploads().stream()
                .filter(file -> !file.problems().isEmpty())
                .forEach(file -> differences.add("The twin reports errors in " + file.name() + ": " + file.problems()));
    }

    /** Every posted invoice exists once and whole, and nothing else does. */
    private static void invoices(List<DocumentRecord> documents, TwinRecord twin, List<String> differences) {
        Map<String, List<PendingInvoice>> there =
                twin.invoices().stream().collect(Collectors.groupingBy(PendingInvoice::headerReference));
        Map<String, DocumentRecord> posted = new TreeMap<>();
        for (DocumentRecord document : documents) {
            if (document.state() instanceof InvoiceState.Posted state) {
                posted.put(state.headerReference(), document);
            }
        }
        posted.forEach((reference, document) -> {
            List<PendingInvoice> found = there.getOrDefault(reference, List.of());
            if (found.size() != 1
                    || !found.get(0).invoiceNumber().equals(document.keys().invoiceNumber())
                    || found.get(0).lines().isEmpty()) {
                differences.add("Invoice " + document.keys().invoiceNumber() + ": the twin has " + found);
            }
        });
        there.keySet().stream()
                .filter(reference -> !posted.containsKey(reference))
                .forEach(reference -> differences.add(
                        "The twin has an invoice that the connector has not recorded as posted: " + reference));
    }

    /** Every published invoice ended as the twin had intended. */
    private static void published(
            List<DocumentRecord> documents, List<FileRecord> files, TwinRecord twin, List<String> differences) {
        for (Publication publication : twin.published()) {
            Optional<FileRecord> file = files.stream()
                    .filter(one -> one.name().equals(publication.fileName()))
                    .findFirst();
            if (file.isEmpty()) {
                differences.add("File " + publication.fileName() + " was never picked up");
                continue;
            }
            for (Publication.Invoice invoice : publication.invoices()) {
                if (!hasFate(documents, file.get(), invoice)) {
                    differences.add("Invoice " + invoice.invoiceNumber() + " in " + publication.fileName()
                            + ": expected to " + invoice.fate() + " (" + invoice.why() + ")");
                }
            }
        }
    }

    private static boolean hasFate(List<DocumentRecord> documents, FileRecord file, Publication.Invoice invoice) {
        if (invoice.fate() == Fate.UNREADABLE) {
            return file.problem().isPresent();
        }
        Condition wanted = switch (invoice.fate()) {
            case POST -> Condition.DONE;
            case HOLD -> Condition.HELD;
            case DUPLICATE -> Condition.DUPLICATE;
            case UNREADABLE -> Condition.FAILED;
        };
        return documents.stream()
                .filter(document -> document.file().filter(file.id()::equals).isPresent())
                .filter(document -> document.keys().invoiceNumber().equals(invoice.invoiceNumber()))
                .anyMatch(document -> document.condition() == wanted);
    }

    private static List<String> lines(List<DocumentRecord> documents, List<FileRecord> files, TwinRecord twin) {
        List<String> lines = new ArrayList<>();
        lines.add("Orders confirmed in F&O: " + twin.confirmations().size() + ", delivered to Cleo: "
                + count(orders(documents), Direction.OUTBOUND, Condition.DONE));
        lines.add("Invoices posted to F&O: " + count(documents, Direction.INBOUND, Condition.DONE)
                + ", duplicates refused: " + count(documents, Direction.INBOUND, Condition.DUPLICATE));
        lines.add("Interchanges answered with 997s: "
                + documents.stream()
                        .filter(document -> document.direction() == Direction.OUTBOUND
                                && document.type().equals("997")
                                && document.condition() == Condition.DONE)
                        .count());
        lines.addAll(DemoMoney.lines(documents));
        lines.add("Did not go through:");
        for (DocumentRecord document : documents) {
            if (document.condition() != Condition.DONE && document.condition() != Condition.DUPLICATE) {
                lines.add("  " + document.condition().word() + "  "
                        + (document.direction() == Direction.OUTBOUND
                                ? "order " + document.keys().confirmationNumber()
                                : "invoice " + document.keys().invoiceNumber())
                        + ": " + document.reason().map(Problem::message).orElse(""));
            }
        }
        for (FileRecord file : files) {
            file.problem().ifPresent(why -> lines.add("  file  " + why.message()));
        }
        lines.add("Calls made:");
        twin.calls().forEach((call, count) -> lines.add("  " + count + "  " + call));
        return lines;
    }

    private static List<DocumentRecord> orders(List<DocumentRecord> documents) {
        return documents.stream()
                .filter(document ->
                        document.type().equals("850") || document.type().equals("860"))
                .toList();
    }

    private static long count(List<DocumentRecord> documents, Direction direction, Condition condition) {
        return documents.stream()
                .filter(document -> document.direction() == direction && document.condition() == condition)
                .count();
    }
}
