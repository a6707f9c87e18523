package io.mlconnector.postgres.address;

/** The database cannot be used; the message says why and what to do. */
public final class DatabaseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** With a cause. */
    public DatabaseException(String message, Throwable cause) {
        super(message, cause);
    }

    /** Without a cause. */
    public DatabaseException(String message) {
        super(message);
    }
}
