package io.mlconnector.domain.invoicing.charging.comparison;

import java.util.List;
import java.util.Map;

/**
 * What is known of the charges of an invoice's orders.
 *
 * @param orders by order number; an order of which F&O tells nothing is missing
 * @param earlier what other invoices charged
 * @param allEarlier whether these are all invoices that we know
 */
public record ChargeEvidence(Map<String, ChargesOfOrder> orders, List<EarlierCharges> earlier, boolean allEarlier) {
    public ChargeEvidence {
        orders = Map.copyOf(orders);
        earlier = List.copyOf(earlier);
    }
}
