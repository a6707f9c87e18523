package io.mlconnector.verification.daemon;

import static io.mlconnector.verification.support.Http.json;
import static io.mlconnector.verification.support.Http.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.agreement.FolderReference;
import io.mlconnector.engine.intake.knowledge.DeleteRight;
import io.mlconnector.engine.intake.knowledge.FolderKnowledge;
import io.mlconnector.json.JsonNeutralOrder;
import io.mlconnector.ports.journal.document.DocumentRecord;
import io.mlconnector.twin.TwinOptions;
import io.mlconnector.verification.support.Http;
import io.mlconnector.verification.support.World;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The interface of a daemon that has worked through the demo. */
class InterfaceTest {

    private static final String DOCUMENTS = "/api/v1/documents";

    @SuppressWarnings("NullAway.Init") // before all tests
    private static World world;

    @SuppressWarnings("NullAway.Init") // before all tests
    private static Http http;

    @BeforeAll
    static void work_through_the_demo(@TempDir Path folder) {
        world = new World("interface", folder, TwinOptions.demo(42), yaml -> yaml).start();
        world.twin().play();
        world.settle(Duration.ofSeconds(60));
        http = new Http(world.port());
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    private static void problem(HttpResponse<byte[]> answer, int status) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(json(answer).getInteger("status")).isEqualTo(status);
        assertThat(json(answer).getString("detail")).isNotBlank();
    }

    private static List<JsonObject> items(String query) {
        HttpResponse<byte[]> answer = http.get(DOCUMENTS + query);
        assertThat(answer.statusCode()).as(text(answer)).isEqualTo(200);
        JsonArray items = json(answer).getJsonArray("items");
        return items.stream().map(JsonObject.class::cast).toList();
    }

    private static String held() {
        return items("?condition=held&direction=inbound").getFirst().getString("id");
    }

    @Test
    void what_the_work_on_a_folder_has_shown_is_told_with_its_connection() {
        FolderReference acme = new FolderReference.ByPath("/download/acme");
        world.resources()
                .journal()
                .moveCursor(FolderKnowledge.deleteCursor("demo", acme), DeleteRight.PROVEN.text())
                .toCompletableFuture()
                .join();
        JsonObject connection =
                json(http.get("/api/v1/connections")).getJsonArray("items").getJsonObject(0);
        assertThat(connection.getJsonArray("folders"))
                .contains(new JsonObject()
                        .put("folder", "/download/acme")
                        .put("consumeOnRead", "not-known")
                        .put("deleteRight", "proven"));
        assertThat(json(http.post("/api/v1/connections/demo/ping", "")).encode())
                .contains("the user may remove files, as the last removal showed");
        assertThat(json(http.get("/api/v1/connections"))
                        .getJsonArray("items")
                        .getJsonObject(0)
                        .getJsonObject("lastPing")
                        .encode())
                .as("what was found is kept")
                .contains("\"good\":true", "the user may remove files");
    }

    @Test
    void a_connection_tells_how_old_its_tokens_are_and_how_much_of_its_limit_is_in_use() {
        JsonObject connection =
                json(http.get("/api/v1/connections")).getJsonArray("items").getJsonObject(0);
        assertThat(connection.getJsonArray("sides")).hasSize(2).allSatisfy(one -> {
            JsonObject side = (JsonObject) one;
            JsonObject token = side.getJsonObject("token");
            assertThat(token.getInstant("since")).isBefore(Instant.now()).isBefore(token.getInstant("renewAt"));
            assertThat(side.getString("circuit")).isEqualTo("closed");
            assertThat(side.getInteger("allowed")).isPositive();
            assertThat(side.getJsonObject("sent").stream()
                            .mapToLong(count -> ((Number) count.getValue()).longValue())
                            .sum())
                    .isPositive();
        });
        assertThat(connection.getJsonArray("sides").getJsonObject(0).getValue("requestsPerSecond"))
                .as("F&O tells its limit by refusing")
                .isNull();
        assertThat(connection.getJsonArray("sides").getJsonObject(1).getDouble("requestsPerSecond"))
                .isEqualTo(200);
        assertThat(connection.getJsonObject("orders").getString("newest")).matches("20[0-9-]{8}");
    }

