package io.mlconnector.postgres.database;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How a server is spoken to.
 *
 * @param encryption as libpq's {@code sslmode}
 * @param rootCertificate PEM file of the authority that signed the server's certificate; empty: those that Java trusts
 * @param pooledByTransaction whether a PgBouncer in transaction mode stands between, so that a connection is another
 *     server process after each transaction: nothing may be prepared or set beyond one
 */
public record Transport(Encryption encryption, Optional<Path> rootCertificate, boolean pooledByTransaction) {

    /** Plain, straight to a server. */
    public static final Transport PLAIN = new Transport(Encryption.DISABLE, Optional.empty(), false);

    /** As libpq's {@code sslmode}; what falls back to plain text by itself is not offered. */
    public enum Encryption {
        /** Never. */
        DISABLE("disable"),
        /** Encrypted; whoever answers is trusted. */
        REQUIRE("require"),
        /** Encrypted, by a certificate that an authority signed. */
        VERIFY_CA("verify-ca"),
        /** Encrypted, by a certificate that an authority signed for this host. */
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
