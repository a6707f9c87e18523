package io.mlconnector.twin.partner;

import java.math.BigDecimal;
import java.util.List;

/**
 * A file that a partner has published, with what ought to become of it.
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
     * @param fate what ought to become of it
     * @param why the reason
     */
    public record Invoice(String invoiceNumber, String purchaseOrderNumber, BigDecimal total, Fate fate, String why) {}

    /** Copies the list. */
    public Publication {
        invoices = List.copyOf(invoices);
    }
}
