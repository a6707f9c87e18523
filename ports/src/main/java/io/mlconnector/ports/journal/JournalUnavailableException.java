package io.mlconnector.ports.journal;

/**
 * The journal could not be reached, or its answer was lost: what was asked may or may not have happened. Nothing is wrong with
 * what was asked; it is asked again later.
 */
public final class JournalUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * It did not answer.
     *
     * @param message what happened, for an operator
     * @param cause what the journal is made of says
     */
    public JournalUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
