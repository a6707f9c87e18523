package io.mlconnector.postgres.database;

import io.mlconnector.postgres.database.Transport.Encryption;
import io.vertx.core.net.ClientSSLOptions;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.SslMode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** How the drivers are told where a database is and how to speak to it. */
final class ConnectOptions {

    private ConnectOptions() {}

    /** For the reactive driver. PgBouncer knows the settings of a session only if it is told to ignore them. */
    static PgConnectOptions of(DatabaseAddress address, String application, int statementTimeoutMillis) {
        Transport transport = address.transport();
        PgConnectOptions options = new PgConnectOptions()
                .setHost(address.host())
                .setPort(address.port())
                .setDatabase(address.name())
                .setUser(address.user())
                .setPassword(address.password())
                .setReconnectAttempts(0)
                .addProperty("application_name", application);
        if (transport.pooledByTransaction()) {
            options.setUseLayer7Proxy(true).setCachePreparedStatements(false);
        } else {
            options.addProperty("client_min_messages", "warning")
                    .addProperty("statement_timeout", Integer.toString(statementTimeoutMillis));
        }
        return options.setSslMode(SslMode.of(transport.encryption().word())).setSslOptions(ssl(transport));
    }

    private static ClientSSLOptions ssl(Transport transport) {
        Encryption encryption = transport.encryption();
        ClientSSLOptions ssl = new ClientSSLOptions()
                .setHostnameVerificationAlgorithm(encryption == Encryption.VERIFY_FULL ? "HTTPS" : "");
        if (encryption == Encryption.REQUIRE) {
            ssl.setTrustAll(true);
        }
        transport
                .rootCertificate()
                .ifPresent(path ->
                        ssl.setTrustAll(false).setTrustOptions(new PemTrustOptions().addCertPath(path.toString())));
        return ssl;
    }

    /** For the driver of the migrations. */
    static String jdbcUrl(DatabaseAddress address) {
        Transport transport = address.transport();
        StringBuilder url = new StringBuilder("jdbc:postgresql://" + address.host() + ":" + address.port() + "/"
                + address.name() + "?sslmode=" + transport.encryption().word());
        if (transport.encryption() != Encryption.DISABLE) {
            transport
                    .rootCertificate()
                    .ifPresent(path -> url.append("&sslrootcert=").append(encoded(path.toString())));
            if (transport.rootCertificate().isEmpty() && transport.encryption() != Encryption.REQUIRE) {
                // Without a file this driver looks into the home directory; what Java trusts is meant.
                url.append("&sslfactory=org.postgresql.ssl.DefaultJavaSSLFactory");
            }
        }
        if (transport.pooledByTransaction()) {
            url.append("&prepareThreshold=0");
        }
        return url.toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
