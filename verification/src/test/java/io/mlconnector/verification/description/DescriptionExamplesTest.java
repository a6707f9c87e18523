package io.mlconnector.verification.description;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mlconnector.domain.words.Condition;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.ports.journal.document.DocumentRecord;
import io.mlconnector.postgres.support.Awaiting;
import io.mlconnector.twin.TwinOptions;
import io.mlconnector.verification.demo.DemoConfiguration;
import io.mlconnector.verification.description.Description.Described;
import io.mlconnector.verification.support.World;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every example of the description is sent to a daemon, with the ids of records that are there in place of those that it shows, and
 * is answered with a success that is described.
 */
class DescriptionExamplesTest {

    /**
     * A stream does not end (StreamTest), no example can show a partner's file that is not known, and what is held after a restore
     * keeps everything else from going out (ReconciliationApiTest).
     */
    private static final Set<String> NOT_HERE =
            Set.of("followChanges", "resubmitDocument", "holdOutgoingDocuments", "markDocumentAsSent", "letDocumentGo");

    /** Needs a document on which nobody has acted: one that stands still for this. */
    private static final Map<String, String> ACTS = Map.of(
            "releaseOrRestoreDocument", "near-duplicate",
            "discardDocument", "partner-unknown",
            "replayDocument", "item-unknown",
            "adviseOfDocument", "price-differs");

    private final Description description = Description.read();
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private final List<String> wrong = new ArrayList<>();
    private int sent;

    @Test
    void every_example_is_answered_as_described(@TempDir Path folder) {
        try (World world = new World("examples", folder, TwinOptions.demo(42), yaml -> yaml).start()) {
            world.twin().play();
            world.settle(Duration.ofSeconds(60));
            Records records = new Records(world);
            for (Described one : description.operations()) {
                if (NOT_HERE.contains(one.id())) {
                    continue;
                }
                Map<String, JsonNode> bodies = new LinkedHashMap<>();
                one.body()
                        .path("examples")
                        .properties()
                        .forEach(example ->
                                bodies.put(example.getKey(), example.getValue().path("value")));
                if (bodies.isEmpty()) {
                    judge(world.port(), one, "", address(one, records), one.text());
                }
                String address = address(one, records);
                bodies.forEach((name, body) -> judge(
                        world.port(), one, name, address, records.in(one, body).toString()));
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(sent).isGreaterThan(40);
    }

    /** What is there in place of what examples show. */
    private static final class Records {

        private final World world;
        private final List<DocumentRecord> documents;
        private final String file;
        private final String hash;

        Records(World world) {
            this.world = world;
            this.documents = world.documents();
            this.file = world.files().getFirst().id().text();
            this.hash = world.files().getFirst().content().hex();
        }

        private DocumentRecord heldFor(String code) {
            return documents.stream()
                    .filter(document -> document.condition() == Condition.HELD
                            && document.reason()
                                    .map(Problem::code)
                                    .filter(code::equals)
                                    .isPresent())
                    .findFirst()
                    .orElseThrow();
        }

        /** No partner of this demo owes an answer. */
        private String unanswered() {
            String order = documents.stream()
                    .filter(document -> document.type().equals("850") && document.condition() == Condition.DONE)
                    .findFirst()
                    .orElseThrow()
                    .id()
                    .text();
            Awaiting.await(world.resources()
                    .database()
                    .pool()
                    .query("update document set acknowledgement = 'overdue' where id = '" + order + "'")
                    .execute());
            return order;
        }

        String of(Described operation, String name, String example) {
            return switch (name) {
                case "id" ->
                    operation.id().equals("settleAnswer")
                            ? unanswered()
                            : operation.path().startsWith("/api/v1/files")
                                    ? file
                                    : ACTS.containsKey(operation.id())
                                            ? heldFor(ACTS.get(operation.id()))
                                                    .id()
                                                    .text()
                                            : documents.getFirst().id().text();
                case "hash" -> hash;
                case "connection" -> "demo";
                case "key" -> "demo-events";
                default -> example;
            };
        }

        /** That of the example of fixCause, as the history of its document names it. */
        private String fix() {
            return world.history(heldFor("price-differs")).stream()
                    .flatMap(recorded ->
                            Optional.ofNullable(recorded.entry().details().get("fix")).stream())
                    .findFirst()
                    .orElseThrow();
        }

        /**
         * With the key of a cause for which something stands still, as a document of which the partner is told goes on doing, and a
         * time to come.
         */
        JsonNode in(Described operation, JsonNode body) {
            ObjectNode here = body.deepCopy();
            if (operation.id().equals("fixCause")) {
                here.put(
                        "causeKey",
                        heldFor("price-differs").reason().map(Problem::causeKey).orElseThrow());
            }
            if (operation.id().equals("undoFix")) {
                here.put("fix", fix());
            }
            if (body.path("until").isTextual()) {
                here.put("until", Instant.now().plus(Duration.ofDays(1)).toString());
            }
            return here;
        }
    }

    private static String address(Described operation, Records records) {
        String path = operation.path();
        List<String> query = new ArrayList<>();
        for (JsonNode parameter : operation.parameters()) {
            if (!parameter.has("example")) {
                continue;
            }
            String name = parameter.path("name").asText();
            String value = encoded(
                    records.of(operation, name, parameter.path("example").asText()));
            switch (parameter.path("in").asText()) {
                case "path" -> path = path.replace("{" + name + "}", value);
                case "query" -> query.add(name + "=" + value);
                default -> {
                    // Idempotency keys have tests of their own; with the same one the second example would be refused.
                }
            }
        }
        return path + (query.isEmpty() ? "" : "?" + String.join("&", query));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private void judge(int port, Described operation, String example, String address, String body) {
        sent++;
        String token = address.startsWith("/hooks/cleo") ? "demo-files" : DemoConfiguration.TOKEN;
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + address))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Bearer " + token)
                .method(
                        operation.method().toUpperCase(java.util.Locale.ROOT),
                        body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> answer;
        try {
            answer = client.send(request, BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError("No answer to " + request, e);
        }
        String shown = operation.id() + " " + example + " " + address + " " + body + " -> " + answer.statusCode() + " "
                + answer.body().substring(0, Math.min(300, answer.body().length()));
        JsonNode described =
                description.resolved(operation.operation().path("responses").path("" + answer.statusCode()));
        if (answer.statusCode() >= 400 || described.isMissingNode()) {
            wrong.add(shown);
            return;
        }
        JsonNode schema = described.path("content").path("application/json").path("schema");
        if (!schema.isMissingNode()) {
            try {
                description
                        .faults(schema, new ObjectMapper().readTree(answer.body()))
                        .forEach(fault -> wrong.add(fault + " in " + shown));
            } catch (IOException e) {
                wrong.add("no JSON: " + shown);
            }
        }
    }
}
