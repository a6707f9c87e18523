package io.mlconnector.twin.dynamics.purchasing;

import java.math.BigDecimal;

/**
 * A confirmation as it was written.
 *
 * @param legalEntity company
 * @param orderNumber purchase order
 * @param confirmationNumber {@code <order>-<n>}
 * @param vendorAccount vendor
 * @param amount confirmed total
 * @param currency its currency
 */
public record Confirmation(
        String legalEntity,
        String orderNumber,
        String confirmationNumber,
        String vendorAccount,
        BigDecimal amount,
        String currency) {

    /**
     * Its unique key.
     *
     * @return {@code legal entity/confirmation number}
     */
    public String key() {
        return legalEntity + "/" + confirmationNumber;
    }
}
