package io.mlconnector.runtime.local;

/** A daemon that was there did not answer; the message says what is known and what to do. */
public final class DaemonGoneException extends RuntimeException {

    private static final long serialVersionUID = 1;

    DaemonGoneException(String message, Throwable cause) {
        super(message, cause);
    }
}
