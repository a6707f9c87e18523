package io.mlconnector.ports.erp;

import io.mlconnector.domain.ordering.document.OrderKind;
import io.mlconnector.domain.trade.LegalEntity;
import java.util.Optional;

/** What a Business Event of F&O says (reference dynamics, section 5). A hint only: nothing depends on whether it comes. */
public sealed interface BusinessEvent {

    /** Names this event, the same when it is sent again; empty if absent. */
    String eventId();

    /** Rises with time, with gaps; empty if absent. */
    String controlNumber();

    /**
     * A purchase order was confirmed.
     *
     * @param legalEntity the company
     * @param orderNumber the order
     * @param kind what kind of order it is, as far as the event tells
     */
    record OrderConfirmed(
            LegalEntity legalEntity, String orderNumber, OrderKind kind, String eventId, String controlNumber)
            implements BusinessEvent {}

    /**
     * What was ordered, or a part of it, was received: a product receipt was posted.
     *
     * @param legalEntity the company
     * @param orderNumber the order
     * @param receiptNumber number of the product receipt; empty if the event does not tell
     */
    record ProductsReceived(
            LegalEntity legalEntity,
            String orderNumber,
            Optional<String> receiptNumber,
            String eventId,
            String controlNumber)
            implements BusinessEvent {}

    /**
     * A vendor invoice was posted.
     *
     * @param legalEntity the company
     * @param vendorAccount whose invoice it is; empty if the event does not tell
     * @param invoiceNumber the vendor's number
     * @param voucher of the ledger; empty if the event does not tell
     */
    record InvoicePosted(
            LegalEntity legalEntity,
            Optional<String> vendorAccount,
            String invoiceNumber,
            Optional<String> voucher,
            String eventId,
            String controlNumber)
            implements BusinessEvent {}

    /**
     * Anything else: another kind of event, a test, or one of the above without the members that name its document.
     *
     * @param kind its {@code BusinessEventId}; empty if it has none
     */
    record Other(String kind, String eventId, String controlNumber) implements BusinessEvent {}
}
