package io.mlconnector.runtime.http.entrance;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Remembers wrong tokens and keys by remote address and says when an address is not listened to any more. Of many addresses
 * only the latest are remembered. Used on one event loop only.
 */
final class FailedSignIns {

    /** For so long failures count together. */
    static final Duration WINDOW = Duration.ofMinutes(1);

    /** So many addresses are remembered; about 1 MiB. */
    static final int ADDRESSES = 10_000;

    private static final Logger LOG = Logger.getLogger(FailedSignIns.class.getName());

    private final InstantSource clock;
    private final int most;
    private final Map<String, Failures> failures = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > ADDRESSES;
        }
    };

    FailedSignIns(InstantSource clock, int most) {
        this.clock = clock;
        this.most = most;
    }

    private record Failures(Instant first, int count) {}

    /** How long this address must wait; empty if it is listened to. */
    Optional<Duration> wait(String address) {
        Failures known = failures.get(address);
        if (known == null || known.count() < most) {
            return Optional.empty();
        }
        Duration left = Duration.between(clock.instant(), known.first().plus(WINDOW));
        if (left.isNegative() || left.isZero() || left.compareTo(WINDOW) > 0) {
            failures.remove(address);
            return Optional.empty();
        }
        return Optional.of(left);
    }

    /** A wrong token or key came from this address; logged until the address is not listened to any more. */
    void failed(String address, String what) {
        Instant now = clock.instant();
        Failures before = failures.get(address);
        Failures after = before == null
                        || now.isBefore(before.first())
                        || !now.isBefore(before.first().plus(WINDOW))
                ? new Failures(now, 1)
                : new Failures(before.first(), before.count() + 1);
        failures.put(address, after);
        LOG.log(Level.WARNING, "A wrong token or key came from {0} for {1}", new Object[] {address, what});
        if (after.count() == most) {
            LOG.log(
                    Level.WARNING,
                    "{0} wrong tokens or keys came from {1}; it is not listened to until {2}",
                    new Object[] {most, address, after.first().plus(WINDOW)});
        }
    }

    /** How many addresses are remembered. */
    int addresses() {
        return failures.size();
    }
}
