package io.mlconnector.runtime.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.postgres.embedded.EmbeddedDatabase;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands on an embedded database of their own: what an operator types, and what he is told. */
class BackupCommandTest {

    @TempDir
    private Path folder;

    /** How a command ended, and what it printed on both streams. */
    private record Answer(int code, String text) {}

    @BeforeEach
    void write_a_configuration() throws IOException {
        String minimal = new String(
                BackupCommandTest.class
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
    void a_backup_comes_back_and_its_credentials_need_the_key_of_their_time() throws IOException {
        Path backup = folder.resolve("today.backup");
        assertThat(run("s3cret", "credentials", "set", "contoso").code()).isZero();
        Answer written = run("", "backup", backup.toString());
        assertThat(written.code()).as(written.text()).isZero();
        assertThat(written.text()).contains("The master key is not in it");
        Path key = data().resolve("master.key");
        String kept = Files.readString(key);

        delete(data());
        Answer restored = run("", "restore", backup.toString());
        assertThat(restored.code()).as(restored.text()).isZero();

        Answer without = run("", "credentials", "list");
        assertThat(without.code()).isEqualTo(2);
        assertThat(without.text())
                .contains("holds 1 credentials")
                .contains("master.key")
                .contains("Put that file back");
        assertThat(run("", "audit", "verify").code())
                .as("a proof needs no secret, and a restored history is what one wants proven")
                .isZero();
        assertThat(key).doesNotExist();

        Files.createFile(
                key,
                java.nio.file.attribute.PosixFilePermissions.asFileAttribute(
                        java.nio.file.attribute.PosixFilePermissions.fromString("rw-------")));
        Files.writeString(key, kept);
        assertThat(run("", "credentials", "list").text()).contains("contoso");

        Files.delete(key);
        assertThat(run("", "credentials", "remove", "--all").text()).contains("Removed 1 credentials");
        assertThat(run("again", "credentials", "set", "contoso").code()).isZero();
        assertThat(key).exists();
    }

    @Test
    void a_backup_is_taken_beside_a_daemon_and_a_restore_refuses() throws IOException {
        assertThat(run("s3cret", "credentials", "set", "contoso").code()).isZero();
        EmbeddedDatabase daemon = EmbeddedDatabase.start(data());
        try {
            Path backup = folder.resolve("beside.backup");
            Answer written = run("", "backup", backup.toString());
            assertThat(written.code()).as(written.text()).isZero();
            Answer refused = run("", "restore", "--replace", backup.toString());
            assertThat(refused.code()).isEqualTo(1);
            assertThat(refused.text()).contains("Another daemon").contains("Stop it");
            assertThat(daemon.lives()).isTrue();
        } finally {
            daemon.stop();
        }
    }

    @Test
    void one_credential_or_all_of_them_is_named() {
        assertThat(run("", "credentials", "remove").code()).isEqualTo(2);
        assertThat(run("", "credentials", "remove", "x", "--all").code()).isEqualTo(2);
    }

    private static void delete(Path path) throws IOException {
        try (Stream<Path> tree = Files.walk(path)) {
            for (Path one : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(one);
            }
        }
    }
}
