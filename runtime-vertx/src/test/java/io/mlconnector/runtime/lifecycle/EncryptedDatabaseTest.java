package io.mlconnector.runtime.lifecycle;

import static io.mlconnector.postgres.support.Awaiting.await;
import static io.mlconnector.postgres.support.Awaiting.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.postgres.address.DatabaseAddress;
import io.mlconnector.postgres.address.DatabaseException;
import io.mlconnector.postgres.address.Transport;
import io.mlconnector.postgres.address.Transport.Encryption;
import io.mlconnector.postgres.database.Database;
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

    /** Leads to the same server, but its certificate is not for this address. */
    private static final String ANOTHER_HOST = "127.0.0.2";

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
                .setServerConfig("listen_addresses", "127.0.0.1,127.0.0.2")
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

    private static Optional<Path> itsOwn() {
        return Optional.of(folder.resolve("certificate.pem"));
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

    private static Throwable refused(DatabaseAddress address) {
        return failure(Database.open(VERTX, address, () -> {}));
    }

    @ParameterizedTest
    @EnumSource(
            value = Encryption.class,
            names = {"VERIFY_CA", "VERIFY_FULL"})
    void a_server_with_the_right_certificate_is_spoken_to_encrypted(Encryption encryption) {
        assertThat(encrypted(at("127.0.0.1", encryption, itsOwn()))).isTrue();
    }

    @Test
    void require_takes_any_certificate_and_disable_none() {
        assertThat(encrypted(at("127.0.0.1", Encryption.REQUIRE, Optional.empty())))
                .isTrue();
        assertThat(encrypted(at("127.0.0.1", Encryption.DISABLE, Optional.empty())))
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            value = Encryption.class,
            names = {"VERIFY_CA", "VERIFY_FULL"})
    void a_certificate_that_nobody_known_signed_is_refused(Encryption encryption) {
        assertThat(refused(at("127.0.0.1", encryption, Optional.empty()))).isInstanceOf(DatabaseException.class);
    }

    @Test
    void only_verify_full_asks_whether_the_certificate_is_for_this_host() {
        assertThat(encrypted(at(ANOTHER_HOST, Encryption.VERIFY_CA, itsOwn()))).isTrue();
        assertThat(refused(at(ANOTHER_HOST, Encryption.VERIFY_FULL, itsOwn()))).isInstanceOf(DatabaseException.class);
    }

    @ParameterizedTest
    @EnumSource(
            value = Encryption.class,
            names = {"REQUIRE", "VERIFY_CA", "VERIFY_FULL"})
    void a_server_without_encryption_is_refused(Encryption encryption) {
        DatabaseAddress plain = TestPostgres.database("plain");
        assertThat(refused(new DatabaseAddress(
                        plain.host(),
                        plain.port(),
                        plain.name(),
                        plain.user(),
                        "",
                        new Transport(encryption, Optional.empty(), false))))
                .isInstanceOf(DatabaseException.class);
    }
}
