package io.mlconnector.verification.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.words.Condition;
import io.mlconnector.ports.journal.document.DocumentRecord;
import io.mlconnector.twin.TwinOptions;
import io.mlconnector.verification.support.Terminal;
import io.mlconnector.verification.support.Terminal.Printed;
import io.mlconnector.verification.support.World;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person at a terminal asks: beside the daemon, which answers, and the same without one. */
class DocumentsCommandTest {

    @TempDir
    private Path folder;

    @Test
    void records_are_listed_told_and_acted_on() throws IOException {
        try (World world = new World("documentscommand", folder, TwinOptions.demo(42), yaml -> yaml).start()) {
            world.twin().play();
            world.settle(Duration.ofSeconds(60));
            Path yaml = Files.writeString(folder.resolve("ml-connector.yaml"), world.yaml());

            Printed all = command(yaml, "list", "--limit", "500");
            assertThat(all.code()).as(all.err()).isZero();
            assertThat(all.lines().getFirst())
                    .startsWith("ID")
                    .contains("TYPE", "PARTNER", "CONDITION", "STAGE", "ANSWER", "AGE", "AMOUNT");
            assertThat(all.out()).contains(" USD").containsPattern("\\d+ (s|min)\\b");
            assertThat(all.lines())
                    .filteredOn(line -> !line.startsWith("ID") && !line.startsWith("    "))
                    .hasSize(world.documents().size());

            words(yaml);
            DocumentRecord held = world.documents().stream()
                    .filter(document -> document.condition() == Condition.HELD
                            && document.type().equals("810"))
                    .findFirst()
                    .orElseThrow();
            story(yaml, held);
            bytes(yaml, held);
            acts(world, yaml, held);
        }
    }

    private void words(Path yaml) {
        Printed held = command(yaml, "list", "--condition", "hled");
        assertThat(held.code()).isEqualTo(2);
        assertThat(held.err()).contains("--condition").contains("held");
        Printed answered = command(yaml, "list", "--acknowledgement", "none", "--json");
        assertThat(answered.code()).as(answered.err()).isZero();
        assertThat(new JsonObject(answered.out()).getJsonArray("items"))
                .isNotEmpty()
                .allSatisfy(item -> assertThat(((JsonObject) item).getString("acknowledgement"))
                        .isEqualTo("none"));
        assertThat(command(yaml, "list", "--acknowledgement", "acepted").err()).contains("accepted");
        Printed none = command(yaml, "list", "-q", "there-is-no-such-number");
        assertThat(none.code()).isZero();
        assertThat(none.err()).contains("No document matches.");
        assertThat(command(yaml, "list", "--limit", "501").code()).isEqualTo(2);
    }

    private void story(Path yaml, DocumentRecord held) {
        Printed story = command(yaml, "show", held.id().text(), "--story");
        assertThat(story.code()).as(story.err()).isZero();
        assertThat(story.out()).contains("What came", "Where it stopped");
        Printed plain = command(yaml, "show", held.id().text(), "--json");
        assertThat(new JsonObject(plain.out()).getJsonArray("history")).isNotEmpty();
        assertThat(command(yaml, "show", "01m8gx96ra000khekn6").err()).contains("There is no document or file");
    }

    private void bytes(Path yaml, DocumentRecord held) throws IOException {
        Path out = folder.resolve("invoice.edi");
        Printed written = command(yaml, "payload", held.id().text(), "--out", out.toString());
        assertThat(written.code()).as(written.err()).isZero();
        assertThat(Files.readString(out, StandardCharsets.ISO_8859_1)).startsWith("ISA");
        assertThat(command(yaml, "payload", held.id().text(), "--out", out.toString())
                        .code())
                .as("nothing is overwritten")
                .isEqualTo(1);
    }

    private void acts(World world, Path yaml, DocumentRecord held) {
        String id = held.id().text();
        Printed forecast = command(yaml, "discard", id, "--forecast");
        assertThat(forecast.code()).as(forecast.err()).isZero();
        assertThat(forecast.out()).contains(id).contains("discarded");
        assertThat(command(yaml, "comment", id, "--text", "Ana calls the vendor.")
                        .code())
                .isZero();
        Printed discarded = command(yaml, "discard", id, "--reason", "The vendor sends another one.");
        assertThat(discarded.code()).as(discarded.err()).isZero();
        assertThat(discarded.out()).contains("discarded");
        assertThat(command(yaml, "discard", id).code()).as("twice").isEqualTo(1);
        assertThat(world.history(held))
                .filteredOn(entry -> entry.entry().message().contains("Ana calls the vendor.")
                        || entry.entry().message().contains("The vendor sends another one."))
                .hasSizeGreaterThanOrEqualTo(2)
                .allSatisfy(entry -> assertThat(entry.entry().actor()).isEqualTo(System.getProperty("user.name")));
        Printed restored = command(yaml, "restore", id);
        assertThat(restored.code()).as(restored.err()).isZero();
    }

    private static Printed command(Path yaml, String... words) {
        return Terminal.command(
                yaml, Stream.concat(Stream.of("documents"), Stream.of(words)).toArray(String[]::new));
    }
}
