package io.mlconnector.runtime.http;

import io.mlconnector.runtime.http.entrance.HttpLimits;
import io.vertx.core.buffer.Buffer;
import java.util.Optional;

/**
 * Where and how the interface listens.
 *
 * @param host name or address
 * @param port 0 for any free one
 * @param tls empty: plain HTTP
 * @param behindProxy whether a proxy stands before it, which names callers in X-Forwarded-For
 * @param limits of what it takes on
 */
public record Listening(String host, int port, Optional<Pem> tls, boolean behindProxy, HttpLimits limits) {

    /**
     * What a TLS listener shows.
     *
     * @param certificate PEM, the server's own first
     * @param key PEM
     */
    public record Pem(Buffer certificate, Buffer key) {

        /** Without the key. */
        @Override
        public String toString() {
            return "Pem[hidden]";
        }
    }
}