    @Test
    void the_schema_of_the_neutral_order_is_open_to_everybody() {
        HttpResponse<byte[]> answer = http.send("GET", "/schemas/neutral-order.json", "", "");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/schema+json");
        assertThat(text(answer)).isEqualTo(JsonNeutralOrder.schema());
    }

    @Test
    void without_a_token_nothing_is_shown() {
        problem(http.send("GET", DOCUMENTS, "", ""), 401);
        problem(http.send("GET", DOCUMENTS, "wrong", ""), 401);
        assertThat(http.send("GET", DOCUMENTS, "", "").headers().firstValue("WWW-Authenticate"))
                .contains("Bearer");
    }

    @Test
    void filters_restrict() {
        assertThat(items("?direction=inbound"))
                .isNotEmpty()
                .allMatch(item -> item.getString("direction").equals("inbound"));
        assertThat(items("?condition=done&type=850&partner=acme"))
                .isNotEmpty()
                .allMatch(item -> item.getString("partner").equals("acme")
                        && item.getString("type").equals("850"));
        assertThat(items("?q=USMF-000101")).isNotEmpty();
        assertThat(items("?q=no%25such")).isEmpty();
        assertThat(items("?from=2000-01-01T00:00:00Z&to=2001-01-01T00:00:00Z")).isEmpty();
    }

    @Test
    void a_wrong_filter_is_told() {
        problem(http.get(DOCUMENTS + "?limit=0"), 400);
        problem(http.get(DOCUMENTS + "?limit=many"), 400);
        problem(http.get(DOCUMENTS + "?from=yesterday"), 400);
        problem(http.get(DOCUMENTS + "?after=%21"), 400);
    }

    @Test
    void pages_follow_each_other_without_gap_or_repetition() {
        List<String> all = new ArrayList<>();
        String after = "";
        while (after != null) {
            JsonObject page = json(http.get(DOCUMENTS + "?limit=7" + (after.isEmpty() ? "" : "&after=" + after)));
            page.getJsonArray("items").forEach(item -> all.add(((JsonObject) item).getString("id")));
            after = page.getString("next");
        }
        assertThat(all)
                .containsExactlyElementsOf(world.documents().stream()
                        .map(DocumentRecord::id)
                        .map(id -> id.text())
                        .toList());
    }

