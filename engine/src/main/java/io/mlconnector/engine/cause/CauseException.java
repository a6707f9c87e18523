package io.mlconnector.engine.cause;

/** A fix does not fit its cause; the message says why and what does. */
public final class CauseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Without a stack trace: nothing is wrong with the program.
     *
     * @param message a sentence for a person
     */
    public CauseException(String message) {
        super(message, null, false, false);
    }
}
