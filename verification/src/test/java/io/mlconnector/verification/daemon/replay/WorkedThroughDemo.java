package io.mlconnector.verification.daemon.replay;

import static io.mlconnector.verification.support.Http.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.words.Condition;
import io.mlconnector.ports.journal.document.DocumentRecord;
import io.mlconnector.ports.journal.payload.Payload;
import io.mlconnector.postgres.support.Awaiting;
import io.mlconnector.twin.TwinOptions;
import io.mlconnector.twin.fault.Fault;
import io.mlconnector.twin.fault.FaultPlan.System;
import io.mlconnector.twin.scenario.ExtraFile;
import io.mlconnector.twin.scenario.Scenario;
import io.mlconnector.verification.support.Http;
import io.mlconnector.verification.support.World;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A daemon that has worked through the demo; a person has its documents done again. */
abstract class WorkedThroughDemo {

    static final String DOCUMENTS = "/api/v1/documents";

    static final Fault REFUSED = new Fault.Answer(
            400, "{\"error\": {\"message\": \"Not today\"}}", Map.of("Content-Type", "application/json"));

    private static final Set<ExtraFile.Kind> COMES_TWICE =
            Set.of(ExtraFile.Kind.BILLED_AGAIN, ExtraFile.Kind.DUPLICATE_FILE);

    @SuppressWarnings("NullAway.Init") // before each test
    World world;

    @SuppressWarnings("NullAway.Init") // before each test
    Http http;

    @BeforeEach
    void work_through_the_demo(@TempDir Path folder) {
        world = new World("replay", folder, withoutStandIns(), yaml -> yaml).start();
        world.twin().faults().next(System.DYNAMICS, "POST", "/data/VendorInvoiceHeaders", REFUSED);
        world.twin().play();
        world.settle(Duration.ofSeconds(60));
        http = new Http(world.port());
    }

    /** If the refused invoice were one that comes twice, and the second one after the refusal, that one would take its place. */
    private static TwinOptions withoutStandIns() {
        TwinOptions demo = TwinOptions.demo(42);
        Scenario all = demo.scenario();
        return demo.withScenario(new Scenario(
                all.legalEntities(),
                all.partners(),
                all.otherVendors(),
                all.items(),
                all.orders(),
                all.answers(),
                all.extras().stream()
                        .filter(extra -> !COMES_TWICE.contains(extra.kind()))
                        .toList()));
    }

    @AfterEach
    void stop() {
        world.close();
    }

    DocumentRecord one(String id) {
        return world.documents().stream()
                .filter(document -> document.id().text().equals(id))
                .findFirst()
                .orElseThrow();
    }

    DocumentRecord held(String code) {
        return world.documents().stream()
                .filter(document -> document.condition() == Condition.HELD)
                .filter(document -> document.reason().orElseThrow().code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    List<JsonObject> bulk(JsonObject wish) {
        HttpResponse<byte[]> answer = http.post(DOCUMENTS + ":replay", wish.encode());
        assertThat(answer.statusCode()).as(Http.text(answer)).isEqualTo(200);
        JsonArray items = json(answer).getJsonArray("items");
        assertThat(json(answer).getInteger("count")).isEqualTo(items.size());
        return items.stream().map(JsonObject.class::cast).toList();
    }

    static Map<String, String> byId(List<JsonObject> items, String member) {
        return items.stream()
                .collect(Collectors.toMap(
                        item -> item.getString("id"), item -> item.getString(member), (a, b) -> a, TreeMap::new));
    }

    Payload payload(io.mlconnector.domain.trade.ContentHash hash) {
        return Awaiting.await(world.resources()
                        .engine()
                        .onContext(world.resources().journal().payload(hash)))
                .orElseThrow();
    }

    static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
