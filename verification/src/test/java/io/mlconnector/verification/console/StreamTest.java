package io.mlconnector.verification.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.domain.words.HistoryEntry;
import io.mlconnector.postgres.support.Awaiting;
import io.mlconnector.twin.TwinOptions;
import io.mlconnector.verification.support.BilledOrder;
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
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class StreamTest {

    private static HttpResponse<Stream<String>> listen(World world, String token) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + world.port() + "/api/v1/stream"))
                                .timeout(Duration.ofSeconds(10))
                                .header("Authorization", "Bearer " + token)
                                .build(),
                        BodyHandlers.ofLines());
    }

    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void what_changes_is_told_as_it_changes_to_everybody_who_listens_with_a_token(@TempDir Path folder)
            throws Exception {
        try (World world = new World("stream", folder, TwinOptions.demo(42), yaml -> yaml).start()) {
            assertThat(new Http(world.port())
                            .send("GET", "/api/v1/stream", "guessed", "")
                            .statusCode())
                    .isEqualTo(401);
            HttpResponse<Stream<String>> first = listen(world, "demo");
            HttpResponse<Stream<String>> second = listen(world, "demo");
            assertThat(first.headers().firstValue("content-type").orElse("")).startsWith("text/event-stream");

            BilledOrder.of(world, 100).bill(1, "acme", "BIG*20260311*INV-1*20260302*PO-7***DI", "10.00", "1000");

            for (HttpResponse<Stream<String>> listener : List.of(first, second)) {
                Iterator<String> lines = listener.body().iterator();
                String line = lines.next();
                while (!line.equals("event: changed")) {
                    line = lines.next();
                }
                JsonObject data = new JsonObject(lines.next().substring("data: ".length()));
                assertThat(data.getJsonArray("documents").size()).isPositive();
                listener.body().close();
            }
        }
    }

    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void what_another_daemon_writes_into_the_journal_is_told_too(@TempDir Path folder) throws Exception {
        try (World world = new World("others", folder, TwinOptions.demo(42), yaml -> yaml).start()) {
            DocumentId id = settled(world);
            HttpResponse<Stream<String>> listener = listen(world, "demo");

            // Nothing on this daemon's loop says so, as if it were written elsewhere; again and again, because a reader
            // hears only
            // what happens after the first look.
            try (ScheduledExecutorService elsewhere = Executors.newSingleThreadScheduledExecutor()) {
                ScheduledFuture<?> writing =
                        elsewhere.scheduleWithFixedDelay(() -> note(world, id), 0, 500, TimeUnit.MILLISECONDS);
                assertThat(listener.body()
                                .filter(line -> line.contains(id.text()))
                                .findFirst())
                        .isPresent();
                writing.cancel(false);
            }
            listener.body().close();
        }
    }

    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void whoever_comes_back_is_told_what_happened_meanwhile_or_that_everything_is_to_be_read_anew(@TempDir Path folder)
            throws Exception {
        try (World world = new World("resumed", folder, TwinOptions.demo(42), yaml -> yaml).start()) {
            DocumentId id = settled(world);

            JsonObject missed = event(resume(world, "1"));
            assertThat(missed.getJsonArray("documents")).contains(id.text());
            assertThat(missed.getJsonArray("crossReferences")).isEmpty();
            for (String unknown : List.of("999999999", "abc")) {
                assertThat(event(resume(world, unknown)).getBoolean("more"))
                        .as(unknown)
                        .isTrue();
            }
        }
    }

    private static HttpResponse<Stream<String>> resume(World world, String last) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + world.port() + "/api/v1/stream"))
                                .timeout(Duration.ofSeconds(10))
                                .header("Authorization", "Bearer demo")
                                .header("Last-Event-ID", last)
                                .build(),
                        BodyHandlers.ofLines());
    }

    /** The first one, which has to have an id. */
    private static JsonObject event(HttpResponse<Stream<String>> listener) {
        Iterator<String> lines = listener.body().iterator();
        String line = lines.next();
        while (!line.startsWith("id: ")) {
            line = lines.next();
        }
        assertThat(line).matches("id: [0-9]+");
        assertThat(lines.next()).isEqualTo("event: changed");
        JsonObject data = new JsonObject(lines.next().substring("data: ".length()));
        listener.body().close();
        return data;
    }

    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void a_browser_whose_session_is_over_is_told_so(@TempDir Path folder) throws Exception {
        try (World world = new World("over", folder, TwinOptions.demo(42), yaml -> yaml).start()) {
            HttpResponse<String> answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + world.port() + "/stream"))
                                    .timeout(Duration.ofSeconds(10))
                                    .header("Accept", "text/event-stream")
                                    .build(),
                            BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("event: signed-out\ndata: {}\n\n");
        }
    }

    /** An invoice on which nobody works any more. */
    private static DocumentId settled(World world) {
        BilledOrder.of(world, 100).bill(1, "acme", "BIG*20260311*INV-1*20260302*PO-7***DI", "10.00", "1000");
        Awaiting.until(
                "the invoice rests",
                Duration.ofSeconds(30),
                () -> world.documents().stream()
                        .anyMatch(document -> document.condition().settled()));
        return world.documents().getFirst().id();
    }

    private static void note(World world, DocumentId id) {
        world.resources()
                .journal()
                .note(
                        id,
                        HistoryEntry.entry(Instant.now(), "noted", "Somebody looked at it."),
                        List.of(),
                        Optional.empty());
    }
}
