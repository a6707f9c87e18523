package io.mlconnector.ports.access;

/** A remote system sent more than is read; the connection was cut. */
public final class AnswerTooLargeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Cut off.
     *
     * @param mostBytes how much is read at most
     */
    public AnswerTooLargeException(long mostBytes) {
        super("the answer is larger than " + mostBytes + " bytes and was cut off");
    }
}
