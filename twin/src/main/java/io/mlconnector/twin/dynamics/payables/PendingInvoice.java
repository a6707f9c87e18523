package io.mlconnector.twin.dynamics.payables;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * A vendor invoice that was received.
 *
 * @param legalEntity company
 * @param headerReference its number in the environment
 * @param invoiceAccount vendor that is paid
 * @param invoiceNumber the vendor's number
 * @param purchaseOrderNumber purchase order of the header, or of the first line that names one
 * @param invoiceDate date
 * @param currency currency
 * @param lines lines
 * @param charges charges of header and lines
 * @param importedAmount the vendor's total
 * @param importedTax the vendor's tax
 * @param netTotal sum of the lines' net amounts
 * @param posted whether it has left the pending list for the journal
 */
public record PendingInvoice(
        String legalEntity,
        String headerReference,
        String invoiceAccount,
        String invoiceNumber,
        String purchaseOrderNumber,
        LocalDate invoiceDate,
        String currency,
        List<Line> lines,
        List<Charge> charges,
        BigDecimal importedAmount,
        BigDecimal importedTax,
        BigDecimal netTotal,
        boolean posted) {

    /**
     * A line.
     *
     * @param number its number
     * @param purchaseOrderNumber purchase order
     * @param purchaseOrderLine line of that order, 0 if none
     * @param itemNumber item
     * @param quantity quantity
     * @param unit unit
     * @param price price of {@code priceUnit} units
     * @param priceUnit price unit
     * @param category procurement category
     * @param netAmount net amount
     */
    public record Line(
            BigDecimal number,
            String purchaseOrderNumber,
            long purchaseOrderLine,
            String itemNumber,
            BigDecimal quantity,
            String unit,
            BigDecimal price,
            BigDecimal priceUnit,
            String category,
            BigDecimal netAmount) {}

    /**
     * A charge.
     *
     * @param line number of its invoice line; 0 if it belongs to the header
     * @param code charges code
     * @param amount what it adds to the invoice
     */
    public record Charge(long line, String code, BigDecimal amount) {}

    /** Copies lines and charges. */
    public PendingInvoice {
        lines = List.copyOf(lines);
        charges = List.copyOf(charges);
    }

    /** What lines, charges and the vendor's tax add up to. */
    public BigDecimal total() {
        return charges.stream().map(Charge::amount).reduce(netTotal.add(importedTax), BigDecimal::add);
    }
}
