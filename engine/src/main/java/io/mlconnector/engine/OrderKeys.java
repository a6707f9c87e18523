package io.mlconnector.engine;

import io.mlconnector.domain.ordering.document.OrderKey;
import io.mlconnector.domain.trade.LegalEntity;
import io.mlconnector.ports.journal.document.BusinessKeys;

/** The key of an order revision among the numbers of a document. */
public final class OrderKeys {

    private OrderKeys() {}

    public static OrderKey of(BusinessKeys keys) {
        return new OrderKey(new LegalEntity(keys.legalEntity()), keys.orderNumber(), keys.confirmationNumber());
    }
}
