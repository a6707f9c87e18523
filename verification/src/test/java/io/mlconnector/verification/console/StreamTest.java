package io.mlconnector.verification.console;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.Iterator;
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

            for (HttpResponse<Stream<String>> listener : java.util.List.of(first, second)) {
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
}
