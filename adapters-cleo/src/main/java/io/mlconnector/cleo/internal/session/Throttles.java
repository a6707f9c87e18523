package io.mlconnector.cleo.internal.session;

import io.mlconnector.domain.retry.ThrottlePause;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;

/**
 * How long to stay away when Cleo throttles and names no time (reference cleo, section 5): first {@link ThrottlePause#CLEO}, twice
 * as long each time in a row, up to a minute, and up to half as long again by chance, so that several programs do not come back
 * together. Requests that were under way together count once. Thread-safe.
 */
final class Throttles {

    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final int MOST_DOUBLINGS = 6;

    private record Away(int times, Instant until) {}

    private final Map<String, Away> away = new ConcurrentHashMap<>();
    private final RandomGenerator chance;

    /** Nobody stays away yet. */
    Throttles(RandomGenerator chance) {
        this.chance = chance;
    }

    /** How long requests with this rate key stay away after one more throttled answer. */
    Duration pause(String rateKey, Instant now) {
        Away next = away.compute(rateKey, (key, before) -> {
            if (before != null && now.isBefore(before.until())) {
                return before;
            }
            int times = before == null ? 0 : before.times() + 1;
            Duration pause = ThrottlePause.CLEO.pause().multipliedBy(1L << Math.min(times, MOST_DOUBLINGS));
            Duration bounded = pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
            return new Away(times, now.plus(bounded).plusMillis(chance.nextLong(bounded.toMillis() / 2 + 1)));
        });
        return Duration.between(now, next.until());
    }

    /** A request with this rate key was not throttled. */
    void passed(String rateKey) {
        away.remove(rateKey);
    }
}
