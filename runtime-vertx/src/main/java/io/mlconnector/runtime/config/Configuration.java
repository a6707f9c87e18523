package io.mlconnector.runtime.config;

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
 */
public record Configuration(
        Path dataDirectory,
        Optional<Database> database,
        Http http,
        Optional<Secret> operatorToken,
        List<ConnectionSettings> connections) {

    public Configuration {
        Objects.requireNonNull(dataDirectory, "dataDirectory");
        Objects.requireNonNull(database, "database");
        Objects.requireNonNull(http, "http");
        Objects.requireNonNull(operatorToken, "operatorToken");
        connections = List.copyOf(connections);
    }

    /**
     * A PostgreSQL of your own.
     *
     * @param url {@code postgresql://user@host:port/name}
     * @param password empty if the server wants none
     */
    public record Database(URI url, Optional<Secret> password) {}

    /**
     * Where the daemon listens.
     *
     * @param host name or address
     * @param port 0 for any free port
     */
    public record Http(String host, int port) {}
}
