package io.mlconnector.runtime.cli.documents;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.postgres.support.FilledJournal;
import io.mlconnector.runtime.cli.Main;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayCommandTest {

    @TempDir
    private Path folder;

    private final FilledJournal ledger = FilledJournal.empty("replaycommand");

    /** What a command printed, and how it ended. */
    private record Answer(int code, String text) {}

    @BeforeEach
    void write_a_configuration() throws IOException {
        String minimal = new String(
                ReplayCommandTest.class
                        .getResourceAsStream("/config/minimal.yaml")
                        .readAllBytes(),
                StandardCharsets.UTF_8);
        Files.writeString(
                folder.resolve("ml-connector.yaml"),
                minimal + "\ndatabase: {url: \"postgresql://postgres@127.0.0.1:"
                        + ledger.address().port() + "/" + ledger.address().name() + "\"}\n");
        ledger.receive("file-1", "in-1", "in-2");
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    private Answer replay(String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "documents", "replay", "-c", folder.resolve("ml-connector.yaml").toString()));
        arguments.addAll(List.of(more));
        PrintStream before = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            return new Answer(Main.execute(arguments.toArray(String[]::new)), printed.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(before);
        }
    }

    @Test
    void what_moves_is_refused_with_its_reason_and_the_command_fails() {
        Answer answer = replay("in-1", "nobody", "--reason", "to see");

        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.text())
                .contains("in-1  refused: It is being worked on", "nobody  refused: There is no document nobody")
                .contains("2 documents: 2 refused");
    }

    @Test
    void a_filter_acts_on_all_that_match_oldest_first() {
        JsonObject answer =
                new JsonObject(replay("--direction", "inbound", "--json").text());

        assertThat(answer.getInteger("count")).isEqualTo(2);
        assertThat(answer.getJsonArray("items").stream().map(item -> ((JsonObject) item).getString("id")))
                .containsExactly("in-1", "in-2");
        assertThat(replay("--condition", "held", "--json").code()).isZero();
    }

    @Test
    void neither_both_nor_none_of_documents_and_filter_are_taken() {
        assertThat(replay().code()).isEqualTo(2);
        assertThat(replay("in-1", "--condition", "held").code()).isEqualTo(2);
        assertThat(replay("in-1", "--from", "lunch").code()).isEqualTo(2);
        assertThat(replay("--all").text()).contains("2 documents");
    }
}
