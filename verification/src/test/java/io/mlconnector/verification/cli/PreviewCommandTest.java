package io.mlconnector.verification.cli;

import static io.mlconnector.postgres.support.Awaiting.await;
import static io.mlconnector.verification.support.Http.json;
import static io.mlconnector.verification.support.Terminal.command;
import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.invoicing.InvoiceState;
import io.mlconnector.domain.sending.SendingState;
import io.mlconnector.ports.journal.document.DocumentRecord;
import io.mlconnector.ports.journal.file.FileRecord;
import io.mlconnector.runtime.terminal.ExitCode;
import io.mlconnector.twin.TwinOptions;
import io.mlconnector.verification.support.Http;
import io.mlconnector.verification.support.Terminal.Printed;
import io.mlconnector.verification.support.World;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What would be sent or written, from a terminal and over the interface. */
@Timeout(120)
class PreviewCommandTest {

    @TempDir
    private Path folder;

    private static DocumentRecord delivered(World world) {
        return world.documents().stream()
                .filter(document -> document.type().equals("850") && document.state() instanceof SendingState.Delivered)
                .findFirst()
                .orElseThrow();
    }

    /** With invoices of which F&O has one already. */
    private static FileRecord received(World world) {
        DocumentRecord posted = world.documents().stream()
                .filter(document -> document.type().equals("810") && document.state() instanceof InvoiceState.Posted)
                .findFirst()
                .orElseThrow();
        return world.files().stream()
                .filter(file -> posted.file().filter(file.id()::equals).isPresent())
                .findFirst()
                .orElseThrow();
    }

    private static <T> T of(Map<String, T> all, String name) {
        return Objects.requireNonNull(all.get(name), name);
    }

    /** Without the minute in ISA and GS, and the moment in the file's name. */
    private static Printed undated(Printed printed) {
        return new Printed(
                printed.code(),
                printed.out().replaceAll("\\*(20)?\\d{6}\\*\\d{4}\\*", "*DAY*TIME*"),
                printed.err().replaceAll("_\\d{8}T\\d{9}Z_", "_AT_"));
    }

    @Test
    void the_daemon_is_asked_and_without_one_the_same_is_printed() throws IOException {
        try (World world = new World("previewcommand", folder, TwinOptions.demo(42), yaml -> yaml).start()) {
            world.twin().play();
            world.settle(Duration.ofSeconds(60));
            Path yaml = Files.writeString(
                    folder.resolve("ml-connector.yaml"),
                    // Whoever opens the database by himself fails.
                    world.yaml().replace("127.0.0.1:" + world.database().port() + "/", "127.0.0.1:1/"));
            // Read by the daemon as it is.
            Files.setLastModifiedTime(yaml, FileTime.from(Instant.EPOCH));
            Http http = new Http(world.port());
            DocumentRecord order = delivered(world);
            FileRecord file = received(world);
            byte[] bytes = await(world.resources()
                            .engine()
                            .onContext(world.resources().journal().payload(file.content())))
                    .orElseThrow()
                    .bytes();
            Path posted = Files.write(folder.resolve("posted.edi"), bytes);
            String text = new String(bytes, StandardCharsets.ISO_8859_1);
            Path fresh = Files.writeString(folder.resolve("fresh.edi"), text.replaceAll("(BIG.\\d{8}.)", "$1NEW"));
            Path damaged = Files.writeString(folder.resolve("damaged.edi"), "ISA*00*");
            Path empty = Files.writeString(folder.resolve("empty.edi"), "");
            Map<String, String[]> commands = new TreeMap<>(Map.of(
                    "order",
                            new String[] {
                                "preview",
                                "order",
                                order.keys().legalEntity(),
                                order.keys().orderNumber()
                            },
                    "no order", new String[] {"preview", "order", order.keys().legalEntity(), "PO-NONE"},
                    "posted", new String[] {"preview", "invoice", posted.toString()},
                    "fresh", new String[] {"preview", "invoice", fresh.toString(), "--connection", "demo"},
                    "damaged", new String[] {"preview", "invoice", damaged.toString()},
                    "empty", new String[] {"preview", "invoice", empty.toString()},
                    "no connection", new String[] {"preview", "invoice", posted.toString(), "--connection", "dmo"}));
            Map<String, Printed> beside = new TreeMap<>();
            int documents = world.documents().size();
            commands.forEach((name, words) -> beside.put(name, undated(command(yaml, words))));

            assertThat(of(beside, "order").code()).isZero();
            assertThat(of(beside, "order").out()).startsWith("ISA*").contains("\nPO1*");
            assertThat(of(beside, "order").err()).contains("Would become ");
            assertThat(of(beside, "no order").code()).isEqualTo(ExitCode.FAILED);
            assertThat(of(beside, "no order").err())
                    .startsWith("Not possible: F&O has no confirmation of order PO-NONE");
            assertThat(of(beside, "posted").code()).isEqualTo(ExitCode.FAILED);
            assertThat(of(beside, "posted").out()).contains("  Invoice ").contains("  Would be a duplicate: ");
            assertThat(of(beside, "fresh").out()).contains("  Would be held: ");
            assertThat(of(beside, "damaged").code()).isEqualTo(ExitCode.FAILED);
            assertThat(of(beside, "damaged").out()).startsWith("FATAL ");
            assertThat(of(beside, "empty").code()).isEqualTo(ExitCode.FAILED);
            assertThat(of(beside, "no connection").code()).isEqualTo(ExitCode.WRONG);
            assertThat(of(beside, "no connection").err()).contains("did you mean demo?");
            assertThat(world.documents()).as("nothing is stored").hasSize(documents);

            HttpResponse<byte[]> wrong = http.post("/api/v1/previews/orders", "{\"legalEntity\": \"usmf\"}");
            assertThat(wrong.statusCode()).isEqualTo(400);
            assertThat(json(wrong).getString("member")).isEqualTo("orderNumber");
            assertThat(json(http.post("/api/v1/previews/invoices?conection=demo", text))
                            .getString("detail"))
                    .contains("did you mean connection?");
            JsonObject set = json(http.post("/api/v1/previews/invoices", text))
                    .getJsonArray("sets")
                    .getJsonObject(0);
            assertThat(set.getJsonObject("outcome").getString("verdict")).isEqualTo("duplicate");

            Files.setLastModifiedTime(yaml, FileTime.from(Instant.now()));
            assertThat(command(yaml, of(commands, "order")).code())
                    .as("whoever changes the configuration sees what it does, without a restart")
                    .isNotZero();
            assertThat(command(yaml, "documents", "list").code()).isZero();

            world.kill();
            Files.writeString(yaml, world.yaml());
            commands.forEach((name, words) ->
                    assertThat(undated(command(yaml, words))).as(name).isEqualTo(beside.get(name)));

            Files.writeString(
                    yaml, world.yaml().replaceAll("environmentUrl: [^,}\\s]+", "environmentUrl: http://127.0.0.1:1"));
            Printed away = command(yaml, of(commands, "order"));
            assertThat(away.code()).as("F&O does not answer: " + away.err()).isEqualTo(ExitCode.REMOTE);
            assertThat(away.err()).contains("Not possible: ");
            assertThat(command(yaml, of(commands, "fresh")).code()).isEqualTo(ExitCode.REMOTE);
        }
    }
}
