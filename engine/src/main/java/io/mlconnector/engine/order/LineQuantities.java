package io.mlconnector.engine.order;

import io.mlconnector.domain.invoicing.document.InvoiceLine;
import io.mlconnector.domain.invoicing.document.VendorInvoice;
import io.mlconnector.domain.invoicing.matching.LineFacts;
import io.mlconnector.domain.ordering.AlignedLine;
import io.mlconnector.domain.ordering.AlignedOrder;
import io.mlconnector.domain.words.HistoryEntry;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What was ordered and what was invoiced of it, as far as the journal's own documents tell it. F&O decides with more: with
 * receipts and with invoices that came another way.
 *
 * @param lines of the order, in order of their numbers
 * @param unmatched invoice lines that cannot be told to be one of them, by what they name
 */
public record LineQuantities(List<Line> lines, int unmatched) {

    public LineQuantities {
        lines = List.copyOf(lines);
    }

    /**
     * One line.
     *
     * @param number of the order's line
     * @param item F&O's item; the category on a line without one
     * @param description may be empty
     * @param ordered with its unit
     * @param unit in which it is ordered
     * @param invoiced in the same unit
     */
    public record Line(
            String number, String item, String description, BigDecimal ordered, String unit, BigDecimal invoiced) {

        /** What is not invoiced yet; less than 0 if more was invoiced than ordered. */
        public BigDecimal open() {
            return ordered.subtract(invoiced);
        }
    }

    /**
     * An invoice that was posted.
     *
     * @param invoice as it was read; quantities of a credit note are negative
     * @param history of its document: there stands which order lines it bills, and how much in their units
     */
    public record Billed(VendorInvoice invoice, List<HistoryEntry> history) {
        public Billed {
            Objects.requireNonNull(invoice, "invoice");
            history = List.copyOf(history);
        }

        /** What was matched with a line of the order when it was examined last, by the number of that line. */
        private Map<String, Map<String, String>> matched(String order) {
            Map<String, Map<String, String>> byLine = new LinkedHashMap<>();
            history.stream()
                    .filter(entry -> entry.event().equals(LineFacts.MATCHED))
                    .map(HistoryEntry::details)
                    .filter(details ->
                            details.getOrDefault("order", "").equalsIgnoreCase(order) && details.containsKey("now"))
                    .forEach(details -> byLine.put(details.getOrDefault("orderLine", ""), details));
            return byLine;
        }
    }

    /** Of the newest revision that has a content. */
    public static LineQuantities of(AlignedOrder order, List<Billed> invoices) {
        Map<AlignedLine, BigDecimal> invoiced = new LinkedHashMap<>();
        order.lines().forEach(line -> invoiced.put(line, BigDecimal.ZERO));
        int unmatched = 0;
        for (Billed billed : invoices) {
            Set<String> told = new HashSet<>();
            for (Map<String, String> facts :
                    billed.matched(order.order().key().orderNumber()).values()) {
                Optional<AlignedLine> line = line(order, facts);
                if (line.isPresent()) {
                    invoiced.merge(line.get(), new BigDecimal(facts.getOrDefault("now", "0")), BigDecimal::add);
                    told.addAll(List.of(facts.getOrDefault("lines", "").split(",")));
                }
            }
            VendorInvoice invoice = billed.invoice();
            for (InvoiceLine line : invoice.lines()) {
                if (told.contains(Integer.toString(line.position())) || !bills(invoice, line, order)) {
                    continue;
                }
                Optional<AlignedLine> found = named(order.lines(), line);
                if (found.isPresent()) {
                    invoiced.merge(found.get(), line.quantity(), BigDecimal::add);
                } else {
                    unmatched++;
                }
            }
        }
        List<Line> lines = new ArrayList<>();
        invoiced.forEach((line, quantity) -> lines.add(new Line(
                Long.toString(line.line().number()),
                line.line().item().map(Object::toString).orElse(line.line().category()),
                line.line().description(),
                line.line().quantity().amount(),
                line.line().quantity().unit().toString(),
                quantity)));
        return new LineQuantities(lines, unmatched);
    }

    /** The line of the order with that number, if it is in the unit in which it was matched. */
    private static Optional<AlignedLine> line(AlignedOrder order, Map<String, String> facts) {
        return order.lines().stream()
                .filter(line -> Long.toString(line.line().number()).equals(facts.get("orderLine"))
                        && line.line().quantity().unit().symbol().equalsIgnoreCase(facts.get("unit")))
                .findFirst();
    }

    /** An invoice may bill several orders. */
    private static boolean bills(VendorInvoice invoice, InvoiceLine line, AlignedOrder order) {
        return line.orderNumber()
                .or(invoice::orderNumber)
                .filter(number -> number.equalsIgnoreCase(order.order().key().orderNumber()))
                .isPresent();
    }

    /** The line with one of the products that the invoice names, in the same unit; of several the one with its number. */
    private static Optional<AlignedLine> named(List<AlignedLine> lines, InvoiceLine wanted) {
        List<AlignedLine> same = lines.stream()
                .filter(line -> line.unit().equals(wanted.unit()))
                .filter(line -> line.productIds().stream().anyMatch(wanted.productIds()::contains))
                .toList();
        if (same.size() == 1) {
            return Optional.of(same.getFirst());
        }
        return same.stream()
                .filter(line -> wanted.lineNumber()
                        .filter(number -> number.replaceFirst("^0+(?=.)", "")
                                .equals(Long.toString(line.line().number())))
                        .isPresent())
                .findFirst();
    }
}
