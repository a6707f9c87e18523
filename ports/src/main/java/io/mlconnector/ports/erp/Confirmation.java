package io.mlconnector.ports.erp;

import io.mlconnector.domain.ordering.document.OrderKey;
import io.mlconnector.domain.trade.VendorAccount;
import java.time.LocalDate;
import java.util.Objects;

/**
 * The bare fact that a purchase order revision was confirmed.
 *
 * @param key names the revision
 * @param vendor who delivers
 * @param date day of the confirmation
 */
public record Confirmation(OrderKey key, VendorAccount vendor, LocalDate date) {
    public Confirmation {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(vendor, "vendor");
        Objects.requireNonNull(date, "date");
    }
}
