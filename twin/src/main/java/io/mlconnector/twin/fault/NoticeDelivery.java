package io.mlconnector.twin.fault;

import io.vertx.core.Vertx;
import java.util.Random;

/** Sends notices with the configured delivery faults. */
public final class NoticeDelivery {

    private final Vertx vertx;
    private final NoticeFaults faults;
    private final Random random;

    /**
     * A delivery.
     *
     * @param vertx runs its timers
     * @param faults delivery faults
     * @param seed determines, with their order, which notices are disturbed
     */
    public NoticeDelivery(Vertx vertx, NoticeFaults faults, long seed) {
        this.vertx = vertx;
        this.faults = faults;
        this.random = new Random(seed);
    }

    /**
     * Sends a notice or drops it.
     *
     * @param send sends it once
     * @return false if it is dropped
     */
    public synchronized boolean deliver(Runnable send) {
        if (random.nextDouble() < faults.dropped()) {
            return false;
        }
        int times = random.nextDouble() < faults.doubled() ? 2 : 1;
        for (int i = 0; i < times; i++) {
            long most = Math.max(1, faults.lateBy().toMillis());
            if (random.nextDouble() < faults.late()) {
                vertx.setTimer(1 + random.nextLong(most), fired -> send.run());
            } else {
                send.run();
            }
        }
        return true;
    }
}
