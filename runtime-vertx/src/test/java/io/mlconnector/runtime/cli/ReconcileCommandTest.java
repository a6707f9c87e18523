package io.mlconnector.runtime.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The command on an embedded database of its own, with a configuration whose secrets are nowhere: what an operator types, and what
 * he is told.
 */
class ReconcileCommandTest {

    @TempDir
    private Path folder;

    /** How a command ended, and what it printed on both streams. */
    private record Answer(int code, String text) {}

    @BeforeEach
    void write_a_configuration() throws IOException {
        String minimal = new String(
                ReconcileCommandTest.class
                        .getResourceAsStream("/config/minimal.yaml")
                        .readAllBytes(),
                StandardCharsets.UTF_8);
        Files.writeString(
                folder.resolve("ml-connector.yaml"),
                "dataDirectory: " + data() + "\n" + minimal.replaceAll("(?m)^dataDirectory:.*$", ""));
    }

    private Path data() {
        return folder.resolve("data");
    }

    private Answer run(String input, String... arguments) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        InputStream in = System.in;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream both = new PrintStream(printed, true, StandardCharsets.UTF_8);
        System.setOut(both);
        System.setErr(both);
        System.setIn(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
        try {
            String[] all = Stream.concat(
                            Stream.of(arguments),
                            Stream.of("-c", folder.resolve("ml-connector.yaml").toString()))
                    .toArray(String[]::new);
            return new Answer(Main.execute(all), printed.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(err);
            System.setIn(in);
        }
    }

    @Test
    void what_needs_no_evidence_works_while_the_remote_systems_are_out_of_reach() {
        Answer held = run("", "reconcile", "--hold");
        assertThat(held.code()).as(held.text()).isZero();
        assertThat(held.text()).contains("Outgoing documents are held from now on");

        Answer early = run("", "reconcile", "--done");
        assertThat(early.code()).isEqualTo(1);
        assertThat(early.text()).contains("Not ended", "contoso", "not read from F&O");

        Answer all = run("", "reconcile", "--all-sent", "--reason", "asked them");
        assertThat(all.code()).as(all.text()).isZero();

        Answer listing = run("", "reconcile");
        assertThat(listing.code())
                .as("looks into folders, for which it needs the credentials")
                .isNotZero();
    }

    @Test
    void a_document_that_is_not_held_for_it_is_named() {
        Answer unknown = run("", "reconcile", "--sent", "01ka7x0r2");
        assertThat(unknown.code()).as(unknown.text()).isEqualTo(1);
        assertThat(unknown.text()).contains("01ka7x0r2 is not held for this");
    }

    @Test
    void where_nothing_was_put_back_there_is_nothing_to_end() {
        Answer over = run("", "reconcile", "--done");
        assertThat(over.code()).as(over.text()).isZero();
    }

    @Test
    void contradictions_are_refused_before_anything_is_opened() {
        assertThat(run("", "reconcile", "--all-sent", "--all-unseen").code()).isEqualTo(2);
        Answer both = run("", "reconcile", "--sent", "A", "--send", "A");
        assertThat(both.code()).isEqualTo(2);
        assertThat(both.text()).contains("Named under --sent and under --send: A");
        assertThat(data()).doesNotExist();
    }
}
