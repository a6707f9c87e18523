package io.mlconnector.postgres.address;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * How a server is spoken to.
 *
 * @param encryption as libpq's {@code sslmode}
 * @param rootCertificate PEM file of the authority that signed the server's certificate; empty: those that Java trusts
 * @param pooledByTransaction whether it is a PgBouncer in transaction mode, so that a connection is another server process
 *     after each transaction: nothing may be prepared or set beyond one
 */
public record Transport(Encryption encryption, Optional<Path> rootCertificate, boolean pooledByTransaction) {

    /** Unencrypted, and nothing between, or a pooler that keeps a session together. */
    public static final Transport PLAIN = new Transport(Encryption.DISABLE, Optional.empty(), false);

    public Transport {
        Objects.requireNonNull(encryption, "encryption");
        Objects.requireNonNull(rootCertificate, "rootCertificate");
    }

    /** As libpq's {@code sslmode}; the modes that fall back to plain text by themselves are not offered. */
    public enum Encryption {
        /** Never. */
        DISABLE("disable"),
        /** Encrypted; whoever answers is believed. */
        REQUIRE("require"),
        /** Encrypted, by a certificate that a trusted authority signed for any host. */
        VERIFY_CA("verify-ca"),
        /** Encrypted, by a certificate that a trusted authority signed for this host. */
        VERIFY_FULL("verify-full");

        private final String word;

        Encryption(String word) {
            this.word = word;
        }

        /** The word of {@code sslmode}. */
        public String word() {
            return word;
        }
    }
}
