package io.mlconnector.twin.fault;

import java.time.Duration;

/**
 * Delivery faults of notices, that is of Business Events and of a Studio flow's calls. Delayed notices arrive in
 * a different order than they were sent.
 *
 * @param dropped share that never arrives, from 0 to 1
 * @param doubled share that arrives twice, from 0 to 1
 * @param late share that is delayed, from 0 to 1
 * @param lateBy maximum delay
 */
public record NoticeFaults(double dropped, double doubled, double late, Duration lateBy) {

    /**
     * Every notice arrives exactly once and without delay.
     *
     * @return no faults
     */
    public static NoticeFaults none() {
        return new NoticeFaults(0, 0, 0, Duration.ZERO);
    }
}
