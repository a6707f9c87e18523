package io.mlconnector.twin.dynamics.event;

/**
 * A Business Event and its delivery state.
 *
 * @param controlNumber its control number
 * @param eventId its id
 * @param legalEntity company
 * @param orderNumber purchase order
 * @param confirmationNumber confirmation
 * @param state delivery state
 * @param attempts how often it was sent
 * @param lastStatus HTTP status of the last attempt, 0 if there was no response
 */
public record BusinessEvent(
        long controlNumber,
        String eventId,
        String legalEntity,
        String orderNumber,
        String confirmationNumber,
        State state,
        int attempts,
        int lastStatus) {

    /** The delivery state of an event. */
    public enum State {
        /** No endpoint was active when it was raised. */
        NO_ENDPOINT,
        /** Being sent. */
        SENDING,
        /** Answered with a 2xx. */
        DELIVERED,
        /** Lost in delivery. */
        DROPPED,
        /** In the error log: it is not sent again. */
        FAILED
    }

    BusinessEvent after(int status) {
        boolean delivered = status >= 200 && status < 300;
        return new BusinessEvent(
                controlNumber,
                eventId,
                legalEntity,
                orderNumber,
                confirmationNumber,
                delivered ? State.DELIVERED : State.SENDING,
                attempts + 1,
                status);
    }

    BusinessEvent in(State other) {
        return new BusinessEvent(
                controlNumber, eventId, legalEntity, orderNumber, confirmationNumber, other, attempts, lastStatus);
    }
}
