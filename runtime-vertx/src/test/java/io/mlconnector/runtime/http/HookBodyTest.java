package io.mlconnector.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.postgres.support.TestPostgres;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An interchange in the body of a hook is stored before it is answered, and taken although Cleo does not answer. */
class HookBodyTest {

    private static final String INTERCHANGE =
            "ISA*00*          *00*          *01*123456789      *ZZ*CONTOSO        *260310*1200*U*00401*"
                    + "000000001*0*P*>~GS*PR*123456789*CONTOSO*20260310*1200*1*X*004010~ST*855*0001~BAK*00*AD*PO-1*20260310~"
                    + "CTT*0~SE*4*0001~GE*1*1~IEA*1*000000001~";

    @TempDir
    Path folder;

    private static HttpResponse<byte[]> brings(ServedDaemon served, String body) {
        return served.send(served.request("/hooks/cleo/c1")
                .header("Authorization", "Bearer the-key")
                .POST(BodyPublishers.ofString(body)));
    }

    private static JsonArray files(ServedDaemon served) {
        return new JsonObject(ServedDaemon.text(served.get("/api/v1/files"))).getJsonArray("items");
    }

    private static JsonArray taken(ServedDaemon served) {
        Instant end = Instant.now().plus(Duration.ofSeconds(20));
        while (files(served).isEmpty() && Instant.now().isBefore(end)) {
            LockSupport.parkNanos(50_000_000);
        }
        return files(served);
    }

    @Test
    void an_interchange_in_the_body_is_taken_once_however_often_it_comes() {
        try (ServedDaemon served =
                new ServedDaemon("", folder, TestPostgres.database("brought"), "key: the-key, body: x12")) {
            assertThat(brings(served, INTERCHANGE).statusCode()).isEqualTo(202);
            assertThat(taken(served)).hasSize(1);
            assertThat(brings(served, INTERCHANGE).statusCode()).isEqualTo(202);
            assertThat(brings(served, INTERCHANGE.replace("000000001", "000000002"))
                            .statusCode())
                    .isEqualTo(202);
            Instant end = Instant.now().plus(Duration.ofSeconds(20));
            while (files(served).size() < 2 && Instant.now().isBefore(end)) {
                LockSupport.parkNanos(50_000_000);
            }
            assertThat(files(served)).hasSize(2);
            assertThat(files(served).toString()).contains("hook-").doesNotContain("not-taken");
        }
    }

    @Test
    void what_is_no_interchange_is_refused_and_nothing_at_all_is_a_hint() {
        try (ServedDaemon served =
                new ServedDaemon("", folder, TestPostgres.database("brought"), "key: the-key, body: x12")) {
            HttpResponse<byte[]> refused = brings(served, "{\"fileName\": \"a.edi\"}");
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(ServedDaemon.text(refused)).contains("ISA");
            assertThat(brings(served, "").statusCode()).isEqualTo(202);
            assertThat(files(served)).isEmpty();
        }
    }
}
