package io.mlconnector.engine.order;

import io.mlconnector.domain.invoicing.document.InvoiceLine;
import io.mlconnector.domain.invoicing.document.VendorInvoice;
import io.mlconnector.domain.ordering.AlignedLine;
import io.mlconnector.domain.ordering.AlignedOrder;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
     * Of the newest revision that has a content.
     *
     * @param invoices that were posted; quantities of credit notes are negative
     */
    public static LineQuantities of(AlignedOrder order, List<VendorInvoice> invoices) {
        Map<AlignedLine, BigDecimal> invoiced = new LinkedHashMap<>();
        order.lines().forEach(line -> invoiced.put(line, BigDecimal.ZERO));
        int unmatched = 0;
        for (VendorInvoice invoice : invoices) {
            for (InvoiceLine line : invoice.lines()) {
                if (!bills(invoice, line, order)) {
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
