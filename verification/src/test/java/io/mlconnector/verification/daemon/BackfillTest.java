package io.mlconnector.verification.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.words.Condition;
import io.mlconnector.ports.journal.document.Direction;
import io.mlconnector.ports.journal.document.DocumentRecord;
import io.mlconnector.postgres.support.Awaiting;
import io.mlconnector.runtime.cli.Main;
import io.mlconnector.twin.TwinOptions;
import io.mlconnector.verification.support.World;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Orders from before the day from which on they are sent. */
@Timeout(180)
class BackfillTest {

    @TempDir
    private Path folder;

    private JsonObject backfill(World world, String... more) throws IOException {
        Path file = folder.resolve("mlc.yaml");
        Files.writeString(file, world.yaml());
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        PrintStream before = System.out;
        System.setOut(new PrintStream(written, true, StandardCharsets.UTF_8));
        try {
            String[] arguments = new String[8 + more.length];
            List<String> all = List.of(
                    "backfill", "--config", file.toString(), "--from", "2000-01-01", "--to", "2099-12-31", "--json");
            for (int i = 0; i < arguments.length; i++) {
                arguments[i] = i < all.size() ? all.get(i) : more[i - all.size()];
            }
            assertThat(Main.execute(arguments)).isZero();
        } finally {
            System.setOut(before);
        }
        return new JsonObject(written.toString(StandardCharsets.UTF_8));
    }

    private static Map<String, Long> verdicts(JsonObject printed) {
        return printed.getJsonArray("items").stream()
                .map(JsonObject.class::cast)
                .collect(Collectors.groupingBy(item -> item.getString("verdict"), Collectors.counting()));
    }

    private static List<DocumentRecord> orders(World world) {
        return world.documents().stream()
                .filter(document -> document.direction() == Direction.OUTBOUND)
                .toList();
    }

    @Test
    void orders_from_before_the_first_day_are_sent_once_when_somebody_asks_for_their_period() throws IOException {
        try (World world = new World(
                        "backfill",
                        folder,
                        TwinOptions.demo(42),
                        yaml -> yaml.replace("since: 2020-01-01", "since: 2099-01-01"))
                .start()) {
            world.twin().play();
            Awaiting.until("orders are confirmed", Duration.ofSeconds(60), () -> {
                try {
                    return backfill(world, "--forecast").getInteger("count") > 0;
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            assertThat(verdicts(backfill(world, "--forecast")))
                    .containsKey("new")
                    .doesNotContainKey("known");
            assertThat(orders(world))
                    .as("a forecast enters nothing, and no poll finds them")
                    .isEmpty();

            JsonObject entered = backfill(world);
            assertThat(verdicts(entered)).containsKey("new").doesNotContainKey("known");
            assertThat(orders(world)).hasSameSizeAs(entered.getJsonArray("items"));
            // More orders are confirmed while the script is played.
            world.settle(Duration.ofMinutes(2), () -> {
                try {
                    backfill(world);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            assertThat(orders(world)).anyMatch(document -> document.condition() == Condition.DONE);
            int uploads = world.twin().record().uploads().size();

            JsonObject again = backfill(world);
            assertThat(verdicts(again)).containsOnlyKeys("known");
            assertThat(orders(world)).hasSameSizeAs(again.getJsonArray("items"));
            world.settle(Duration.ofSeconds(30));
            assertThat(world.twin().record().uploads()).hasSize(uploads);
        }
    }
}
