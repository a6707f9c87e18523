package io.mlconnector.postgres.monitoring;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;

/** Figures for a monitoring system. Documents are counted only from time to time, however often it asks. */
public final class JournalMonitor {

    /** How old a count may be: counting reads an entry for each document. */
    public static final Duration AGE = Duration.ofSeconds(30);

    private final Pool pool;
    private final InstantSource clock;
    private Instant countedAt = Instant.MIN;
    private Future<Map<Label, Long>> counts = Future.succeededFuture(Map.of());

    /** On a database whose schema is up to date. */
    public JournalMonitor(Pool pool, InstantSource clock) {
        this.pool = pool;
        this.clock = clock;
    }

    /**
     * What a count is of.
     *
     * @param direction {@code outbound} or {@code inbound}
     * @param condition word of a condition
     */
    public record Label(String direction, String condition) implements Comparable<Label> {
        @Override
        public int compareTo(Label other) {
            int first = direction.compareTo(other.direction);
            return first != 0 ? first : condition.compareTo(other.condition);
        }
    }

    /** Whether the database answers; fails if it does not. */
    public Future<Void> answers() {
        return pool.query("select 1").execute().mapEmpty();
    }

    /** Documents by direction and condition, at most {@link #AGE} old; callers who ask meanwhile share one count. */
    public synchronized Future<Map<Label, Long>> documents() {
        Instant now = clock.instant();
        boolean fresh = !now.isBefore(countedAt) && now.isBefore(countedAt.plus(AGE));
        if (!fresh || counts.failed()) {
            countedAt = now;
            counts = count();
        }
        return counts;
    }

    private Future<Map<Label, Long>> count() {
        return pool.query("select direction, condition, count(*) as documents from document group by 1, 2")
                .execute()
                .map(rows -> {
                    Map<Label, Long> counted = new TreeMap<>();
                    for (Row row : rows) {
                        counted.put(
                                new Label(row.getString("direction"), row.getString("condition")),
                                row.getLong("documents"));
                    }
                    return counted;
                });
    }
}
