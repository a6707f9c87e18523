package io.mlconnector.verification.daemon;

import static io.mlconnector.verification.support.Http.json;
import static io.mlconnector.verification.support.Terminal.command;
import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.words.Condition;
import io.mlconnector.ports.journal.document.Direction;
import io.mlconnector.ports.journal.document.DocumentRecord;
import io.mlconnector.postgres.support.Awaiting;
import io.mlconnector.runtime.cli.Main;
import io.mlconnector.runtime.terminal.ExitCode;
import io.mlconnector.twin.TwinOptions;
import io.mlconnector.twin.fault.Fault;
import io.mlconnector.twin.fault.FaultPlan;
import io.mlconnector.verification.demo.DemoConfiguration;
import io.mlconnector.verification.support.Http;
import io.mlconnector.verification.support.Terminal.Printed;
import io.mlconnector.verification.support.World;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
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

    @Test
    void the_daemon_is_asked_and_without_one_the_same_is_printed() throws IOException {
        try (World world = new World(
                        "backfillapi",
                        folder,
                        TwinOptions.demo(42),
                        yaml -> yaml.replace("since: 2020-01-01", "since: 2099-01-01"))
                .start()) {
            world.twin().play();
            Path yaml = Files.writeString(
                    folder.resolve("ml-connector.yaml"),
                    // Whoever opens the database by himself fails.
                    world.yaml().replace("127.0.0.1:" + world.database().port() + "/", "127.0.0.1:1/"));
            String[] forecast = {"backfill", "--from", "2000-01-01", "--to", "2099-12-31", "--forecast"};
            String[] of = {"backfill", "--from", "2000-01-01", "--to", "2099-12-31", "--connection", "demo", "--json"};
            Awaiting.until(
                    "orders are confirmed",
                    Duration.ofSeconds(60),
                    () -> !command(yaml, forecast).out().isEmpty());
            Printed foreseen = command(yaml, forecast);
            assertThat(foreseen.code()).as(foreseen.err()).isZero();
            assertThat(foreseen.lines()).isNotEmpty().allMatch(line -> line.matches("(new|not-for-edi) .*"));
            assertThat(foreseen.err()).endsWith("; nothing was entered.\n");
            assertThat(orders(world)).isEmpty();
            Printed typo =
                    command(yaml, "backfill", "--from", "2000-01-01", "--to", "2099-12-31", "--legal-entity", "usfm");
            assertThat(typo.code()).isEqualTo(ExitCode.WRONG);
            assertThat(typo.err()).contains("did you mean usmf?");
            assertThat(command(yaml, "backfill", "--from", "2000-01-02", "--to", "2000-01-01")
                            .code())
                    .isEqualTo(ExitCode.WRONG);

            refused(world);
            once(world);
            // More orders are confirmed while the script is played.
            world.settle(Duration.ofSeconds(90), () -> command(yaml, of));
            Printed known = command(yaml, of);
            assertThat(verdicts(new JsonObject(known.out()))).containsOnlyKeys("known");
            Printed all = command(yaml, forecast);

            world.twin()
                    .faults()
                    .next(FaultPlan.System.DYNAMICS, "GET", "/data/", new Fault.Answer(400, "Not this time", Map.of()))
                    .times(200);
            Printed unread = command(yaml, forecast);
            assertThat(unread.code()).as(unread.err()).isEqualTo(ExitCode.REMOTE);
            assertThat(unread.err()).startsWith("demo: ").endsWith(" Nothing was entered of this connection.\n");
            world.twin().faults().clear();

            world.kill();
            Files.writeString(yaml, world.yaml());
            assertThat(command(yaml, forecast)).isEqualTo(all);
            assertThat(command(yaml, of)).isEqualTo(known);
        }
    }

    private static void refused(World world) {
        Http http = new Http(world.port());
        Map.of(
                        "{\"from\": \"2026-11-01\"}", "to",
                        "{\"from\": \"2026-11-02\", \"to\": \"2026-11-01\"}", "to",
                        "{\"from\": \"yesterday\", \"to\": \"2026-11-01\"}", "from",
                        "{\"from\": \"2026-11-01\", \"to\": \"2026-11-01\", \"connection\": \"dmo\"}", "connection",
                        "{\"form\": \"2026-11-01\"}", "form")
                .forEach((body, member) -> {
                    HttpResponse<byte[]> answer = http.post("/api/v1/documents:backfill", body);
                    assertThat(answer.statusCode()).as(body).isEqualTo(400);
                    assertThat(json(answer).getString("member")).as(body).isEqualTo(member);
                });
    }

    /** However often a program sends it under one key. */
    private static void once(World world) throws IOException {
        String body = "{\"legalEntity\": \"usmf\", \"from\": \"2000-01-01\", \"to\": \"2099-12-31\"}";
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + world.port() + "/api/v1/documents:backfill"))
                .header("Authorization", "Bearer " + DemoConfiguration.TOKEN)
                .header("Idempotency-Key", "this-period")
                .POST(BodyPublishers.ofString(body))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<byte[]> first = client.send(request, BodyHandlers.ofByteArray());
            assertThat(verdicts(json(first))).containsKey("new").doesNotContainKey("known");
            HttpResponse<byte[]> again = client.send(request, BodyHandlers.ofByteArray());
            assertThat(again.headers().firstValue("Idempotency-Replayed")).contains("true");
            assertThat(json(again)).isEqualTo(json(first));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
