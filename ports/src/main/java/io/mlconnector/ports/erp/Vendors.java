package io.mlconnector.ports.erp;

import io.mlconnector.domain.trade.LegalEntity;
import io.mlconnector.domain.trade.VendorAccount;
import io.mlconnector.domain.words.Outcome;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Reads vendors. Promises as in {@link PurchaseOrders}. */
public interface Vendors {

    /**
     * One vendor.
     *
     * @return empty if the legal entity has no such vendor
     */
    CompletionStage<Outcome<Optional<Vendor>>> find(LegalEntity legalEntity, VendorAccount account);

    /**
     * A vendor.
     *
     * @param account its number
     * @param name its name
     * @param onHold why the vendor is stopped; empty if it is not
     */
    record Vendor(VendorAccount account, String name, Optional<String> onHold) {}
}
