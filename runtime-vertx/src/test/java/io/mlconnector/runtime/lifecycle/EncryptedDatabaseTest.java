package io.mlconnector.runtime.lifecycle;

import static io.mlconnector.postgres.support.Awaiting.await;
import static io.mlconnector.postgres.support.Awaiting.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.postgres.database.Database;
import io.mlconnector.postgres.database.DatabaseAddress;
import io.mlconnector.postgres.database.DatabaseException;
import io.mlconnector.postgres.database.Transport;
import io.mlconnector.postgres.database.Transport.Encryption;
import io.mlconnector.postgres.support.TestPostgres;
import io.mlconnector.runtime.support.TestCertificate;
import io.vertx.core.Vertx;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What {@code sslmode} says is done, against a real server with a certificate of its own; schema and all. */
class EncryptedDatabaseTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // before all tests
    private static Path folder;

    @SuppressWarnings("NullAway.Init") // before all tests
    private static EmbeddedPostgres server;

    private static final Vertx VERTX = Vertx.vertx();

    @BeforeAll
    static void start() throws Exception {
        new TestCertificate(folder);
        server = EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(Path.of("target", "test-postgres").toFile())
                .setPGStartupWait(Duration.ofSeconds(30))
                .setServerConfig("fsync", "off")
                .setServerConfig("ssl", "on")
                .setServerConfig(
                        "ssl_cert_file", folder.resolve("certificate.pem").toString())
                .setServerConfig("ssl_key_file", folder.resolve("key.pem").toString())
                .start();
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
        await(VERTX.close());
    }

    private static DatabaseAddress at(String host, Encryption encryption, Optional<Path> root) {
        return new DatabaseAddress(
                host, server.getPort(), "postgres", "postgres", "", new Transport(encryption, root, false));
    }

    private static boolean encrypted(DatabaseAddress address) {
        Database database = await(Database.open(VERTX, address, () -> {}));
        boolean encrypted = await(database.pool()
                .query("select ssl from pg_stat_ssl where pid = pg_backend_pid()")
                .execute()
                .map(rows -> rows.iterator().next().getBoolean("ssl")));
        await(database.close(VERTX));
        return encrypted;
    }

    @ParameterizedTest
    @EnumSource(
            value = Encryption.class,
            names = {"REQUIRE", "VERIFY_CA", "VERIFY_FULL"})
    void a_server_with_the_right_certificate_is_spoken_to_encrypted(Encryption encryption) {
        assertThat(encrypted(at("localhost", encryption, Optional.of(folder.resolve("certificate.pem")))))
                .isTrue();
    }

    @Test
    void require_takes_any_certificate_and_disable_none() {
        assertThat(encrypted(at("localhost", Encryption.REQUIRE, Optional.empty())))
                .isTrue();
        assertThat(encrypted(at("localhost", Encryption.DISABLE, Optional.empty())))
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            value = Encryption.class,
            names = {"VERIFY_CA", "VERIFY_FULL"})
    void a_certificate_that_nobody_known_signed_is_refused(Encryption encryption) {
        assertThat(failure(Database.open(VERTX, at("localhost", encryption, Optional.empty()), () -> {})))
                .isInstanceOf(DatabaseException.class);
    }

    @ParameterizedTest
    @EnumSource(
            value = Encryption.class,
            names = {"REQUIRE", "VERIFY_CA", "VERIFY_FULL"})
    void a_server_without_encryption_is_refused(Encryption encryption) {
        DatabaseAddress plain = TestPostgres.database("plain");
        assertThat(failure(Database.open(
                        VERTX,
                        new DatabaseAddress(
                                plain.host(),
                                plain.port(),
                                plain.name(),
                                plain.user(),
                                "",
                                new Transport(encryption, Optional.empty(), false)),
                        () -> {})))
                .isInstanceOf(DatabaseException.class);
    }
}
