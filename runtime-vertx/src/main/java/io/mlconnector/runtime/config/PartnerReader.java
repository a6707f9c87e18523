package io.mlconnector.runtime.config;

import io.mlconnector.domain.agreement.InterchangeAgreement;
import io.mlconnector.domain.agreement.InvoiceAgreement;
import io.mlconnector.domain.agreement.TradingPartner;
import io.mlconnector.domain.trade.LegalEntity;
import io.mlconnector.domain.trade.PartnerId;
import io.mlconnector.domain.trade.VendorAccount;
import io.mlconnector.runtime.config.ConnectionSettings.ApiProviderSide;
import io.mlconnector.runtime.config.section.Section;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads one partner. */
final class PartnerReader {

    private PartnerReader() {}

    /**
     * A partner of a connection.
     *
     * @param legalEntities of the connection
     * @param defaults what the connection says for the invoices of its partners
     * @param folder where files that are named lie
     * @param apiProviders gets the API Provider of this partner if it has one
     */
    static Optional<TradingPartner> read(
            Section partner,
            Set<LegalEntity> legalEntities,
            ConnectionSettings.InvoiceDefaults defaults,
            Path folder,
            Map<PartnerId, ApiProviderSide> apiProviders) {
        PartnerId id = partner.read("id", new PartnerId("unnamed"), PartnerId::new);
        if (!partner.has("id")) {
            partner.requiredText("id");
        }
        String name = partner.text("name").orElse(id.id());
        Map<LegalEntity, VendorAccount> vendors = vendors(partner, legalEntities);
        Optional<InterchangeAgreement> interchange =
                InterchangeReader.read(partner.requiredSection("interchange"), legalEntities, folder);
        OrdersReader.Orders orders = partner.has("orders")
                ? OrdersReader.read(partner.section("orders"), id, apiProviders)
                : OrdersReader.Orders.NONE;
        Optional<InvoiceAgreement> invoices = partner.has("invoices")
                ? InvoicesReader.read(partner.section("invoices"), orders, legalEntities, defaults)
                : Optional.empty();
        if (!partner.has("orders") && !partner.has("invoices")) {
            partner.mistake("id", "has neither orders nor invoices; agree on at least one of them");
        }
        partner.close();
        return interchange.map(agreed -> new TradingPartner(id, name, vendors, agreed, orders.agreement(), invoices));
    }

    private static Map<LegalEntity, VendorAccount> vendors(Section partner, Set<LegalEntity> legalEntities) {
        Section section = partner.requiredSection("vendors");
        Map<LegalEntity, VendorAccount> vendors = new LinkedHashMap<>();
        for (String key : Set.copyOf(section.keys())) {
            section.read(key, Optional.empty(), account -> {
                LegalEntity legalEntity = new LegalEntity(key);
                if (!legalEntities.isEmpty() && !legalEntities.contains(legalEntity)) {
                    throw new IllegalArgumentException("is not among dynamics.legalEntities "
                            + legalEntities.stream().sorted().toList());
                }
                vendors.put(legalEntity, new VendorAccount(account));
                return Optional.empty();
            });
        }
        if (vendors.isEmpty() && partner.has("vendors")) {
            partner.mistake("vendors", "names no vendor account; write {usmf: \"1001\"}");
        }
        return vendors;
    }
}
