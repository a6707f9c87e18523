package io.mlconnector.runtime.http;

import static io.mlconnector.postgres.support.Awaiting.await;
import static io.mlconnector.postgres.support.Awaiting.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mlconnector.runtime.config.ConfigurationReader;
import io.mlconnector.runtime.lifecycle.DaemonResources;
import io.mlconnector.runtime.lifecycle.StartException;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A start that cannot go well says which key to change. */
@Timeout(60)
class StartRefusedTest {

    @TempDir
    Path folder;

    @Test
    void a_port_in_use_is_named_with_its_key() {
        try (ServedDaemon first = new ServedDaemon("", folder.resolve("first"))) {
            assertThatThrownBy(() -> new ServedDaemon("port: " + first.port(), folder.resolve("second")))
                    .hasStackTraceContaining("http.port " + first.port())
                    .hasStackTraceContaining("something listens there already")
                    .hasStackTraceContaining(StartException.class.getName());
        }
    }

    @Test
    void a_certificate_that_is_none_is_named_with_its_key() throws IOException {
        Files.writeString(folder.resolve("c.pem"), "no certificate");
        assertThatThrownBy(() -> new ServedDaemon("tls: {certificate: c.pem, key: c.pem}", folder))
                .hasStackTraceContaining("http.tls.certificate and http.tls.key cannot be used");
    }

    @Test
    void a_data_directory_that_is_a_file_is_named_with_its_key() throws IOException {
        Files.writeString(folder.resolve("file"), "");
        String minimal;
        try (InputStream in = Objects.requireNonNull(getClass().getResourceAsStream("/config/minimal.yaml"))) {
            minimal = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        Vertx vertx = Vertx.vertx();
        Throwable refused = failure(DaemonResources.open(
                vertx,
                ConfigurationReader.parse("dataDirectory: file/data\n" + minimal, "test.yaml", folder),
                InstantSource.system()));
        assertThat(refused)
                .isInstanceOf(StartException.class)
                .hasMessageContaining(folder.resolve("file").resolve("data").toString())
                .hasMessageContaining("dataDirectory");
        await(vertx.close());
    }
}
