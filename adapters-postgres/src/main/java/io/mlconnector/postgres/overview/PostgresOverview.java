package io.mlconnector.postgres.overview;

import io.mlconnector.domain.words.Condition;
import io.mlconnector.ports.overview.Hour;
import io.mlconnector.ports.overview.Overview;
import io.mlconnector.ports.overview.Punctuality;
import io.mlconnector.ports.overview.Standing;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Figures from the journal's tables; each question reads an index of what it is about, never all documents. */
public final class PostgresOverview implements Overview {

    private static final String CONDITIONS = """
            select condition, count(*) as documents, count(*) filter (where snoozed_until > $1) as put_off
            from document where condition in ('moving', 'waiting', 'held', 'unknown', 'failed') group by condition
            """;

    private static final String MONEY = """
            select coalesce(currency, '') as currency, sum(amount)::text as amount from document
            where condition in ('held', 'failed') and amount is not null and coalesce(snoozed_until <= $1, true) group by 1
            """;

    private static final String ANSWERS = """
            select acknowledgement, count(*) as documents from document
            where acknowledgement in ('overdue', 'rejected') and condition <> 'discarded'
              and coalesce(snoozed_until <= $1, true) group by 1
            """;

    private static final String HOURS = """
            with arrived as (
              select date_trunc('hour', arrived_at, 'UTC') as hour, direction, count(*) as documents,
                     percentile_cont(0.5) within group (order by extract(epoch from arrived_at - created_at)) as median,
                     percentile_cont(0.95) within group (order by extract(epoch from arrived_at - created_at)) as slow
              from document where arrived_at >= $1 and arrived_at < $2 and type in ('850', '860', '810') group by 1, 2),
            stopped as (
              select date_trunc('hour', created_at, 'UTC') as hour, direction, count(*) as documents
              from document where created_at >= $1 and created_at < $2 and condition in ('held', 'failed') group by 1, 2)
            select coalesce(a.hour, s.hour) as hour, coalesce(a.direction, s.direction) as direction,
                   coalesce(a.documents, 0) as arrived, coalesce(s.documents, 0) as stopped,
                   a.median::float8 as median, a.slow::float8 as slow
            from arrived a full join stopped s on s.hour = a.hour and s.direction = a.direction order by 1, 2
            """;

    private static final String PUNCTUALITY = """
            with newest as materialized (
              select id, type, direction, condition, acknowledgement, arrived_at
              from document where connection = $1 and partner = $2 and arrived_at >= $3
              order by arrived_at desc limit $4),
            began as (
              select case when count(*) = $4 then min(arrived_at) else $3 end as at, count(*) = $4 as cut from newest),
            looked as (
              select id, type, direction, condition, acknowledgement from newest
              union all
              select d.id, d.type, d.direction, d.condition, d.acknowledgement from began, document d
              where d.connection = $1 and d.partner = $2 and d.condition in ('held', 'failed', 'discarded')
                and d.created_at >= began.at and (d.arrived_at is null or d.arrived_at < $3)),
            judged as (
              select type, direction, condition, acknowledgement,
                     exists (select 1 from journal_entry e where e.owner = d.id and e.event = 'overdue') as late,
                     exists (select 1 from journal_entry e where e.owner = d.id
                               and e.event in ('held', 'failed', 'release', 'released', 'replay', 'replayed')) as stopped
              from looked d)
            select count(*) filter (where direction = 'outbound' and not late
                                      and acknowledgement in ('accepted', 'accepted-with-errors', 'rejected')) as in_time,
                   count(*) filter (where direction = 'outbound' and (late or acknowledgement = 'overdue')) as late,
                   count(*) filter (where type in ('850', '860', '810') and (condition = 'done' or stopped)) as judged,
                   count(*) filter (where type in ('850', '860', '810') and condition = 'done' and not stopped) as at_once,
                   (select cut from began) as cut
            from judged
            """;

    private static final double MILLIS = 1000;

    private final Pool pool;

    /** On a database whose schema is up to date. */
    public PostgresOverview(Pool pool) {
        this.pool = pool;
    }

    @Override
    public CompletionStage<Standing> standing(Instant now) {
        Map<Condition, Long> conditions = new EnumMap<>(Condition.class);
        Map<String, BigDecimal> held = new HashMap<>();
        Map<String, Long> answers = new HashMap<>();
        long[] putOff = {0};
        Future<Void> counted = pool.preparedQuery(CONDITIONS)
                .execute(Tuple.of(at(now)))
                .map(rows -> {
                    for (Row row : rows) {
                        Condition condition = Condition.of(row.getString("condition"));
                        // What moves by itself waits for nobody, so that it is not put off.
                        boolean moves = condition == Condition.MOVING || condition == Condition.WAITING;
                        long left =
                                moves ? row.getLong("documents") : row.getLong("documents") - row.getLong("put_off");
                        if (left > 0) {
                            conditions.put(condition, left);
                        }
                        if (condition == Condition.HELD || condition == Condition.FAILED) {
                            putOff[0] += row.getLong("put_off");
                        }
                    }
                    return null;
                });
        Future<Void> summed = pool.preparedQuery(MONEY)
                .execute(Tuple.of(at(now)))
                .map(rows -> {
                    rows.forEach(row -> held.put(row.getString("currency"), new BigDecimal(row.getString("amount"))));
                    return null;
                });
        Future<Void> answered = pool.preparedQuery(ANSWERS)
                .execute(Tuple.of(at(now)))
                .map(rows -> {
                    rows.forEach(row -> answers.put(row.getString("acknowledgement"), row.getLong("documents")));
                    return null;
                });
        return Future.all(counted, summed, answered)
                .map(ignored -> new Standing(
                        conditions,
                        held,
                        answers.getOrDefault("overdue", 0L),
                        answers.getOrDefault("rejected", 0L),
                        putOff[0]))
                .toCompletionStage();
    }

    @Override
    public CompletionStage<List<Hour>> hours(Instant from, Instant to) {
        return pool.preparedQuery(HOURS)
                .execute(Tuple.of(at(from), at(to)))
                .map(rows -> {
                    List<Hour> hours = new ArrayList<>();
                    for (Row row : rows) {
                        hours.add(new Hour(
                                Objects.requireNonNull(row.getOffsetDateTime("hour"))
                                        .toInstant(),
                                "outbound".equals(row.getString("direction")),
                                row.getLong("arrived"),
                                row.getLong("stopped"),
                                seconds(row.getDouble("median")),
                                seconds(row.getDouble("slow"))));
                    }
                    return List.copyOf(hours);
                })
                .toCompletionStage();
    }

    @Override
    public CompletionStage<Punctuality> punctuality(String connection, String partner, Instant from) {
        return pool.preparedQuery(PUNCTUALITY)
                .execute(Tuple.of(connection, partner, at(from), (long) Punctuality.MOST))
                .map(rows -> {
                    Row row = rows.iterator().next();
                    return new Punctuality(
                            row.getLong("in_time"),
                            row.getLong("late"),
                            row.getLong("judged"),
                            row.getLong("at_once"),
                            row.getBoolean("cut"));
                })
                .toCompletionStage();
    }

    private static Optional<Duration> seconds(@Nullable Double seconds) {
        return Optional.ofNullable(seconds).map(known -> Duration.ofMillis(Math.round(Math.max(0, known) * MILLIS)));
    }

    private static OffsetDateTime at(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
