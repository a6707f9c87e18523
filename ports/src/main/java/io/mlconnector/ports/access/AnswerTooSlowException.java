package io.mlconnector.ports.access;

import java.time.Duration;

/** A remote system had not sent all of its answer when its time was over; the connection was cut. */
public final class AnswerTooSlowException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Cut off.
     *
     * @param time how long was waited
     */
    public AnswerTooSlowException(Duration time) {
        super("the answer was not complete after " + time.toSeconds() + " s and was cut off");
    }
}
