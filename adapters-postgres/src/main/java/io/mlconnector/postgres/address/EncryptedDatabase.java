package io.mlconnector.postgres.address;

import io.mlconnector.postgres.address.Transport.Encryption;
import io.vertx.core.net.ClientSSLOptions;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.core.net.TrustOptions;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.SslMode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Arrays;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/**
 * Does what {@code sslmode} says, for both drivers. The one place of the program where a certificate or a host name may go
 * unverified: only for the database, and only if its address says {@code require} or {@code verify-ca}.
 */
final class EncryptedDatabase {

    private EncryptedDatabase() {}

    /** Those that Java trusts; read when first needed. */
    private static final class JavasOwn {

        static final TrustOptions TRUST = TrustOptions.wrap(manager());

        private static X509TrustManager manager() {
            try {
                TrustManagerFactory factory =
                        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
                factory.init((KeyStore) null);
                return Arrays.stream(factory.getTrustManagers())
                        .filter(X509TrustManager.class::isInstance)
                        .map(X509TrustManager.class::cast)
                        .findFirst()
                        .orElseThrow();
            } catch (GeneralSecurityException e) {
                throw new DatabaseException("Java's own certificates cannot be read: " + e.getMessage(), e);
            }
        }
    }

    /** For the reactive driver. */
    static void apply(Transport transport, PgConnectOptions options) {
        Encryption encryption = transport.encryption();
        if (encryption == Encryption.DISABLE) {
            options.setSslMode(SslMode.DISABLE);
            return;
        }
        ClientSSLOptions ssl = new ClientSSLOptions()
                .setHostnameVerificationAlgorithm(encryption == Encryption.VERIFY_FULL ? "HTTPS" : "");
        if (encryption == Encryption.REQUIRE) {
            ssl.setTrustAll(true);
        } else {
            ssl.setTrustOptions(transport
                    .rootCertificate()
                    .<TrustOptions>map(path -> new PemTrustOptions().addCertPath(path.toString()))
                    .orElseGet(() -> JavasOwn.TRUST));
        }
        options.setSslMode(SslMode.of(encryption.word())).setSslOptions(ssl);
    }

    /** For the JDBC driver: parameters of its URL. */
    static String parameters(Transport transport) {
        String mode = "sslmode=" + transport.encryption().word();
        return switch (transport.encryption()) {
            case DISABLE, REQUIRE -> mode;
            case VERIFY_CA, VERIFY_FULL ->
                mode
                        + transport
                                .rootCertificate()
                                .map(path ->
                                        "&sslrootcert=" + URLEncoder.encode(path.toString(), StandardCharsets.UTF_8))
                                // It would look for a file in the user's home otherwise.
                                .orElse("&sslfactory=org.postgresql.ssl.DefaultJavaSSLFactory");
        };
    }
}
