package io.mlconnector.runtime.lifecycle;

/** The daemon cannot start here as it is configured; the message says why and which key to change. */
public final class StartException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Without a stack trace: nothing is wrong with the program. */
    StartException(String message, Throwable cause) {
        super(message, cause, false, false);
    }
}