    @Test
    void a_document_has_its_history_and_its_bytes() {
        JsonObject sent = items("?condition=done&direction=outbound").getFirst();
        String path = DOCUMENTS + "/" + sent.getString("id");
        assertThat(json(http.get(path))).isEqualTo(sent);
        JsonArray history = json(http.get(path + "/history")).getJsonArray("items");
        assertThat(history).isNotEmpty();
        String hash = history.stream()
                .map(JsonObject.class::cast)
                .filter(entry -> entry.getString("event").equals("encoded"))
                .map(entry -> entry.getJsonArray("payloads").getString(0))
                .findFirst()
                .orElseThrow();
        HttpResponse<byte[]> bytes = http.get("/api/v1/payloads/" + hash);
        assertThat(text(bytes)).startsWith("ISA*");
        assertThat(bytes.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    }

    @Test
    void from_bytes_there_is_a_way_to_the_documents_and_files_that_they_belong_to() {
        JsonObject sent = items("?condition=done&direction=outbound&type=850").getFirst();
        HttpResponse<byte[]> bytes = http.get("/api/v1/payloads/" + sent.getString("sent"));
        String owners = "/api/v1/payloads/" + sent.getString("sent") + "/owners";
        assertThat(bytes.headers().firstValue("Link")).contains("<" + owners + ">; rel=\"related\"");
        JsonArray of = json(http.get(owners)).getJsonArray("items");
        assertThat(of).hasSize(1);
        JsonObject owner = of.getJsonObject(0);
        assertThat(owner.getString("kind")).isEqualTo("document");
        assertThat(owner.getJsonObject("document")).isEqualTo(sent);
        assertThat(owner.getJsonArray("events")).containsExactly("encoded", "delivered");

        JsonObject file = json(http.get("/api/v1/files")).getJsonArray("items").getJsonObject(0);
        JsonObject taken = json(http.get("/api/v1/payloads/" + file.getString("payload") + "/owners"))
                .getJsonArray("items")
                .getJsonObject(0);
        assertThat(taken.getString("kind")).isEqualTo("file");
        assertThat(taken.getJsonObject("file")).isEqualTo(file);
        assertThat(items("?file=" + file.getString("id")))
                .isNotEmpty()
                .allSatisfy(document -> assertThat(document.getString("file")).isEqualTo(file.getString("id")));

        problem(http.get("/api/v1/payloads/" + "0".repeat(64) + "/owners"), 404);
        problem(http.get(owners + "?after=x"), 400);
        problem(http.get(owners + "?limit=0"), 400);
    }

    @Test
    void what_was_said_to_dynamics_is_in_the_history_of_an_invoice_with_the_answer() {
        JsonObject posted = items("?condition=done&direction=inbound&type=810").getFirst();
        JsonArray history = json(http.get(DOCUMENTS + "/" + posted.getString("id") + "/history"))
                .getJsonArray("items");
        List<JsonObject> writes = history.stream()
                .map(JsonObject.class::cast)
                .filter(entry -> entry.getJsonObject("details").containsKey("entitySet"))
                .toList();
        assertThat(writes)
                .as("an entry for the header, and one for the lines: " + history)
                .extracting(entry -> entry.getString("event"))
                .containsExactly("header-created", "posted");
        for (JsonObject write : writes) {
            JsonObject details = write.getJsonObject("details");
            assertThat(details.getString("method")).isEqualTo("POST");
            assertThat(details.getString("status")).startsWith("20");
            assertThat(details.getString("headerReference")).isNotBlank();
            assertThat(write.getJsonArray("payloads"))
                    .as("request and answer")
                    .isEqualTo(new JsonArray().add(details.getString("request")).add(details.getString("answer")));
        }
        String number = posted.getString("invoiceNumber");
        JsonObject header = writes.getFirst().getJsonObject("details");
        assertThat(header.getString("entitySet")).isEqualTo("VendorInvoiceHeaders");
        assertThat(payload(header.getString("request"))).contains(number).doesNotContain("Bearer");
        assertThat(payload(header.getString("answer"))).contains(header.getString("headerReference"));
        JsonObject lines = writes.getLast().getJsonObject("details");
        assertThat(lines.getString("entitySet")).startsWith("$batch of VendorInvoiceLines");
        assertThat(payload(lines.getString("request")))
                .contains("POST VendorInvoiceLines", header.getString("headerReference"))
                .doesNotContain("Bearer");
        assertThat(payload(lines.getString("answer"))).contains("HTTP/1.1 201");
    }

    private String payload(String hash) {
        HttpResponse<byte[]> bytes = http.get("/api/v1/payloads/" + hash);
        assertThat(bytes.statusCode()).isEqualTo(200);
        return text(bytes);
    }

    @Test
    void files_are_shown() {
        JsonArray files = json(http.get("/api/v1/files")).getJsonArray("items");
        assertThat(files).hasSize(world.files().size());
        String id = files.getJsonObject(0).getString("id");
        assertThat(json(http.get("/api/v1/files/" + id)).getString("id")).isEqualTo(id);
        assertThat(json(http.get("/api/v1/files/" + id + "/history")).getJsonArray("items"))
                .isNotEmpty();
    }

    @Test
    void a_held_document_is_put_aside_and_brought_back_and_tried_again() {
        String path = DOCUMENTS + "/" + held();
        JsonObject aside = json(http.post(path + "/discard", "{\"reason\": \"not ours\"}"));
        assertThat(aside.getString("condition")).isEqualTo("discarded");
        assertThat(aside.getJsonObject("reason").getString("message")).contains("not ours");
        problem(http.post(path + "/release", ""), 409);
        assertThat(json(http.post(path + "/restore", "")).getString("condition"))
                .isEqualTo("held");
        assertThat(http.post(path + "/replay", "").statusCode()).isEqualTo(200);
        world.settle(Duration.ofSeconds(20));
        assertThat(json(http.get(path)).getString("condition")).isEqualTo("held");
        assertThat(text(http.get(path + "/history"))).contains("administrator replayed it");
        problem(http.post(path + "/discard", "[1"), 400);
    }

    @Test
    void what_is_not_there_is_not_found() {
        problem(http.get(DOCUMENTS + "/nothing"), 404);
        problem(http.get(DOCUMENTS + "/NOT-AN-ID"), 404);
        problem(http.get(DOCUMENTS + "/nothing/history"), 404);
        problem(http.get("/api/v1/payloads/" + "0".repeat(64)), 404);
        problem(http.get("/api/v1/payloads/x"), 404);
        problem(http.get("/nothing/here"), 404);
    }

    @Test
    void hooks_want_their_keys() {
        problem(http.send("POST", "/hooks/dynamics/demo/wrong", "", "{}"), 404);
        problem(http.send("POST", "/hooks/dynamics/other/demo-events", "", "{}"), 404);
        problem(http.send("POST", "/hooks/cleo/demo", "wrong", "{}"), 401);
        assertThat(http.send("POST", "/hooks/cleo/demo", "demo-files", "{}").statusCode())
                .isEqualTo(202);
    }

    @Test
    void events_of_a_kind_that_leads_to_nothing_are_counted() {
        String event = "{\"BusinessEventId\": \"VendorPaymentPostedBusinessEvent\", \"EventId\": \"payment-1\"}";
        for (int i = 0; i < 2; i++) {
            assertThat(http.send("POST", "/hooks/dynamics/demo/demo-events", "", event)
                            .statusCode())
                    .isEqualTo(202);
        }
        assertThat(new String(http.get("/metrics").body(), StandardCharsets.UTF_8))
                .contains("mlc_business_events_total{connection=\"demo\",kind=\"VendorPaymentPostedBusinessEvent\"} 1");
    }

    @Test
    void an_event_that_nobody_understands_is_taken_and_kept() {
        String body = "{\"some\": \"thing\"}";
        for (int i = 0; i < 2; i++) {
            assertThat(http.send("POST", "/hooks/dynamics/demo/demo-events", "", body)
                            .statusCode())
                    .isEqualTo(202);
        }
        var rows = io.mlconnector.postgres.support.Awaiting.await(world.resources()
                .database()
                .pool()
                .query("select count(*) as n from heard where convert_from(body, 'UTF8') = '" + body + "'")
                .execute());
        assertThat(rows.iterator().next().getLong("n")).isEqualTo(1);
    }

    @Test
    void health_and_metrics_need_no_token() {
        assertThat(http.send("GET", "/health/live", "", "").statusCode()).isEqualTo(200);
        JsonObject ready = json(http.send("GET", "/health/ready", "", ""));
        assertThat(ready.getString("status")).isEqualTo("up");
        assertThat(ready.getJsonObject("polls")).isNotEmpty();
        assertThat(text(http.send("GET", "/metrics", "", "")))
                .contains("mlc_documents{")
                .contains("mlc_poll_up{", "mlc_gate_allowed{", "mlc_loop_delay_seconds{");
        assertThat(http.send("GET", "/", "", "").statusCode()).isEqualTo(303);
        assertThat(text(http.send("GET", "/sign-in", "", ""))).contains("Operator's token");
    }

    @Test
    void a_parameter_that_means_nothing_is_refused_with_the_nearest_that_does() {
        HttpResponse<byte[]> wrong = http.get("/api/v1/documents?conditon=held");
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(json(wrong).getString("detail")).contains("did you mean condition?");
        assertThat(json(wrong).getString("member")).isEqualTo("conditon");
        assertThat(http.get("/api/v1/files?lmit=3").statusCode()).isEqualTo(400);
        assertThat(http.get("/api/v1/cross-references?colour=red").statusCode()).isEqualTo(400);
    }

    @Test
    void who_has_a_page_already_is_told_so() throws Exception {
        HttpResponse<byte[]> first = http.get("/api/v1/documents?limit=1");
        String tag = first.headers().firstValue("etag").orElseThrow();
        HttpResponse<byte[]> again = java.net.http.HttpClient.newHttpClient()
                .send(
                        java.net.http.HttpRequest.newBuilder(first.uri())
                                .header("Authorization", "Bearer demo")
                                .header("If-None-Match", tag)
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());

        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }
}
