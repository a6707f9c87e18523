package io.mlconnector.console.page;

/** What a person filled in cannot be used; the message says why, and what to do. */
public final class UnusableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** With a sentence for the person. */
    public UnusableException(String message) {
        super(message);
    }
}
