package io.mlconnector.dynamics;

import static io.mlconnector.testing.contract.Stages.done;
import static io.mlconnector.testing.contract.Stages.notNow;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.mlconnector.dynamics.options.ClientCredential;
import io.mlconnector.dynamics.options.SigningCertificate;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The application proves itself with a certificate instead of a secret; the token endpoint verifies the signature. */
class CertificateTokenTest {

    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir
    static Path folder;

    private static Pem ours;
    private static Pem other;
    private static Pem curve;

    private final DynamicsBench bench = new DynamicsBench();

    private record Pem(String certificate, String key) {}

    @BeforeAll
    static void make() throws IOException, GeneralSecurityException, InterruptedException {
        ours = pem("ours", "RSA", "2048");
        other = pem("other", "RSA", "2048");
        curve = pem("curve", "EC", "256");
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    /** Valid from a day before the time of the bench on. */
    private static Pem pem(String name, String algorithm, String size)
            throws IOException, GeneralSecurityException, InterruptedException {
        Path file = folder.resolve(name + ".p12");
        Process made = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "test",
                        "-keyalg",
                        algorithm,
                        "-keysize",
                        size,
                        "-dname",
                        "CN=" + name,
                        "-startdate",
                        "2026/03/01 00:00:00",
                        "-validity",
                        "30",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        new String(PASSWORD)))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(name + ".log").toFile())
                .start();
        if (!made.waitFor(60, TimeUnit.SECONDS) || made.exitValue() != 0) {
            throw new IllegalStateException(Files.readString(folder.resolve(name + ".log")));
        }
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD);
        }
        return new Pem(
                block("CERTIFICATE", store.getCertificate("test").getEncoded()),
                block("PRIVATE KEY", store.getKey("test", PASSWORD).getEncoded()));
    }

    private static String block(String what, byte[] bytes) {
        return "-----BEGIN " + what + "-----\n" + Base64.getMimeEncoder().encodeToString(bytes) + "\n-----END " + what
                + "-----\n";
    }

    private static SigningCertificate read(Pem pem) {
        return SigningCertificate.read(pem.certificate(), pem.key());
    }

    private Dynamics connected(Pem pem, String tokenUrl) {
        return bench.connect(bench.options(URI.create(tokenUrl), new ClientCredential.Certificate(read(pem))));
    }

    @Test
    void a_registered_certificate_stands_for_the_secret_at_either_endpoint() {
        bench.twin.dynamics().register(read(ours).certificate());
        assertThat(done(connected(ours, bench.twin.tokenUrl()).signIn()).value())
                .startsWith("twin.");
        assertThat(done(connected(ours, bench.twin.tokenUrl().replace("/v2.0", ""))
                                .signIn())
                        .value())
                .startsWith("twin.");
    }

    @Test
    void every_request_is_signed_anew() {
        bench.twin.dynamics().register(read(ours).certificate());
        Dynamics dynamics = connected(ours, bench.twin.tokenUrl());
        done(dynamics.signIn());
        bench.clock.advance(Duration.ofSeconds(3_500));
        assertThat(done(dynamics.signIn()).value()).startsWith("twin.");
        assertThat(bench.tokensFetched()).isEqualTo(2);
    }

    @Test
    void a_certificate_that_is_not_registered_is_told_with_the_key_to_change() {
        bench.twin.dynamics().register(read(other).certificate());
        assertThat(notNow(connected(ours, bench.twin.tokenUrl()).signIn()).why().message())
                .contains("AADSTS700027", "dynamics.certificate");
    }

    @Test
    void a_signature_with_another_key_is_refused() {
        bench.twin.dynamics().register(read(ours).certificate());
        SigningCertificate forged =
                new SigningCertificate(read(ours).certificate(), read(other).key());
        Dynamics dynamics = bench.connect(
                bench.options(URI.create(bench.twin.tokenUrl()), new ClientCredential.Certificate(forged)));
        assertThat(notNow(dynamics.signIn()).why().message()).contains("AADSTS700027");
    }

    @Test
    void a_certificate_that_has_expired_is_told() {
        bench.twin.dynamics().register(read(ours).certificate());
        bench.clock.advance(Duration.ofDays(60));
        assertThat(notNow(connected(ours, bench.twin.tokenUrl()).signIn()).why().message())
                .contains("AADSTS700027", "expired");
    }

    @Test
    void the_key_of_another_certificate_is_found_out_before_anything_is_sent() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SigningCertificate.read(ours.certificate(), other.key()))
                .withMessageContaining("not the one of the certificate");
    }

    @Test
    void what_cannot_be_used_is_said_without_the_key() {
        assertThatIllegalArgumentException().isThrownBy(() -> read(curve)).withMessageContaining("RSA");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SigningCertificate.read("none", ours.key()))
                .withMessageContaining("BEGIN CERTIFICATE");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        SigningCertificate.read(ours.certificate(), ours.key().replace("PRIVATE", "RSA PRIVATE")))
                .withMessageContaining("openssl pkcs8 -topk8");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        SigningCertificate.read(ours.certificate(), ours.key().replace("PRIVATE", "ENCRYPTED PRIVATE")))
                .withMessageContaining("encrypted");
        String secret = ours.key().lines().toList().get(1).substring(0, 20);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SigningCertificate.read(
                        ours.certificate(), ours.key().replace("=", "").replaceFirst("M", "A")))
                .satisfies(failure -> assertThat(failure.getMessage()).doesNotContain(secret));
        assertThat(read(ours).toString()).doesNotContain(secret);
    }
}
