package io.mlconnector.runtime.config;

import io.mlconnector.postgres.address.DatabaseAddress;
import io.mlconnector.postgres.address.Transport;
import io.mlconnector.runtime.config.explain.ExplainedValue;
import io.mlconnector.runtime.config.section.Values;
import io.mlconnector.runtime.http.entrance.HttpLimits;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The configuration file, checked.
 *
 * @param dataDirectory embedded PostgreSQL, key file, node name
 * @param database empty: embedded PostgreSQL below the data directory
 * @param http where the daemon listens
 * @param operatorToken what operators must present; empty: a token is made at the first start
 * @param connections at least one
 * @param values every key that the file could have, with the value that holds
 */
public record Configuration(
        Path dataDirectory,
        Optional<Database> database,
        Http http,
        Optional<Secret> operatorToken,
        List<ConnectionSettings> connections,
        List<ExplainedValue> values) {

    /** Characters; a shorter token could be guessed by somebody who may ask for it from elsewhere. */
    public static final int SHORTEST_TOKEN = 20;

    /** What is said of a shorter one. */
    public static final String TOKEN_TOO_SHORT = "is shorter than " + SHORTEST_TOKEN
            + " characters, and http.host can be reached from other machines: make a longer one, such as the output of"
            + " openssl rand -base64 24, or leave operators.token out, then one is made";

    public Configuration {
        Objects.requireNonNull(dataDirectory, "dataDirectory");
        Objects.requireNonNull(database, "database");
        Objects.requireNonNull(http, "http");
        Objects.requireNonNull(operatorToken, "operatorToken");
        connections = List.copyOf(connections);
        values = List.copyOf(values);
    }

    /**
     * A PostgreSQL of your own.
     *
     * @param url {@code postgresql://user@host:port/name}
     * @param transport what the query of the address says
     * @param password empty if the server wants none
     */
    public record Database(URI url, Transport transport, Optional<Secret> password) {

        /** Where it is, with the value of the password. */
        public DatabaseAddress address(String value) {
            String name = url.getPath().replaceFirst("^/", "");
            return new DatabaseAddress(
                    url.getHost(),
                    url.getPort() < 0 ? 5432 : url.getPort(),
                    name.isEmpty() ? "postgres" : name,
                    url.getUserInfo() == null ? "postgres" : url.getUserInfo(),
                    value,
                    transport);
        }
    }

    /**
     * Where the daemon listens.
     *
     * @param host name or address
     * @param port 0 for any free port
     * @param tls empty: plain HTTP
     * @param behindProxy whether a proxy with TLS stands before it; then a plain listener may be public
     * @param limits of what it takes on
     */
    public record Http(String host, int port, Optional<Tls> tls, boolean behindProxy, HttpLimits limits) {

        /** Whether only this machine can connect. */
        public boolean onThisMachine() {
            return Values.loopback(host);
        }
    }

    /**
     * What a TLS listener shows.
     *
     * @param certificate a PEM file, the server's own certificate first
     * @param key a PEM file or another source of the PEM text
     */
    public record Tls(Path certificate, Secret key) {}
}
