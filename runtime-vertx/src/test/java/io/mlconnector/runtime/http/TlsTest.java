package io.mlconnector.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.runtime.support.TestCertificate;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class TlsTest {

    @Test
    void the_interface_answers_by_tls_with_the_configured_certificate(@TempDir Path folder)
            throws GeneralSecurityException, IOException, InterruptedException {
        TestCertificate certificate = new TestCertificate(folder);
        try (ServedDaemon served = new ServedDaemon("tls: {certificate: certificate.pem, key: key.pem}", folder)) {
            HttpClient client =
                    HttpClient.newBuilder().sslContext(certificate.trusting()).build();
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(URI.create("https://localhost:" + served.port() + "/health/live"))
                            .build(),
                    BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_1_1);
        }
    }
}
