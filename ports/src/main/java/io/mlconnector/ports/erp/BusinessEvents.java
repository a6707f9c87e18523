package io.mlconnector.ports.erp;

import io.mlconnector.domain.ordering.document.OrderKind;
import io.mlconnector.domain.trade.LegalEntity;
import java.util.List;
import java.util.Optional;

/**
 * Reads Business Events as F&O posts them (reference dynamics, section 5.2). An event is a hint only: what was confirmed is
 * read from F&O. Synchronous, and total: any bytes yield an answer.
 */
@FunctionalInterface
public interface BusinessEvents {

    /**
     * The confirmations of purchase orders that are told of: F&O posts one event at a time, what stands between may put several into
     * one body, or one into an envelope of its own.
     *
     * @param body as received; anything at all
     * @return empty for any other event, for a test event and for anything that cannot be read
     */
    List<OrderConfirmed> ordersConfirmed(byte[] body);

    /**
     * What has to be answered so that events are sent at all: Azure Event Grid asks once whether we want them.
     *
     * @param body as received; anything at all
     * @return the JSON to answer with; empty if it is no such question
     */
    default Optional<String> handshake(byte[] body) {
        return Optional.empty();
    }

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
