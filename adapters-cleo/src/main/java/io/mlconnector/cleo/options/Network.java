package io.mlconnector.cleo.options;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * The way to one Cleo tenant.
 *
 * @param trust a PEM file with the certificates that are trusted in place of those that the JDK trusts; empty: those of the JDK
 * @param proxy an HTTP proxy as {@code http://host:port}; empty: none
 * @param connect for making a connection
 */
public record Network(Optional<Path> trust, Optional<URI> proxy, Duration connect) {

    /** Directly, with the certificates of the JDK, ten seconds for a connection. */
    public static final Network USUAL = new Network(Optional.empty(), Optional.empty(), Duration.ofSeconds(10));

    public Network {
        Objects.requireNonNull(trust, "trust");
        Objects.requireNonNull(proxy, "proxy");
        Objects.requireNonNull(connect, "connect");
    }
}
