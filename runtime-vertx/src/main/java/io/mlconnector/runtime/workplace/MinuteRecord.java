package io.mlconnector.runtime.workplace;

import io.mlconnector.console.workplace.Minutes;
import io.mlconnector.domain.words.Condition;
import io.mlconnector.engine.loop.Loop;
import io.mlconnector.ports.overview.Overview;
import io.mlconnector.ports.overview.Standing;
import io.mlconnector.runtime.access.GateTraffic;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Writes down each minute what went through the gates and how much is not settled; the last three hours. One event loop only. */
public final class MinuteRecord implements Minutes {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final double SECONDS = 60;

    /** More minutes are forgotten. */
    static final int MOST = 180;

    private final Loop loop;
    private final InstantSource clock;
    private final Overview overview;
    private final Supplier<Map<String, GateTraffic>> traffic;
    private final Deque<Minute> past = new ArrayDeque<>();
    private Map<String, GateTraffic> before;

    /**
     * Begins to write.
     *
     * @param traffic since the start, by remote system
     */
    public MinuteRecord(Loop loop, InstantSource clock, Overview overview, Supplier<Map<String, GateTraffic>> traffic) {
        this.loop = loop;
        this.clock = clock;
        this.overview = overview;
        this.traffic = traffic;
        this.before = traffic.get();
        loop.after(MINUTE, this::minute);
    }

    private void minute() {
        Instant now = clock.instant();
        Map<String, GateTraffic> after = traffic.get();
        Map<String, Requests> requests = between(before, after);
        before = after;
        loop.await(overview.standing(now))
                .map(MinuteRecord::backlog)
                .otherwise(Optional.empty())
                .onComplete(counted -> keep(new Minute(now, requests, counted.result())));
        loop.after(MINUTE, this::minute);
    }

    private void keep(Minute minute) {
        past.addLast(minute);
        if (past.size() > MOST) {
            past.removeFirst();
        }
    }

    private static Optional<Backlog> backlog(Standing standing) {
        return Optional.of(new Backlog(
                standing.in(Condition.MOVING),
                standing.in(Condition.WAITING),
                standing.in(Condition.HELD) + standing.in(Condition.FAILED)));
    }

    private static Map<String, Requests> between(Map<String, GateTraffic> before, Map<String, GateTraffic> after) {
        Map<String, Requests> requests = new TreeMap<>();
        after.forEach((system, now) -> {
            long all = 0;
            long busiest = 0;
            GateTraffic then = before.get(system);
            for (Map.Entry<String, Long> one : now.sent().entrySet()) {
                long sent = one.getValue() - (then == null ? 0 : then.sent().getOrDefault(one.getKey(), 0L));
                all += sent;
                busiest = Math.max(busiest, sent);
            }
            requests.put(system, new Requests(all, busiest));
        });
        return requests;
    }

    @Override
    public List<Minute> past() {
        return List.copyOf(past);
    }

    @Override
    public Map<String, Requests> present() {
        return between(before, traffic.get());
    }

    @Override
    public Map<String, Double> limits() {
        Map<String, Double> limits = new TreeMap<>();
        traffic.get().forEach((system, now) -> {
            if (now.requestsPerSecond() > 0) {
                limits.put(system, now.requestsPerSecond() * SECONDS);
            }
        });
        return limits;
    }
}
