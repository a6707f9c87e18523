package io.mlconnector.twin.fault;

import java.time.Duration;

/**
 * What becomes of notices, that is of Business Events and of a Studio flow's calls, on their way. Late ones come in
 * another order than they were sent.
 *
 * @param dropped share that never arrives, from 0 to 1
 * @param doubled share that arrives twice, from 0 to 1
 * @param late share that arrives late, from 0 to 1
 * @param lateBy how late at most
 */
public record NoticeFaults(double dropped, double doubled, double late, Duration lateBy) {

    /**
     * Every notice arrives once and at once.
     *
     * @return no faults
     */
    public static NoticeFaults none() {
        return new NoticeFaults(0, 0, 0, Duration.ZERO);
    }
}
