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
            BigDecimal netAmount) {}

    /** Copies the lines. */
    public PendingInvoice {
        lines = List.copyOf(lines);
    }
}
