package io.mlconnector.console.day;

import io.mlconnector.engine.daily.DailyLedger;
import io.mlconnector.engine.daily.DailyLedgers;
import io.mlconnector.engine.daily.Day;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Ledgers that are being made or were made just now: a busy day takes longer than a browser should wait for an answer, and two who
 * look at one day ask F&O once.
 */
final class LedgersAtWork {

    /** As old as this, one is made anew. */
    private static final Duration FRESH = Duration.ofMinutes(2);

    /** So many are kept. */
    private static final int MOST = 8;

    private record Made(Instant begun, Future<DailyLedger> ledger) {}

    private final DailyLedgers ledgers;
    private final InstantSource clock;
    private final Map<Day, Made> made = new LinkedHashMap<>();

    LedgersAtWork(DailyLedgers ledgers, InstantSource clock) {
        this.ledgers = ledgers;
        this.clock = clock;
    }

    /** When the one that {@link #of} gave was begun. */
    Instant begun(Day day) {
        Made one = made.get(day);
        return one == null ? clock.instant() : one.begun();
    }

    private static boolean fresh(Made known, Instant now) {
        return known.ledger().succeeded() && known.begun().plus(FRESH).isAfter(now);
    }

    /**
     * The ledger of a day; on the event loop of the console only.
     *
     * @param anew whether one that is complete is made again
     */
    Future<DailyLedger> of(Day day, boolean anew) {
        Instant now = clock.instant();
        Made known = made.get(day);
        if (known != null && (!known.ledger().isComplete() || (!anew && fresh(known, now)))) {
            return known.ledger();
        }
        made.remove(day);
        if (made.size() >= MOST) {
            made.remove(made.keySet().iterator().next());
        }
        Made one = new Made(now, ledgers.of(day));
        made.put(day, one);
        return one.ledger();
    }
}
