package io.mlconnector.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.agreement.FolderReference;
import io.mlconnector.engine.intake.knowledge.DeleteRight;
import io.mlconnector.engine.intake.knowledge.FolderKnowledge;
import io.mlconnector.ports.journal.Journal;
import io.mlconnector.postgres.support.TestPostgres;
import io.mlconnector.runtime.cli.Main;
import io.mlconnector.runtime.support.TestCertificate;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Commands beside a running daemon ask it, however it listens. */
@Timeout(120)
class BesideDaemonTest {

    @TempDir
    private Path folder;

    /** What check prints with the configuration of a daemon. */
    private String check(String yaml) throws IOException {
        Path file = folder.resolve("mlc.yaml");
        Files.writeString(file, yaml);
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        PrintStream before = System.out;
        System.setOut(new PrintStream(written, true, StandardCharsets.UTF_8));
        try {
            Main.execute("check", "--config", file.toString());
            return written.toString(StandardCharsets.UTF_8);
        } finally {
            System.setOut(before);
        }
    }

    @Test
    void a_command_asks_a_daemon_that_listens_on_any_free_port_without_knowing_an_operators_token() throws IOException {
        String yaml;
        try (ServedDaemon served = new ServedDaemon("", folder)) {
            yaml = served.yaml();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("data/daemon.json"))))
                    .isEqualTo("rw-------");
            assertThat(check(yaml.replace("operators: {token: " + ServedDaemon.TOKEN + "}\n", "")))
                    .contains("runs; it asks both sides");
        }
        assertThat(folder.resolve("data/daemon.json")).doesNotExist();
        assertThat(check(yaml)).doesNotContain("runs; it asks both sides");
    }

    @Test
    void a_command_asks_a_daemon_that_listens_by_tls()
            throws IOException, GeneralSecurityException, InterruptedException {
        new TestCertificate(folder);
        try (ServedDaemon served = new ServedDaemon("tls: {certificate: certificate.pem, key: key.pem}", folder)) {
            assertThat(check(served.yaml())).contains("runs; it asks both sides");
        }
    }

    @Test
    void a_command_tells_what_the_daemon_has_found_out_about_a_folder() throws IOException {
        try (ServedDaemon served = new ServedDaemon("", folder, TestPostgres.database("beside"), "key: k, body: x12")) {
            FolderReference acme = new FolderReference.ByPath("/download/acme");
            Journal journal = served.daemon().resources().journal();
            journal.moveCursor(FolderKnowledge.consumeCursor("c1", acme), FolderKnowledge.CONSUMED)
                    .toCompletableFuture()
                    .join();
            journal.moveCursor(FolderKnowledge.deleteCursor("c1", acme), DeleteRight.DENIED.text())
                    .toCompletableFuture()
                    .join();
            assertThat(check(served.yaml()))
                    .contains("runs; it asks both sides")
                    .contains("reading a file removes it, as it turned out")
                    .contains("the last removal of a file was refused");
        }
    }

    @Test
    void what_a_killed_daemon_left_is_no_daemon() throws IOException {
        String yaml;
        String left;
        try (ServedDaemon served = new ServedDaemon("", folder)) {
            yaml = served.yaml();
            left = Files.readString(folder.resolve("data/daemon.json"));
        }
        Files.writeString(folder.resolve("data/daemon.json"), left);
        assertThat(check(yaml)).doesNotContain("runs; it asks both sides");
        Files.writeString(folder.resolve("data/daemon.json"), "{\"host\": 7, \"port\": \"none\"");
        assertThat(check(yaml)).doesNotContain("runs; it asks both sides");
    }
}
