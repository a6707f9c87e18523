package io.mlconnector.domain.retry;

/**
 * How many requests to one remote system may be under way. Trouble halves it at once, calm raises it slowly (additive increase,
 * multiplicative decrease, as TCP does it): a system that is busy gets room before it has to ask for it, and gets back what it can bear.
 *
 * @param most upper bound, and where it begins; at least 1
 * @param allowed between {@link #LEAST} and {@code most}; fractions are what calm has gathered
 * @param since number of the first request that left after it was last lowered: what left before tells of trouble that is known
 */
public record RequestsAtOnce(int most, double allowed, long since) {

    /** Lower bound: one request goes on telling how the system does. */
    public static final int LEAST = 1;

    private static final double LOWERED = 0.5;

    public RequestsAtOnce {
        if (most < LEAST || !(allowed >= LEAST) || allowed > most) {
            throw new IllegalArgumentException("Not between " + LEAST + " and " + most + ": " + allowed);
        }
    }

    /** As many as may be at most: nothing is known yet. */
    public static RequestsAtOnce upTo(int most) {
        return new RequestsAtOnce(most, most, 0);
    }

    /** The number of requests. */
    public int now() {
        return (int) allowed;
    }

    /** After an answer that is none of trouble: one more for each {@link #now()} of these. */
    public RequestsAtOnce calm() {
        return new RequestsAtOnce(most, Math.min(most, allowed + 1 / allowed), since);
    }

    /**
     * After an answer of trouble, or none: half as many, once for all that were under way together.
     *
     * @param request number of the request, in the order in which they leave
     * @param next number of the one that leaves next
     */
    public RequestsAtOnce trouble(long request, long next) {
        return request < since ? this : new RequestsAtOnce(most, Math.max(LEAST, allowed * LOWERED), next);
    }
}
