package io.mlconnector.dynamics.internal.mapping;

import io.mlconnector.domain.trade.LegalEntity;
import io.mlconnector.domain.trade.VendorAccount;
import io.mlconnector.domain.words.Outcome;
import io.mlconnector.dynamics.internal.odata.EntitySet;
import io.mlconnector.dynamics.internal.odata.ODataClient;
import io.mlconnector.dynamics.internal.odata.Query;
import io.mlconnector.ports.erp.Vendors;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/** Vendors (reference dynamics, section 4.5). */
public final class VendorAccounts implements Vendors {

    private final ODataClient client;

    /** Reads through this client. */
    public VendorAccounts(ODataClient client) {
        this.client = client;
    }

    @Override
    public CompletionStage<Outcome<Optional<Vendor>>> find(LegalEntity legalEntity, VendorAccount account) {
        Query query =
                Query.of(EntitySet.VENDORS).in(Set.of(legalEntity)).where("VendorAccountNumber", account.number());
        return client.first(query)
                .map(outcome -> Rows.read(
                        outcome.map(row -> row.map(List::of).orElse(List.of())),
                        "VendorsV2",
                        rows -> rows.stream().findFirst().map(VendorAccounts::vendor)))
                .toCompletionStage();
    }

    private static Vendor vendor(Row row) {
        return new Vendor(
                new VendorAccount(row.required("VendorAccountNumber")),
                row.firstText("VendorOrganizationName", "VendorSearchName"),
                row.someText("OnHoldStatus").filter(status -> !status.equalsIgnoreCase("No")));
    }
}
