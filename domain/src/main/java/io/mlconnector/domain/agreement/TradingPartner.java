package io.mlconnector.domain.agreement;

import io.mlconnector.domain.trade.LegalEntity;
import io.mlconnector.domain.trade.PartnerId;
import io.mlconnector.domain.trade.VendorAccount;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A vendor with whom documents are exchanged, and what was agreed.
 *
 * @param id short name
 * @param name full name, for documents and people
 * @param vendors under which account each legal entity keeps the partner, ordered by legal entity; at least one
 * @param interchange addresses and release
 * @param orders empty if the partner takes no orders this way
 * @param invoices empty if the partner sends no invoices this way
 */
public record TradingPartner(
        PartnerId id,
        String name,
        Map<LegalEntity, VendorAccount> vendors,
        InterchangeAgreement interchange,
        Optional<OrderAgreement> orders,
        Optional<InvoiceAgreement> invoices) {

    public TradingPartner {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(interchange, "interchange");
        Objects.requireNonNull(orders, "orders");
        Objects.requireNonNull(invoices, "invoices");
        // Ordered, so that legal entities are asked in the same order in every process.
        vendors = Collections.unmodifiableSortedMap(new TreeMap<>(vendors));
    }

    /** Whether this partner is that vendor of that legal entity. */
    public boolean isVendor(LegalEntity legalEntity, VendorAccount account) {
        VendorAccount own = vendors.get(legalEntity);
        return own != null && own.same(account);
    }
}
