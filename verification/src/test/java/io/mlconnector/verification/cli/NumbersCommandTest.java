package io.mlconnector.verification.cli;

import static io.mlconnector.verification.support.Http.json;
import static io.mlconnector.verification.support.Terminal.command;
import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.sending.SendingState;
import io.mlconnector.ports.journal.document.DocumentRecord;
import io.mlconnector.twin.TwinOptions;
import io.mlconnector.verification.support.Http;
import io.mlconnector.verification.support.Terminal.Printed;
import io.mlconnector.verification.support.World;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The fate of every control number, from a terminal and over the interface. */
class NumbersCommandTest {

    @TempDir
    private Path folder;

    @Test
    void the_daemon_is_asked_page_by_page_and_without_one_the_same_is_printed() throws IOException {
        try (World world = new World("numberscommand", folder, TwinOptions.demo(42), yaml -> yaml).start()) {
            world.twin().play();
            world.settle(Duration.ofSeconds(60));
            Path yaml = Files.writeString(
                    folder.resolve("ml-connector.yaml"),
                    // Whoever opens the database by himself fails.
                    world.yaml().replace("127.0.0.1:" + world.database().port() + "/", "127.0.0.1:1/"));
            Http http = new Http(world.port());
            List<JsonObject> paged = new ArrayList<>();
            String after = "";
            while (after != null) {
                JsonObject page =
                        json(http.get("/api/v1/control-numbers?limit=7" + (after.isEmpty() ? "" : "&after=" + after)));
                page.getJsonArray("items").forEach(one -> paged.add((JsonObject) one));
                after = page.getString("next");
            }
            assertThat(paged)
                    .extracting(one -> one.getString("document"))
                    .containsExactlyInAnyOrderElementsOf(world.documents().stream()
                            .filter(document -> document.state() instanceof SendingState.Delivered)
                            .map(DocumentRecord::id)
                            .map(Object::toString)
                            .toList());
            assertThat(http.get("/api/v1/control-numbers?after=MQ").statusCode())
                    .as("no next of any page")
                    .isEqualTo(400);

            assertThat(new JsonArray(command(yaml, "audit", "numbers", "--json").out()))
                    .isEqualTo(new JsonArray(paged));
            Printed lines = command(yaml, "audit", "numbers");
            assertThat(lines.code()).as(lines.err()).isZero();
            assertThat(lines.lines()).hasSize(paged.size() + 1);
            assertThat(lines.lines().getFirst())
                    .contains("NUMBER", "SENDER AND RECEIVER", "FATE", "DOCUMENT", "FILE", "SINCE");
            JsonObject latest = paged.getFirst();
            assertThat(lines.lines().get(1).split(" {2,}"))
                    .containsExactly(
                            String.format(Locale.ROOT, "%09d", latest.getLong("first")),
                            latest.getString("sender") + " to " + latest.getString("receiver"),
                            latest.getString("type") + " done",
                            latest.getString("document"),
                            latest.getString("fileName"),
                            latest.getString("since").replace('T', ' ').replaceFirst("[.][0-9]+Z", " UTC"));
            verified(http, yaml);
            assertThat(command(yaml, "audit", "numbers", "--limit", "3").lines())
                    .isEqualTo(lines.lines().subList(0, 4));
            world.kill();
            Files.writeString(yaml, world.yaml());
            assertThat(command(yaml, "audit", "numbers").out()).isEqualTo(lines.out());
            assertThat(command(yaml, "audit", "verify").out()).startsWith("The history is whole");
        }
    }

    /** By the daemon, as the command's own configuration leads to no database. */
    private static void verified(Http http, Path yaml) {
        assertThat(http.get("/api/v1/audit:verification").statusCode()).isEqualTo(404);
        Printed direct = command(yaml, "audit", "verify", "--direct");
        assertThat(direct.err()).as("the daemon is not asked").contains("cannot be used");
        assertThat(http.get("/api/v1/audit:verification").statusCode()).isEqualTo(404);
        Printed asked = command(yaml, "audit", "verify");
        assertThat(asked.code()).as(asked.err()).isZero();
        JsonObject told = json(http.get("/api/v1/audit:verification"));
        assertThat(told.getBoolean("whole")).isTrue();
        assertThat(asked.out()).contains(told.getLong("entries") + " entries", "Head: " + told.getString("head"));
        Printed json = command(yaml, "audit", "verify", "--without-payloads", "--json");
        assertThat(new JsonObject(json.out()).getMap())
                .containsEntry("whole", true)
                .containsEntry("payloads", null)
                .containsEntry("count", 0);
        Printed otherwise = command(yaml, "audit", "verify", "--head", "1:" + "0".repeat(64));
        assertThat(otherwise.code()).isEqualTo(1);
        assertThat(otherwise.out()).contains("The history is broken");
        assertThat(http.post("/api/v1/audit:verify", "{\"head\": \"x\"}").statusCode())
                .isEqualTo(400);
    }
}
