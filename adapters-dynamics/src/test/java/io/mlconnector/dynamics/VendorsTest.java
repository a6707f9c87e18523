package io.mlconnector.dynamics;

import static io.mlconnector.testing.contract.Stages.await;
import static io.mlconnector.testing.contract.Stages.done;
import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.trade.LegalEntity;
import io.mlconnector.domain.trade.VendorAccount;
import io.mlconnector.ports.erp.Vendors;
import io.mlconnector.testing.contract.VendorsContract;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;

class VendorsTest extends VendorsContract {

    private final DynamicsBench bench = new DynamicsBench();

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
        bench.vendor(legalEntity, account, name);
        hold.ifPresent(reason -> putOnHold(legalEntity, account, reason));
    }

    /** By an OData update; the twin has no other means. */
    private void putOnHold(LegalEntity legalEntity, VendorAccount account, String reason) {
        URI vendor = URI.create(bench.twin.environmentUrl() + "/data/VendorsV2(dataAreaId='" + legalEntity
                + "',VendorAccountNumber='" + account + "')?cross-company=true");
        HttpRequest request = HttpRequest.newBuilder(vendor)
                .header(
                        "Authorization",
                        "Bearer " + done(bench.dynamics.signIn()).value())
                .header("Content-Type", "application/json")
                .method("PATCH", HttpRequest.BodyPublishers.ofString("{\"OnHoldStatus\":\"" + reason + "\"}"))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            assertThat(await(client.sendAsync(request, HttpResponse.BodyHandlers.discarding()))
                            .statusCode())
                    .isEqualTo(204);
        }
    }
}
