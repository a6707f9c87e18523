package io.mlconnector.verification.description;

import static io.mlconnector.verification.support.Http.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mlconnector.twin.TwinOptions;
import io.mlconnector.verification.demo.DemoConfiguration;
import io.mlconnector.verification.description.Description.Described;
import io.mlconnector.verification.support.Http;
import io.mlconnector.verification.support.World;
import io.vertx.core.json.JsonObject;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said in a query counts, or is refused; for every address and method that is described. */
class QueryWordsTest {

    private static final Description DESCRIPTION = Description.read();

    /** A word away from no word that there is. */
    private static final String STRANGE = "qqqqqqqqqqqqqqqqqqqqqqqqqq";

    @SuppressWarnings("NullAway.Init") // before all tests
    private static World world;

    @SuppressWarnings("NullAway.Init") // before all tests
    private static Http http;

    @SuppressWarnings("NullAway.Init") // before all tests
    private static String document;

    @SuppressWarnings("NullAway.Init") // before all tests
    private static String file;

    @BeforeAll
    static void work_through_the_demo(@TempDir Path folder) {
        world = new World("querywords", folder, TwinOptions.demo(42), yaml -> yaml).start();
        world.twin().play();
        world.settle(Duration.ofSeconds(60));
        http = new Http(world.port());
        document = world.documents().stream()
                .filter(one -> one.condition().word().equals("held"))
                .findFirst()
                .orElseThrow()
                .id()
                .text();
        file = world.files().getFirst().id().text();
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    private static String path(Described operation) {
        return operation
                .path()
                .replace("{id}", operation.path().contains("/files/") ? file : document)
                .replace("{verb}", "release")
                .replace("{hash}", world.files().getFirst().content().hex())
                .replace("{connection}", "demo")
                .replace("{name}", "demo-cleo")
                .replace("{day}", "2026-11-01")
                .replace("{key}", "demo-events");
    }

    private static Set<String> words(Described operation) {
        return operation.parameters().stream()
                .filter(parameter -> parameter.path("in").asText().equals("query"))
                .map(parameter -> parameter.path("name").asText())
                .collect(Collectors.toSet());
    }

    private static HttpResponse<byte[]> send(Described operation, String query) {
        String token = operation.path().startsWith("/hooks/cleo") ? "demo-files" : DemoConfiguration.TOKEN;
        return http.send(operation.method().toUpperCase(Locale.ROOT), path(operation) + query, token, "");
    }

    private static List<Described> ofTheInterface() {
        return DESCRIPTION.operations().stream()
                .filter(operation -> operation.path().startsWith("/api/"))
                .toList();
    }

    private static void refused(
            List<String> wrong, String what, HttpResponse<byte[]> answer, String member, String why) {
        if (answer.statusCode() != 400
                || !member.equals(json(answer).getString("member"))
                || !json(answer).getString("detail").contains(why)) {
            wrong.add(what + " -> " + answer.statusCode() + " " + Http.text(answer));
        }
    }

    @Test
    void a_word_that_means_nothing_is_refused_by_every_address_and_method() {
        List<String> wrong = new ArrayList<>();
        int history = world.history(world.documents().stream()
                        .filter(one -> one.id().text().equals(document))
                        .findFirst()
                        .orElseThrow())
                .size();
        for (Described operation : ofTheInterface()) {
            refused(wrong, operation.id(), send(operation, "?" + STRANGE + "=1"), STRANGE, "means nothing here");
        }
        assertThat(wrong).isEmpty();
        assertThat(ofTheInterface()).hasSizeGreaterThan(40);
        assertThat(world.history(world.documents().stream()
                        .filter(one -> one.id().text().equals(document))
                        .findFirst()
                        .orElseThrow()))
                .as("and nothing was done")
                .hasSize(history);
    }

    @Test
    void a_word_that_is_almost_right_is_refused_with_the_right_one() {
        List<String> wrong = new ArrayList<>();
        for (Described operation : ofTheInterface()) {
            for (String word : words(operation)) {
                refused(wrong, operation.id(), send(operation, "?" + word + "_=1"), word + "_", "did you mean");
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void a_word_that_is_given_twice_is_refused_by_every_address_that_has_it() {
        List<String> wrong = new ArrayList<>();
        for (Described operation : ofTheInterface()) {
            for (String word : words(operation)) {
                refused(
                        wrong,
                        operation.id(),
                        send(operation, "?" + word + "=1&" + word + "=2"),
                        word,
                        "given more than once");
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** As by a variable of a script that is not set: a filter without a value would let everything through. */
    @Test
    void a_word_without_a_value_is_refused_by_every_address_that_has_it() {
        List<String> wrong = new ArrayList<>();
        for (Described operation : ofTheInterface()) {
            for (String word : words(operation)) {
                for (String query : List.of("?" + word, "?" + word + "=", "?" + word + "=%20%20")) {
                    if (!word.equals("reason")) {
                        refused(wrong, operation.id() + query, send(operation, query), word, word + " is empty");
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** Whoever probes or notifies must be heard: a query changes nothing there. */
    @Test
    void outside_the_interface_for_programs_a_query_changes_nothing() {
        for (Described operation : DESCRIPTION.operations()) {
            if (!operation.path().startsWith("/api/")) {
                assertThat(send(operation, "?" + STRANGE + "=1").statusCode())
                        .as(operation.path())
                        .isEqualTo(send(operation, "").statusCode());
            }
        }
    }

    @Test
    void a_page_after_something_that_no_page_named_is_refused_by_every_list() {
        List<String> wrong = new ArrayList<>();
        List<Described> lists = ofTheInterface().stream()
                .filter(operation -> words(operation).contains("after"))
                .toList();
        assertThat(lists).hasSizeGreaterThan(6);
        for (Described operation : lists) {
            String needed = required(operation);
            for (String after : List.of("zzz", "null", "-", "!", "01zzzzzzzzzzzzzzzzz")) {
                refused(wrong, operation.id(), send(operation, "?after=" + after + needed), "after", "after");
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static String required(Described operation) {
        return operation.parameters().stream()
                .filter(parameter -> parameter.path("in").asText().equals("query")
                        && parameter.path("required").asBoolean())
                .map((JsonNode parameter) -> "&" + parameter.path("name").asText() + "="
                        + parameter.path("example").asText())
                .collect(Collectors.joining());
    }

    @Test
    void a_head_is_answered_as_its_get_is_without_a_body() {
        for (Described operation : DESCRIPTION.operations()) {
            if (!operation.method().equals("get")
                    || Set.of("followChanges", "openConsole").contains(operation.id())) {
                continue;
            }
            HttpResponse<byte[]> get =
                    send(operation, "?".concat(required(operation).replaceFirst("^&", "")));
            HttpResponse<byte[]> head = http.send(
                    "HEAD",
                    path(operation) + "?" + required(operation).replaceFirst("^&", ""),
                    DemoConfiguration.TOKEN,
                    "");
            assertThat(head.statusCode()).as(operation.path()).isEqualTo(get.statusCode());
            assertThat(head.body()).isEmpty();
            assertThat(head.headers().firstValue("content-type"))
                    .isEqualTo(get.headers().firstValue("content-type"));
        }
    }

    @Test
    void a_method_that_an_address_does_not_take_is_refused_with_those_that_it_does() {
        assertThat(allowed("DELETE", "/api/v1/documents")).contains("GET, HEAD");
        assertThat(allowed("GET", "/api/v1/documents:replay")).contains("POST");
        assertThat(allowed("GET", "/api/v1/documents%3Areplay")).contains("POST");
        assertThat(allowed("PATCH", "/api/v1/cross-references")).contains("DELETE, GET, HEAD, PUT");
        assertThat(allowed("GET", "/api/v1/documents/" + document + "/release")).contains("POST");
        assertThat(allowed("POST", "/health/live")).contains("GET, HEAD");
        assertThat(allowed("GET", "/hooks/cleo/demo")).contains("POST");
    }

    private static java.util.Optional<String> allowed(String method, String path) {
        HttpResponse<byte[]> answer = http.send(method, path, DemoConfiguration.TOKEN, "");
        assertThat(answer.statusCode()).as(method + " " + path).isEqualTo(405);
        return answer.headers().firstValue("allow");
    }

    @Test
    void who_names_what_is_not_there_is_told_the_nearest_that_is() {
        assertThat(detail(http.post("/api/v1/connections/dmo/ping", ""))).contains("did you mean demo?");
        assertThat(detail(http.get("/api/v1/connections/dmo/folders"))).contains("did you mean demo?");
        assertThat(detail(http.get("/api/v1/documents/" + document + "x")))
                .contains(document + "x", "/api/v1/documents?q=");
        assertThat(detail(http.post(
                        "/api/v1/documents:what-if",
                        "{\"partner\": \"acme\", \"check\": \"prize\", \"tolerance\": \"1%\"}")))
                .contains("unit-price", "did you mean price?");
        assertThat(detail(http.post("/api/v1/previews/orders", "{\"legalEntity\": \"usm\", \"orderNumber\": \"1\"}")))
                .contains("there is no legal entity usm", "did you mean usmf?");
        assertThat(detail(http.get("/api/v1/cross-references?kind=itm"))).contains("did you mean item?");
        assertThat(detail(http.post(
                        "/api/v1/documents:what-if",
                        "{\"partner\": \"ACME\", \"check\": \"price\", \"tolerance\": \"1%\"}")))
                .contains("There is no partner ACME", "there are acme, globex, initech");
        assertThat(detail(http.get("/api/v1/documents?legalEntity=usfm"))).contains("did you mean usmf?");
        assertThat(detail(http.send("DELETE", "/api/v1/credentials/contoso-cleo", DemoConfiguration.TOKEN, "")))
                .contains("There is no credential contoso-cleo; there are none.");
    }

    private static String detail(HttpResponse<byte[]> answer) {
        assertThat(answer.statusCode()).isBetween(400, 404);
        return json(answer).getString("detail");
    }

    @Test
    void what_is_put_off_is_found_and_causes_count_the_same_documents() {
        String cause = items("/api/v1/causes").getFirst().getString("causeKey");
        String held = items("/api/v1/documents?condition=held&causeKey=" + encoded(cause))
                .getFirst()
                .getString("id");
        http.post(
                "/api/v1/documents/" + held + "/snooze",
                "{\"until\": \"" + Instant.now().plus(Duration.ofDays(1)) + "\"}");
        try {
            assertThat(items("/api/v1/documents?snoozed=true"))
                    .extracting(one -> one.getString("id"))
                    .containsExactly(held);
            assertThat(items("/api/v1/documents?snoozed=false&limit=500"))
                    .hasSize(items("/api/v1/documents?limit=500").size() - 1)
                    .noneMatch(one -> one.getString("id").equals(held));
            for (boolean putOff : List.of(true, false)) {
                List<JsonObject> causes = items("/api/v1/causes?snoozed=" + putOff);
                assertThat(causes).isNotEmpty();
                for (JsonObject one : causes) {
                    assertThat(items("/api/v1/documents?limit=500&snoozed=" + putOff + "&causeKey="
                                    + encoded(one.getString("causeKey"))))
                            .hasSize(one.getInteger("count"));
                }
            }
            assertThat(items(http.post(
                            "/api/v1/documents:assign",
                            "{\"filter\": {\"snoozed\": true}, \"to\": \"Ana\", \"forecast\": true}")))
                    .extracting(one -> one.getString("id"))
                    .containsExactly(held);
            assertThat(http.get("/api/v1/documents?snoozed=yes").statusCode()).isEqualTo(400);
        } finally {
            http.post("/api/v1/documents/" + held + "/snooze", "{\"until\": null}");
        }
    }

    private static List<JsonObject> items(String address) {
        return items(http.get(address));
    }

    private static List<JsonObject> items(HttpResponse<byte[]> answer) {
        return json(answer).getJsonArray("items").stream()
                .map(JsonObject.class::cast)
                .toList();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
