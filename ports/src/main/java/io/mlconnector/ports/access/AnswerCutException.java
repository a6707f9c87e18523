package io.mlconnector.ports.access;

import java.util.OptionalLong;

/**
 * A request was on its way when its connection broke: it may have arrived, whatever broke the connection and whatever came of the
 * answer.
 */
public final class AnswerCutException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean begun;
    private final long received;
    private final long announced;

    private AnswerCutException(String message, Throwable cause, boolean begun, long received, long announced) {
        super(message, cause);
        this.begun = begun;
        this.received = received;
        this.announced = announced;
    }

    /**
     * Nothing of the answer came.
     *
     * @param cause what broke
     */
    public static AnswerCutException before(Throwable cause) {
        return new AnswerCutException(Breakage.inWords(cause), cause, false, 0, -1);
    }

    /**
     * The answer broke off.
     *
     * @param received so many bytes of its body came
     * @param announced so many were to come, by its own head; empty if that does not say
     * @param cause what broke
     */
    public static AnswerCutException within(long received, OptionalLong announced, Throwable cause) {
        return new AnswerCutException(
                "the answer broke off after " + received
                        + (announced.isPresent() ? " of " + announced.getAsLong() : "") + " bytes: "
                        + Breakage.inWords(cause),
                cause,
                true,
                received,
                announced.orElse(-1));
    }

    /** Whether the head of the answer had come. */
    public boolean begun() {
        return begun;
    }

    /** So many bytes of the body came. */
    public long received() {
        return received;
    }

    /** The length of the body by the head of the answer; empty if that does not say. */
    public OptionalLong announced() {
        return announced < 0 ? OptionalLong.empty() : OptionalLong.of(announced);
    }
}
