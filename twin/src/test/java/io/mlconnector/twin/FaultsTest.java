package io.mlconnector.twin;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.twin.fault.Fault;
import io.mlconnector.twin.fault.FaultPlan.System;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class FaultsTest extends TwinTest {

    private static final String INVOICES = "/data/VendorInvoiceHeaders";

    private Twin filled() {
        Twin twin = start(TwinOptions.empty(1));
        fill(twin.dynamics(), "P1");
        return twin;
    }

    private Future<HttpResponse<Buffer>> invoice(Twin twin) {
        return data(twin, HttpMethod.POST, "VendorInvoiceHeaders")
                .sendJsonObject(new JsonObject().put("InvoiceAccount", "1001").put("InvoiceNumber", "I-1"));
    }

    private static boolean failed(Future<?> future) {
        try {
            future.toCompletionStage().toCompletableFuture().join();
            return false;
        } catch (CompletionException e) {
            return true;
        }
    }

    @Test
    void aConnectionDropsBeforeOrAfterTheWork() {
        Twin twin = filled();
        twin.faults().next(System.DYNAMICS, "POST", INVOICES, new Fault.DropBeforeWork());
        twin.faults().next(System.DYNAMICS, "POST", INVOICES, new Fault.DropAfterWork());
        assertThat(failed(invoice(twin))).isTrue();
        assertThat(twin.dynamics().invoices()).isEmpty();
        assertThat(failed(invoice(twin))).isTrue();
        assertThat(twin.dynamics().invoices()).hasSize(1);
        assertThat(twin.faults().pending()).isZero();
    }

    @Test
    void anAnswerAThrottleAndADelayOccurAsOftenAsPlanned() {
        Twin twin = filled();
        twin.faults()
                .next(System.DYNAMICS, "GET", "/data/Vendors", new Fault.Answer(502, "<html/>", Map.of("X-A", "b")))
                .times(2);
        twin.faults().next(System.DYNAMICS, "GET", "/data/Vendors", new Fault.Throttle(3));
        twin.faults().next(System.DYNAMICS, "GET", "/data/Vendors", new Fault.Throttle(null));
        twin.faults().next(System.DYNAMICS, "GET", "/data/Vendors", new Fault.Delay(Duration.ofMillis(5)));
        assertThat(get(twin, "VendorsV2").getHeader("X-A")).isEqualTo("b");
        assertThat(get(twin, "VendorsV2").statusCode()).isEqualTo(502);
        assertThat(get(twin, "VendorsV2").getHeader("Retry-After")).isEqualTo("3");
        HttpResponse<Buffer> bare = get(twin, "VendorsV3");
        assertThat(bare.statusCode()).isEqualTo(429);
        assertThat(bare.getHeader("Retry-After")).isNull();
        assertThat(get(twin, "VendorsV2").statusCode()).isEqualTo(200);
    }

    @Test
    void aBodyIsTruncated() {
        Twin twin = filled();
        twin.cleo().put("/download/acme", "a.edi", Buffer.buffer("0123456789"));
        String id = twin.cleo().files("/download/acme").getFirst().id();
        twin.faults().next(System.CLEO, "GET", "/api/files/", new Fault.TruncateBody(4));
        String path = "/api/files/" + id + "/content";
        assertThat(failed(cleo(twin, HttpMethod.GET, path).send())).isTrue();
        assertThat(await(cleo(twin, HttpMethod.GET, path).send()).bodyAsString())
                .isEqualTo("0123456789");
    }

    @Test
    void theRecordIsServedOnBothPortsAndCallsAreCountedByTemplate() {
        Twin twin = filled();
        get(twin, "VendorsV2(dataAreaId='usmf',VendorAccountNumber='1001')");
        get(twin, "VendorsV2(dataAreaId='usmf',VendorAccountNumber='1002')");
        twin.dynamics().confirm("usmf", "P1");
        for (int port : new int[] {twin.dynamicsPort(), twin.cleoPort()}) {
            JsonObject record = await(http.getAbs("http://127.0.0.1:" + port + "/twin/record")
                            .send())
                    .bodyAsJsonObject();
            assertThat(record.getJsonObject("calls").getInteger("DYNAMICS GET /data/VendorsV2({key})"))
                    .isEqualTo(2);
            assertThat(record.getJsonArray("confirmations").getJsonObject(0).getString("confirmationNumber"))
                    .isEqualTo("P1-1");
        }
    }
}
