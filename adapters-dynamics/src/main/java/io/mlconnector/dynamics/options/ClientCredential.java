package io.mlconnector.dynamics.options;

import java.util.Objects;

/** What proves to Entra that the application is who it says. */
public sealed interface ClientCredential {

    /**
     * A client secret.
     *
     * @param value never logged
     */
    record Secret(String value) implements ClientCredential {
        public Secret {
            Objects.requireNonNull(value, "value");
        }

        @Override
        public String toString() {
            return "Secret[hidden]";
        }
    }

    /**
     * A certificate, whose public part is registered for the application in Entra.
     *
     * @param certificate with the RSA key that signs
     */
    record Certificate(SigningCertificate certificate) implements ClientCredential {
        public Certificate {
            Objects.requireNonNull(certificate, "certificate");
        }
    }
}
