package io.mlconnector.domain.ordering.document;

import io.mlconnector.domain.trade.LegalEntity;
import java.util.Objects;

/**
 * Names one revision of one purchase order: a purchase order is confirmed, changed and confirmed again, and each
 * confirmation is a document of its own.
 *
 * @param legalEntity the buying company
 * @param orderNumber F&O {@code PurchaseOrderNumber}, 1 to 20 characters
 * @param confirmationNumber F&O {@code ConfirmationNumber}, usually the order number and a rising number
 */
public record OrderKey(LegalEntity legalEntity, String orderNumber, String confirmationNumber) {

    public OrderKey {
        Objects.requireNonNull(legalEntity, "legalEntity");
        if (orderNumber.isBlank() || confirmationNumber.isBlank()) {
            throw new IllegalArgumentException("An order revision has an order number and a confirmation number");
        }
    }

    @Override
    public String toString() {
        return legalEntity + "/" + orderNumber + "/" + confirmationNumber;
    }
}
