package io.mlconnector.dynamics.recorded;

import io.mlconnector.domain.trade.LegalEntity;
import io.mlconnector.domain.trade.VendorAccount;
import io.mlconnector.ports.erp.Vendors;
import io.mlconnector.testing.contract.VendorsContract;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;

class RecordedVendorsTest extends VendorsContract {

    private final RecordedBench bench = new RecordedBench();

    @AfterEach
    void stop() {
        bench.close();
    }

    @Override
    protected Vendors vendors() {
        return bench.dynamics.vendors();
    }

    @Override
    protected void vendor(LegalEntity legalEntity, VendorAccount account, String name, Optional<String> hold) {
        bench.server.when(
                request -> request.startsWith("GET /data/VendorsV2?cross-company=true")
                        && request.contains("dataAreaId eq '" + legalEntity.id() + "'")
                        && request.contains("VendorAccountNumber eq '" + account.number() + "'"),
                "vendor",
                Map.of(
                        "company", legalEntity.id(),
                        "account", account.number(),
                        "name", name,
                        "hold", hold.orElse("No")));
    }
}
