package io.mlconnector.ports.erp;

import io.mlconnector.domain.ordering.document.OrderKind;
import io.mlconnector.domain.trade.LegalEntity;
import java.util.Optional;

/**
 * Reads Business Events as F&O posts them (reference dynamics, section 5.2). An event is a hint only: what was confirmed is
 * read from F&O. Synchronous, and total: any bytes yield an answer.
 */
@FunctionalInterface
public interface BusinessEvents {

    /**
     * The event, if it is a purchase order confirmation.
     *
     * @param body as received; anything at all
     * @return empty for any other event, for a test event and for anything that cannot be read
     */
    Optional<OrderConfirmed> orderConfirmed(byte[] body);

    /**
     * A purchase order was confirmed.
     *
     * @param legalEntity the company
     * @param orderNumber the order
     * @param kind what kind of order it is, as far as the event tells
     * @param eventId names this event; empty if absent
     * @param controlNumber rises with time, with gaps; empty if absent
     */
    record OrderConfirmed(
            LegalEntity legalEntity, String orderNumber, OrderKind kind, String eventId, String controlNumber) {}
}
