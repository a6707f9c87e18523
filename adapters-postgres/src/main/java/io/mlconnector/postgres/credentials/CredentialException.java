package io.mlconnector.postgres.credentials;

import org.jspecify.annotations.Nullable;

/** A secret cannot be read or stored; the message says why and what to do, and never holds the secret. */
public final class CredentialException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** With a cause, if there is one. */
    public CredentialException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
