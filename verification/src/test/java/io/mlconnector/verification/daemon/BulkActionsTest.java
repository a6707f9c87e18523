package io.mlconnector.verification.daemon;

import static io.mlconnector.verification.support.Http.json;
import static io.mlconnector.verification.support.Http.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.ports.journal.document.DocumentRecord;
import io.mlconnector.twin.TwinOptions;
import io.mlconnector.verification.demo.DemoConfiguration;
import io.mlconnector.verification.support.Http;
import io.mlconnector.verification.support.World;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What programs do to one document and to all that match, seen beforehand, on a daemon that has worked through the demo. */
class BulkActionsTest {

    private static final String DOCUMENTS = "/api/v1/documents";
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String HELD = "{\"condition\": \"held\"}";

    @SuppressWarnings("NullAway.Init") // before all tests
    private static World world;

    @SuppressWarnings("NullAway.Init") // before all tests
    private static Http http;

    @BeforeAll
    static void work_through_the_demo(@TempDir Path folder) {
        world = new World("bulkactions", folder, TwinOptions.demo(42), yaml -> yaml).start();
        world.twin().play();
        world.settle(Duration.ofSeconds(60));
        http = new Http(world.port());
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    private static List<JsonObject> items(HttpResponse<byte[]> answer) {
        assertThat(answer.statusCode()).as(text(answer)).isEqualTo(200);
        return json(answer).getJsonArray("items").stream()
                .map(JsonObject.class::cast)
                .toList();
    }

    private static List<JsonObject> listed(String query) {
        return items(http.get(DOCUMENTS + query));
    }

    private static int entries() {
        return world.documents().stream()
                .mapToInt(one -> world.history(one).size())
                .sum();
    }

    @Test
    void what_is_too_much_for_one_request_goes_on_where_the_answer_before_ended() {
        List<String> all = new ArrayList<>();
        String after = "";
        do {
            HttpResponse<byte[]> answer = http.post(
                    DOCUMENTS + ":assign",
                    "{\"forecast\": true, \"to\": \"ana\", \"filter\": {\"condition\": \"held\", \"limit\": 2"
                            + (after.isEmpty() ? "" : ", \"after\": \"" + after + "\"") + "}}");
            List<String> ids =
                    items(answer).stream().map(item -> item.getString("id")).toList();
            assertThat(ids).isSorted().noneMatch(all::contains);
            all.addAll(ids);
            after = Optional.ofNullable(json(answer).getString("next")).orElse("");
            assertThat(json(answer).getBoolean("more")).isEqualTo(!after.isEmpty());
        } while (!after.isEmpty());
        assertThat(all)
                .containsExactlyInAnyOrderElementsOf(items(http.get(DOCUMENTS + "?condition=held&limit=500")).stream()
                        .map(item -> item.getString("id"))
                        .toList());
    }

    @Test
    void what_a_release_or_a_restoration_would_come_to_is_said_and_nothing_is_done() {
        String held = listed("?condition=held&type=810").getFirst().getString("id");
        int before = entries();
        JsonObject release = json(http.post(DOCUMENTS + "/" + held + "/release", "{\"forecast\": true}"));
        assertThat(release.getString("verdict")).isNotBlank();
        assertThat(release.getString("message")).isNotBlank();
        JsonObject restore = json(http.post(DOCUMENTS + "/" + held + "/restore", "{\"forecast\": true}"));
        assertThat(restore.getString("verdict")).isEqualTo("refused");
        assertThat(restore.getString("message")).contains("not discarded");
        assertThat(entries()).isEqualTo(before);
    }

    @Test
    void all_that_match_are_discarded_and_restored_as_was_said_before() {
        List<String> held = listed("?condition=held").stream()
                .map(one -> one.getString("id"))
                .toList();
        assertThat(held).hasSizeGreaterThan(3);
        int before = entries();
        List<JsonObject> foreseen =
                items(http.post(DOCUMENTS + ":discard", "{\"filter\": " + HELD + ", \"forecast\": true}"));
        assertThat(foreseen)
                .hasSameSizeAs(held)
                .allSatisfy(one -> assertThat(one.getString("verdict")).isEqualTo("nothing"));
        assertThat(entries()).as("a forecast writes nothing").isEqualTo(before);

        List<JsonObject> done =
                items(http.post(DOCUMENTS + ":discard", "{\"filter\": " + HELD + ", \"reason\": \"sent anew\"}"));
        assertThat(done).extracting(one -> one.getString("outcome")).containsOnly("discarded");
        assertThat(done).extracting(one -> one.getString("id")).containsExactlyInAnyOrderElementsOf(held);
        assertThat(listed("?condition=held")).isEmpty();

        String discarded = "{\"filter\": {\"condition\": \"discarded\"}";
        assertThat(items(http.post(DOCUMENTS + ":restore", discarded + ", \"forecast\": true}")))
                .extracting(one -> one.getString("verdict"))
                .containsOnly("nothing");
        assertThat(items(http.post(DOCUMENTS + ":restore", discarded + "}")))
                .extracting(one -> one.getString("outcome"))
                .containsOnly("restored");
        assertThat(listed("?condition=held"))
                .extracting(one -> one.getString("id"))
                .containsExactlyInAnyOrderElementsOf(held);
        assertThat(items(http.post(
                        DOCUMENTS + ":release",
                        "{\"filter\": {\"condition\": \"done\", \"type\": \"850\", \"limit\": 1}}")))
                .extracting(one -> one.getString("outcome"))
                .as("what cannot be released is left alone")
                .containsOnly("refused");
    }

    @Test
    void all_that_match_are_assigned_and_put_off() {
        int held = listed("?condition=held").size();
        assertThat(items(http.post(
                        DOCUMENTS + ":assign",
                        "{\"filter\": {\"condition\": \"held\"}, \"to\": \"Ana\", \"forecast\": true}")))
                .hasSize(held);
        assertThat(listed("?assignee=Ana")).isEmpty();
        assertThat(items(http.post(DOCUMENTS + ":assign", "{\"filter\": {\"condition\": \"held\"}, \"to\": \"Ana\"}")))
                .extracting(one -> one.getString("message"))
                .containsOnly("is looked after by Ana.");
        assertThat(listed("?assignee=Ana")).hasSize(held);
        String until = Instant.now().plus(Duration.ofDays(1)).toString();
        assertThat(items(http.post(
                        DOCUMENTS + ":snooze", "{\"filter\": {\"assignee\": \"Ana\"}, \"until\": \"" + until + "\"}")))
                .extracting(one -> one.getString("outcome"))
                .containsOnly("snoozed");
        assertThat(listed("?assignee=Ana"))
                .allSatisfy(one -> assertThat(one.getString("snoozedUntil")).isNotBlank());
        assertThat(items(http.post(DOCUMENTS + ":assign", "{\"filter\": {\"assignee\": \"Ana\"}, \"to\": null}")))
                .hasSize(held);
        assertThat(json(http.post(
                                DOCUMENTS + ":snooze",
                                "{\"filter\": {\"condition\": \"held\"}, \"until\": \"2001-01-01T00:00:00Z\"}"))
                        .getString("member"))
                .isEqualTo("until");
    }

    @Test
    void a_filter_that_restricts_nothing_or_names_what_there_is_not_is_refused() {
        for (String action : List.of("replay", "release", "discard", "restore", "assign", "snooze")) {
            String what =
                    action.equals("assign") ? ", \"to\": null" : action.equals("snooze") ? ", \"until\": null" : "";
            HttpResponse<byte[]> everything = http.post(DOCUMENTS + ":" + action, "{\"filter\": {}" + what + "}");
            assertThat(everything.statusCode()).as(action).isEqualTo(400);
            assertThat(json(everything).getString("detail")).contains("restricts nothing");
            HttpResponse<byte[]> nobody =
                    http.post(DOCUMENTS + ":" + action, "{\"filter\": {\"partner\": \"acm\"}" + what + "}");
            assertThat(nobody.statusCode()).as(action).isEqualTo(400);
            assertThat(json(nobody).getString("detail")).contains("did you mean acme?");
            assertThat(json(nobody).getString("member")).isEqualTo("filter.partner");
            HttpResponse<byte[]> almost = http.post(DOCUMENTS + ":" + action, "{\"filter\": {\"conditon\": \"held\"}}");
            assertThat(json(almost).getString("detail")).contains("did you mean filter.condition?");
        }
        assertThat(json(http.post(DOCUMENTS + ":replay", "{\"forcast\": true}")).getString("detail"))
                .contains("did you mean forecast?");
    }

    @Test
    void a_filter_without_a_value_is_refused_by_every_action_and_nothing_is_done() {
        int before = entries();
        for (String action : List.of("replay", "release", "discard", "restore", "assign", "snooze")) {
            for (String member : List.of("partner", "causeKey", "legalEntity", "q", "file")) {
                for (String empty : List.of("", "  ")) {
                    HttpResponse<byte[]> answer = http.post(
                            DOCUMENTS + ":" + action,
                            "{\"filter\": {\"condition\": \"held\", \"" + member + "\": \"" + empty + "\"}}");
                    assertThat(answer.statusCode()).as(action + " " + member).isEqualTo(400);
                    assertThat(json(answer).getString("member")).isEqualTo("filter." + member);
                    assertThat(json(answer).getString("detail")).contains("filter." + member + " is empty");
                }
            }
        }
        HttpResponse<byte[]> limit =
                http.post(DOCUMENTS + ":replay", "{\"filter\": {\"condition\": \"held\", \"limit\": \"1\"}}");
        assertThat(limit.statusCode()).isEqualTo(400);
        assertThat(json(limit).getString("detail")).isEqualTo("filter.limit must be a whole number.");
        HttpResponse<byte[]> half = http.post(
                DOCUMENTS + "/" + listed("?condition=held").getFirst().getString("id") + "/comment",
                "{\"text\": \"a\\ud800b\"}");
        assertThat(half.statusCode()).isEqualTo(400);
        assertThat(json(half).getString("member")).isEqualTo("text");
        HttpResponse<byte[]> means = http.post("/api/v1/causes:fix", "{\"causeKey\": \"x\", \"means\": \"\"}");
        assertThat(json(means).getString("member")).isEqualTo("means");
        assertThat(entries()).isEqualTo(before);
    }

    @Test
    void what_the_action_refuses_is_refused_by_its_forecast_and_before_anything_is_done() {
        String far = Instant.now().plus(Duration.ofDays(400)).toString();
        String name = "x".repeat(101);
        int before = entries();
        for (String filter : List.of(HELD, "{\"q\": \"there-is-no-such-number\"}")) {
            for (String forecast : List.of("true", "false")) {
                String rest = ", \"forecast\": " + forecast + "}";
                HttpResponse<byte[]> snooze = http.post(
                        DOCUMENTS + ":snooze", "{\"filter\": " + filter + ", \"until\": \"" + far + "\"" + rest);
                assertThat(snooze.statusCode()).as(filter + forecast).isEqualTo(400);
                assertThat(json(snooze).getString("detail")).contains("within the next year");
                HttpResponse<byte[]> assign = http.post(
                        DOCUMENTS + ":assign", "{\"filter\": " + filter + ", \"to\": \"" + name + "\"" + rest);
                assertThat(assign.statusCode()).as(filter + forecast).isEqualTo(400);
                assertThat(json(assign).getString("detail")).contains("1 to 100 characters");
            }
        }
        assertThat(entries()).isEqualTo(before);
    }

    /** Whoever forgets it would clear what others have said. */
    @Test
    void what_clears_something_is_said_and_never_what_was_forgotten() {
        String one = DOCUMENTS + "/" + listed("?condition=held").getFirst().getString("id");
        int before = entries();
        for (String body : List.of("", "\"forecast\": true", "\"MEMBER\": \"\"", "\"MEMBER\": \" \"")) {
            for (Map.Entry<String, String> act :
                    Map.of("assign", "to", "snooze", "until").entrySet()) {
                String said = body.replace("MEMBER", act.getValue());
                HttpResponse<byte[]> all = http.post(
                        DOCUMENTS + ":" + act.getKey(),
                        "{\"filter\": " + HELD + (said.isEmpty() ? "" : ", " + said) + "}");
                assertThat(all.statusCode()).as(act + body).isEqualTo(400);
                assertThat(json(all).getString("member")).isEqualTo(act.getValue());
                assertThat(json(all).getString("detail")).contains("null");
                assertThat(http.post(one + "/" + act.getKey(), "{" + said + "}").statusCode())
                        .as(act + body)
                        .isEqualTo(400);
            }
        }
        assertThat(entries()).isEqualTo(before);
    }

    @Test
    void what_would_be_said_of_one_document_is_foreseen_and_not_done() {
        String one = DOCUMENTS + "/" + listed("?condition=held").getFirst().getString("id");
        int before = entries();
        assertThat(json(http.post(one + "/assign", "{\"to\": \"Zoe\", \"forecast\": true}"))
                        .getString("message"))
                .isEqualTo("would be looked after by Zoe. Nothing else changes.");
        assertThat(json(http.post(one + "/snooze", "{\"until\": null, \"forecast\": true}"))
                        .getString("verdict"))
                .isEqualTo("nothing");
        assertThat(http.post(one + "/assign", "{\"to\": \"" + "x".repeat(101) + "\", \"forecast\": true}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(http.post(DOCUMENTS + "/nothing/assign", "{\"to\": \"Zoe\", \"forecast\": true}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(entries()).isEqualTo(before);
    }

    /** Of two values readers take the first or the last (RFC 8259, section 4). */
    @Test
    void a_member_that_is_given_twice_is_refused_and_nothing_is_done() {
        int before = entries();
        HttpResponse<byte[]> outer = http.post(
                DOCUMENTS + ":discard", "{\"filter\": " + HELD + ", \"forecast\": true, \"forecast\": false}");
        assertThat(outer.statusCode()).isEqualTo(400);
        assertThat(json(outer).getString("member")).isEqualTo("forecast");
        assertThat(json(outer).getString("detail")).contains("forecast is given more than once");
        HttpResponse<byte[]> inner =
                http.post(DOCUMENTS + ":discard", "{\"filter\": {\"partner\": \"acme\", \"partner\": \"globex\"}}");
        assertThat(inner.statusCode()).isEqualTo(400);
        assertThat(json(inner).getString("member")).isEqualTo("filter.partner");
        assertThat(entries()).isEqualTo(before);
    }

    @Test
    void a_bulk_action_under_a_key_is_done_once() {
        String body = "{\"filter\": {\"condition\": \"held\", \"partner\": \"globex\"}, \"to\": \"Ben\"}";
        HttpResponse<byte[]> first = send("POST", DOCUMENTS + ":assign", body, Map.of("Idempotency-Key", "bulk-1"));
        int before = entries();
        HttpResponse<byte[]> again = send("POST", DOCUMENTS + ":assign", body, Map.of("Idempotency-Key", "bulk-1"));
        assertThat(text(again)).isEqualTo(text(first));
        assertThat(again.headers().firstValue("Idempotency-Replayed")).contains("true");
        assertThat(entries()).isEqualTo(before);
    }

    @Test
    void a_name_that_is_neither_configured_nor_in_the_journal_is_refused_with_the_nearest() {
        for (String address :
                List.of("/api/v1/documents?partner=acm", "/api/v1/causes?partner=acm", "/api/v1/files?partner=acm")) {
            HttpResponse<byte[]> answer = http.get(address);
            assertThat(answer.statusCode()).as(address).isEqualTo(400);
            assertThat(json(answer).getString("detail")).as(address).contains("did you mean acme?");
        }
        assertThat(json(http.get(DOCUMENTS + "?legalEntity=usm")).getString("detail"))
                .contains("did you mean usmf?");
        assertThat(json(http.get(DOCUMENTS + "?connection=dmo")).getString("detail"))
                .contains("did you mean demo?");
        assertThat(json(http.get(DOCUMENTS + "?partner=zzzzzzzzzz")).getString("detail"))
                .contains("there are acme");
    }

    /** Such as one that sent something before it was taken out of the configuration. */
    @Test
    void a_partner_that_is_not_configured_but_has_documents_is_found() {
        DocumentRecord one = world.documents().getFirst();
        io.mlconnector.postgres.support.Awaiting.await(world.resources()
                .database()
                .pool()
                .query("update document set partner = 'former' where id = '" + one.id() + "'")
                .execute());
        assertThat(listed("?partner=former"))
                .extracting(found -> found.getString("id"))
                .containsExactly(one.id().text());
        io.mlconnector.postgres.support.Awaiting.await(world.resources()
                .database()
                .pool()
                .query("update document set partner = '" + one.partner() + "' where id = '" + one.id() + "'")
                .execute());
    }

    @Test
    void files_are_found_by_partner_name_and_time() {
        List<JsonObject> all = items(http.get("/api/v1/files"));
        List<JsonObject> acme = items(http.get("/api/v1/files?partner=acme"));
        assertThat(acme)
                .isNotEmpty()
                .hasSizeLessThan(all.size())
                .allSatisfy(file -> assertThat(file.getString("partner")).isEqualTo("acme"));
        String name = all.getFirst().getString("name");
        assertThat(items(http.get("/api/v1/files?q=" + name)))
                .isNotEmpty()
                .allSatisfy(file -> assertThat(file.getString("name")).contains(name));
        assertThat(items(http.get("/api/v1/files?q=zzz"))).isEmpty();
        assertThat(items(http.get("/api/v1/files?from=2000-01-01&to=2001-01-01")))
                .isEmpty();
        assertThat(items(http.get("/api/v1/files?from=2000-01-01"))).hasSameSizeAs(all);
        JsonObject page = json(http.get("/api/v1/files?partner=acme&limit=1"));
        assertThat(page.getJsonArray("items").getJsonObject(0)).isEqualTo(acme.getFirst());
        assertThat(items(http.get("/api/v1/files?partner=acme&limit=1&after=" + page.getString("next"))))
                .containsExactly(acme.get(1));
    }

    @Test
    void an_outgoing_document_names_the_file_that_was_sent() {
        JsonObject order = listed("?type=850&condition=done").getFirst();
        assertThat(text(http.get("/api/v1/payloads/" + order.getString("sent"))))
                .startsWith("ISA*")
                .contains(order.getString("orderNumber"));
        assertThat(listed("?type=810").getFirst().containsKey("sent")).isFalse();
    }

    @Test
    void who_has_bytes_already_is_told_so() {
        String payload = "/api/v1/payloads/"
                + listed("?type=850&condition=done").getFirst().getString("sent");
        for (String address : List.of(payload, "/api/v1/cross-references:export")) {
            String tag = http.get(address).headers().firstValue("etag").orElseThrow();
            HttpResponse<byte[]> again = send("GET", address, "", Map.of("If-None-Match", tag));
            assertThat(again.statusCode()).as(address).isEqualTo(304);
            assertThat(again.body()).isEmpty();
        }
    }

    @Test
    void an_action_on_a_document_that_has_changed_since_it_was_read_is_refused() {
        String path =
                DOCUMENTS + "/" + listed("?condition=held&type=810").getFirst().getString("id");
        String tag = http.get(path).headers().firstValue("etag").orElseThrow();
        int before = entries();
        HttpResponse<byte[]> stale = send("POST", path + "/discard", "", Map.of("If-Match", "\"stale\""));
        assertThat(stale.statusCode()).isEqualTo(412);
        assertThat(json(stale).getString("detail")).contains("nothing was done");
        assertThat(entries()).isEqualTo(before);
        assertThat(send("POST", path + "/comment", "{\"text\": \"seen\"}", Map.of("If-Match", tag))
                        .statusCode())
                .isEqualTo(200);
        assertThat(send("POST", path + "/assign", "{\"to\": \"Eva\"}", Map.of("If-Match", "*"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(send("POST", path + "/comment", "{\"text\": \"again\"}", Map.of("If-Match", tag))
                        .statusCode())
                .as("it is assigned since")
                .isEqualTo(412);
    }

    @Test
    void of_several_who_have_seen_the_same_document_one_acts_on_it() {
        String path = DOCUMENTS + "/" + listed("?type=810").getFirst().getString("id");
        for (int round = 0; round < 8; round++) {
            String tag = http.get(path).headers().firstValue("etag").orElseThrow();
            int before = entries();
            List<String> acts = List.of("comment", "assign", "comment", "assign", "comment", "comment");
            List<CompletableFuture<Integer>> answers = new ArrayList<>();
            try (ExecutorService threads = Executors.newFixedThreadPool(acts.size())) {
                for (String act : acts) {
                    String body = act.equals("assign") ? "{\"to\": \"Eva\"}" : "{\"text\": \"mine\"}";
                    answers.add(CompletableFuture.supplyAsync(
                            () -> send("POST", path + "/" + act, body, Map.of("If-Match", tag))
                                    .statusCode(),
                            threads));
                }
            }
            assertThat(answers.stream().map(CompletableFuture::join).sorted())
                    .as("round " + round)
                    .containsExactly(200, 412, 412, 412, 412, 412);
            assertThat(entries()).isEqualTo(before + 1);
        }
    }

    private static HttpResponse<byte[]> send(String method, String path, String body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + world.port() + path))
                .timeout(Duration.ofSeconds(10))
                .header("Authorization", "Bearer " + DemoConfiguration.TOKEN)
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::header);
        return CLIENT.sendAsync(request.build(), BodyHandlers.ofByteArray()).join();
    }
}
