package io.mlconnector.verification.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.twin.TwinOptions;
import io.mlconnector.verification.demo.DemoConfiguration;
import io.mlconnector.verification.support.World;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs that got no answer ask again; what they asked for is done once. */
class IdempotencyKeyTest {

    private static final String COMMENT = "{\"text\": \"Ana calls the vendor.\"}";

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

    @Test
    void a_repeated_request_is_answered_the_same_and_done_once(@TempDir Path folder) throws Exception {
        try (World world = new World("keys", folder, TwinOptions.demo(42), yaml -> yaml).start()) {
            world.twin().play();
            world.settle(Duration.ofSeconds(60));
            String id = world.documents().getFirst().id().text();
            String comment = "/api/v1/documents/" + id + "/comment";
            int before = history(world, id).size();

            HttpResponse<String> first = post(world, comment, "\"k-1\"", COMMENT);
            HttpResponse<String> second = post(world, comment, "k-1", COMMENT);
            assertThat(first.statusCode()).isEqualTo(200);
            assertThat(second.statusCode()).isEqualTo(200);
            assertThat(second.body()).isEqualTo(first.body());
            assertThat(first.headers().firstValue("Idempotency-Replayed")).isEmpty();
            assertThat(second.headers().firstValue("Idempotency-Replayed")).contains("true");
            assertThat(history(world, id)).hasSize(before + 1);

            assertThat(post(world, comment, "k-1", "{\"text\": \"Another one.\"}")
                            .statusCode())
                    .as("the key of another request")
                    .isEqualTo(422);
            assertThat(post(world, comment, "k-2", COMMENT).statusCode()).isEqualTo(200);
            assertThat(history(world, id)).hasSize(before + 2);

            atOnce(world, comment, id, before + 2);
            assertThat(post(world, comment, "two words", COMMENT).statusCode()).isEqualTo(400);

            // What did nothing does not use up its key.
            assertThat(post(world, comment, "k-3", "{\"words\": \"\"}").statusCode())
                    .isEqualTo(400);
            assertThat(post(world, comment, "k-3", COMMENT).statusCode()).isEqualTo(200);
            assertThat(history(world, id)).hasSize(before + 4);
            historyInPages(world, id);
        }
    }

    /** Ten at once with one key: one is carried out, and whoever was answered with success was answered the same. */
    private void atOnce(World world, String address, String id, int before) {
        List<CompletableFuture<HttpResponse<String>>> all = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            all.add(client.sendAsync(request(world, address, "at-once", COMMENT), BodyHandlers.ofString()));
        }
        List<HttpResponse<String>> answers =
                all.stream().map(CompletableFuture::join).toList();
        assertThat(answers).allSatisfy(answer -> assertThat(answer.statusCode()).isIn(200, 409));
        assertThat(answers)
                .filteredOn(answer -> answer.statusCode() == 200)
                .isNotEmpty()
                .extracting(HttpResponse::body)
                .containsOnly(answers.stream()
                        .filter(answer -> answer.statusCode() == 200)
                        .findFirst()
                        .orElseThrow()
                        .body());
        assertThat(history(world, id)).hasSize(before + 1);
    }

    private void historyInPages(World world, String id) {
        JsonArray whole = history(world, id);
        JsonArray read = new JsonArray();
        String after = "";
        while (after != null) {
            JsonObject page = get(
                    world, "/api/v1/documents/" + id + "/history?limit=2" + (after.isEmpty() ? "" : "&after=" + after));
            assertThat(page.getJsonArray("items").size()).isBetween(1, 2);
            read.addAll(page.getJsonArray("items"));
            after = page.getString("next");
        }
        assertThat(read).isEqualTo(whole);
    }

    private JsonArray history(World world, String id) {
        return get(world, "/api/v1/documents/" + id + "/history").getJsonArray("items");
    }

    private JsonObject get(World world, String address) {
        HttpResponse<String> answer =
                sent(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + world.port() + address))
                        .header("Authorization", "Bearer " + DemoConfiguration.TOKEN)
                        .build());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return new JsonObject(answer.body());
    }

    private HttpResponse<String> post(World world, String address, String key, String body) {
        return sent(request(world, address, key, body));
    }

    private static HttpRequest request(World world, String address, String key, String body) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + world.port() + address))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + DemoConfiguration.TOKEN)
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    private HttpResponse<String> sent(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError("No answer to " + request, e);
        }
    }
}
