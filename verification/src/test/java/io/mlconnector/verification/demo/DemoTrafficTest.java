package io.mlconnector.verification.demo;

import static io.mlconnector.verification.support.Http.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.words.Condition;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.ports.journal.document.DocumentRecord;
import io.mlconnector.postgres.support.Awaiting;
import io.mlconnector.twin.TwinOptions;
import io.mlconnector.verification.support.Http;
import io.mlconnector.verification.support.World;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a demo goes on with is what its pages are about. */
class DemoTrafficTest {

    private static final Duration MOST = Duration.ofMinutes(1);
    private static final String CAUSE = "unit-unknown:acme:QZ";

    private static List<DocumentRecord> stuck(World world) {
        return world.documents().stream()
                .filter(document -> document.condition() == Condition.HELD)
                .filter(document -> document.reason()
                        .map(Problem::causeKey)
                        .filter(CAUSE::equals)
                        .isPresent())
                .toList();
    }

    @Test
    void one_fix_frees_all_that_stand_still_for_the_unit(@TempDir Path folder) {
        Vertx vertx = Vertx.vertx();
        try (World world = new World("traffic", folder, TwinOptions.demo(42), yaml -> yaml).start()) {
            world.twin().play();
            new DemoTraffic(vertx, world.twin()).begin();
            Awaiting.until("they stand still", MOST, () -> stuck(world).size() == DemoTraffic.STUCK);
            Http http = new Http(world.port());
            JsonObject fix = new JsonObject().put("causeKey", CAUSE).put("means", "ea");

            JsonArray foreseen = json(http.post(
                            "/api/v1/causes:fix",
                            fix.copy().put("forecast", true).encode()))
                    .getJsonArray("items");
            assertThat(foreseen).hasSize(DemoTraffic.STUCK);
            assertThat(foreseen.stream().map(JsonObject.class::cast).map(item -> item.getString("verdict")))
                    .containsOnly("posts");

            http.post("/api/v1/causes:fix", fix.encode());
            Awaiting.until(
                    "all are posted",
                    MOST,
                    () -> world.documents().stream()
                                    .filter(document ->
                                            document.keys().invoiceNumber().startsWith("ACM-900-"))
                                    .filter(document -> document.condition() == Condition.DONE)
                                    .count()
                            == DemoTraffic.STUCK);
            assertThat(stuck(world)).isEmpty();
        } finally {
            vertx.close();
        }
    }
}
