package io.mlconnector.verification.daemon;

import static io.mlconnector.verification.support.Http.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.agreement.OrderAgreement;
import io.mlconnector.domain.sending.OutgoingSubject;
import io.mlconnector.domain.words.Condition;
import io.mlconnector.ports.journal.document.Direction;
import io.mlconnector.ports.journal.document.DocumentRecord;
import io.mlconnector.postgres.support.Awaiting;
import io.mlconnector.twin.TwinOptions;
import io.mlconnector.verification.support.Http;
import io.mlconnector.verification.support.World;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands in the history of an order that went out, hop by hop: with the bytes of each. */
class OrderHopsTest {

    private static final Duration MOST = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    private static List<DocumentRecord> orders(World world) {
        return world.documents().stream()
                .filter(document -> document.direction() == Direction.OUTBOUND
                        && OutgoingSubject.of(document.type()) == OutgoingSubject.ORDER)
                .toList();
    }

    private static void settled(World world, int orders) {
        Awaiting.until(
                "the orders rest",
                MOST,
                () -> orders(world).size() >= orders
                        && orders(world).stream()
                                .allMatch(order -> order.condition().settled()));
    }

    private static List<JsonObject> history(Http http, DocumentRecord order) {
        return objects(json(http.get("/api/v1/documents/" + order.id().text() + "/history"))
                .getJsonArray("items"));
    }

    private static List<JsonObject> objects(JsonArray array) {
        return array.stream().map(JsonObject.class::cast).toList();
    }

    private static List<JsonObject> of(List<JsonObject> history, String event) {
        return history.stream()
                .filter(entry -> entry.getString("event").equals(event)
                        && !entry.getJsonArray("payloads").isEmpty())
                .toList();
    }

    private static byte[] payload(Http http, JsonObject entry) {
        var answer =
                http.get("/api/v1/payloads/" + entry.getJsonArray("payloads").getString(0));
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private static JsonObject object(byte[] bytes) {
        return new JsonObject(new String(bytes, StandardCharsets.UTF_8));
    }

    /** As F&O's own tables have it, which the twin keeps without any code of ours; quantities may have changed there since. */
    private static void it_is_what_the_erp_said(World world, DocumentRecord document, JsonObject order) {
        Map<String, Object> header = world.twin().dynamics().rows("PurchaseOrderHeadersV2").stream()
                .filter(row -> document.keys().orderNumber().equals(row.get("PurchaseOrderNumber")))
                .findFirst()
                .orElseThrow();
        assertThat(order.getString("vendor")).isEqualTo(header.get("OrderVendorAccountNumber"));
        List<Map<String, Object>> lines = world.twin().dynamics().rows("PurchaseOrderLinesV2").stream()
                .filter(row -> document.keys().orderNumber().equals(row.get("PurchaseOrderNumber")))
                .toList();
        List<JsonObject> read = objects(order.getJsonArray("lines"));
        assertThat(read).isNotEmpty();
        for (JsonObject line : read) {
            assertThat(lines)
                    .filteredOn(row -> new BigDecimal(String.valueOf(row.get("LineNumber")))
                                    .compareTo(new BigDecimal(line.getString("number")))
                            == 0)
                    .singleElement()
                    .satisfies(row -> {
                        assertThat(row.get("ItemNumber"))
                                .isEqualTo(line.getString("item") == null ? "" : line.getString("item"));
                        assertThat(row.get("PurchaseUnitSymbol"))
                                .isEqualTo(line.getJsonObject("quantity").getString("unit"));
                    });
        }
    }

    @Test
    void each_hop_of_a_delivered_order_has_its_bytes_and_what_was_fetched_is_what_the_erp_said() {
        try (World world = new World("hops", folder, TwinOptions.demo(5), yaml -> yaml).start()) {
            world.twin().confirm(3);
            settled(world, 3);
            Http http = new Http(world.port());
            List<DocumentRecord> delivered = orders(world).stream()
                    .filter(order -> order.condition() == Condition.DONE)
                    .toList();
            assertThat(delivered).isNotEmpty();
            for (DocumentRecord order : delivered) {
                List<JsonObject> history = history(http, order);
                for (String event : List.of("fetched", "aligned", "encoded", "delivered")) {
                    assertThat(of(history, event)).as(event).hasSize(1);
                }
                JsonObject fetched = object(payload(http, of(history, "fetched").getFirst()));
                it_is_what_the_erp_said(world, order, fetched.getJsonObject("order"));
                assertThat(fetched.fieldNames()).as("nothing is aligned yet").containsExactly("order");

                JsonObject aligned = object(payload(http, of(history, "aligned").getFirst()));
                assertThat(aligned.getJsonArray("lines").getJsonObject(0).getString("unit"))
                        .as("the partner's word")
                        .isNotEqualTo(aligned.getJsonArray("lines")
                                .getJsonObject(0)
                                .getJsonObject("line")
                                .getJsonObject("quantity")
                                .getString("unit"));
                assertThat(payload(http, of(history, "delivered").getFirst()))
                        .isEqualTo(payload(http, of(history, "encoded").getFirst()))
                        .isEqualTo(world.twin().cleo().received().stream()
                                .filter(file -> file.name().equals(order.keys().fileName()))
                                .map(file -> file.content().getBytes())
                                .findFirst()
                                .orElseThrow());
            }
        }
    }

    @Test
    void what_is_read_again_with_the_same_words_is_stored_once() {
        try (World world = new World("hops_again", folder, TwinOptions.demo(5), yaml -> {
                    String beside = yaml.replace(
                            "folder: /upload/acme,",
                            "folder: /upload/acme, beside: {format: json, folder: /upload/acme-json},");
                    assertThat(beside).isNotEqualTo(yaml);
                    return beside;
                })
                .start()) {
            // Without the folder the neutral form is held after it was read.
            world.twin().confirm(3);
            settled(world, 3);
            Http http = new Http(world.port());
            DocumentRecord held = orders(world).stream()
                    .filter(order -> order.condition() == Condition.HELD)
                    .findFirst()
                    .orElseThrow();
            assertThat(held.type()).endsWith(OrderAgreement.typeBeside(""));
            JsonObject once = of(history(http, held), "fetched").getFirst();
            it_is_what_the_erp_said(world, held, object(payload(http, once)).getJsonObject("order"));

            assertThat(http.post("/api/v1/documents/" + held.id().text() + "/replay", "{}")
                            .statusCode())
                    .isEqualTo(200);
            Awaiting.until(
                    "it is read again and held again",
                    MOST,
                    () -> of(history(http, held), "fetched").size() == 2);
            List<JsonObject> twice = of(history(http, held), "fetched");

            assertThat(twice.getLast().getJsonArray("payloads"))
                    .as("the same bytes")
                    .isEqualTo(once.getJsonArray("payloads"));
            assertThat(orders(world).stream()
                            .filter(order -> order.keys()
                                            .confirmationNumber()
                                            .equals(held.keys().confirmationNumber())
                                    && order.condition() == Condition.DONE)
                            .map(order -> of(history(http, order), "fetched")
                                    .getFirst()
                                    .getJsonArray("payloads"))
                            .toList())
                    .as("the X12 form was made of the same words")
                    .containsExactly(once.getJsonArray("payloads"));
        }
    }
}
