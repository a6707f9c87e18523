package io.mlconnector.twin.partner;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A file that a partner has published, with its expected outcome.
 *
 * @param folder folder
 * @param fileName name
 * @param sha256 hash of its bytes
 * @param expectation what the file is about, in words
 * @param invoices its invoices
 */
public record Publication(String folder, String fileName, String sha256, String expectation, List<Invoice> invoices) {

    /**
     * An invoice in it.
     *
     * @param invoiceNumber number, empty if the file is no invoice at all
     * @param purchaseOrderNumber order, empty if none
     * @param total total as sent, positive also for credits
     * @param fate its expected outcome
     * @param why the reason
     * @param lines quantity by line of the order; lines that are on no order are among them
     * @param instead number of the invoice that was sent before under the same control numbers, empty if none was: only
     *     whichever of the two is read first may be posted
     */
    public record Invoice(
            String invoiceNumber,
            String purchaseOrderNumber,
            BigDecimal total,
            Fate fate,
            String why,
            Map<String, BigDecimal> lines,
            String instead) {

        /** Copies the lines, sorted. */
        public Invoice {
            lines = Collections.unmodifiableMap(new TreeMap<>(lines));
        }
    }

    /** Copies the list. */
    public Publication {
        invoices = List.copyOf(invoices);
    }
}
