package io.mlconnector.postgres.journal;

import io.mlconnector.ports.journal.Claim;
import io.mlconnector.postgres.journal.table.Columns;
import io.mlconnector.postgres.journal.table.Precedence;
import io.mlconnector.postgres.journal.table.Rows;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Takes documents that are due, within a transaction of the caller's. */
final class Claiming {

    private final Rows rows;

    Claiming(Rows rows) {
        this.rows = rows;
    }

    /** Keeps the claims that are still held. */
    static Future<Void> renew(SqlClient client, List<Claim> claims, Instant until) {
        String[] ids = claims.stream().map(claim -> claim.id().text()).toArray(String[]::new);
        Long[] epochs = claims.stream().map(Claim::epoch).toArray(Long[]::new);
        return client.preparedQuery("""
                        with mine as (
                          select d.id from document d
                          join unnest($1::text[], $2::bigint[]) as c (id, epoch) on c.id = d.id and c.epoch = d.epoch
                          where d.claimed_by is not null order by d.id for update of d)
                        update document d set claimed_until = $3 from mine where d.id = mine.id
                        """)
                .execute(Tuple.of(ids, epochs, Rows.at(until)))
                .mapEmpty();
    }

    /** Counts what belongs to none of these connections and is not settled. */
    static Future<Map<String, Integer>> unclaimed(SqlClient client, Set<String> connections) {
        return client.preparedQuery("""
                        select connection, count(*)::int as documents from document
                        where condition in ('moving', 'waiting', 'unknown') and connection <> all($1)
                        group by connection
                        """)
                .execute(Tuple.of(connections.toArray(String[]::new)))
                .map(rows -> {
                    Map<String, Integer> counted = new TreeMap<>();
                    rows.forEach(row -> counted.put(row.getString("connection"), row.getInteger("documents")));
                    return counted;
                });
    }

    /**
     * Each connection and direction is asked by itself, so that the index gives its oldest documents and no more are read. The
     * directions take turns: a file of thousands of invoices does not keep a confirmed order from going out.
     */
    Future<List<Claim>> claim(
            SqlConnection connection, String node, Map<String, Integer> free, Duration lease, Instant now) {
        List<Map.Entry<String, Integer>> lanes = List.copyOf(free.entrySet());
        for (Map.Entry<String, Integer> lane : lanes) {
            if (lane.getValue() < 0) {
                return Future.failedFuture(new IllegalArgumentException(
                        "Connection " + lane.getKey() + " cannot have " + lane.getValue() + " places"));
            }
        }
        return TransactionLock.CLAIMING
                .acquire(connection)
                .compose(ignored -> connection
                        .preparedQuery("""
                                with candidate as (
                                  select lane.connection, lane.free, taken.* from unnest($3::text[], $5::int[])
                                    as lane (connection, free)
                                  cross join (values ('inbound'), ('outbound')) as way (direction)
                                  cross join lateral (
                                  select d.id, d.direction, coalesce(d.claimed_until, d.due_at) as since from document d
                                  where d.connection = lane.connection and d.direction = way.direction
                                    and d.condition in ('moving', 'waiting', 'unknown', 'done')
                                    and coalesce(d.claimed_until, d.due_at) <= $2
                                    and not\s""" + Precedence.AN_EARLIER_ONE_IS_UNSETTLED + """
                                    and (d.sequence_key is null or not exists (
                                      select 1 from document e where e.sequence_key = d.sequence_key and e.id <> d.id
                                        and e.claimed_until > $2))
                                  order by coalesce(d.claimed_until, d.due_at), d.id
                                  limit lane.free for update of d skip locked) taken),
                                turned as (
                                  select *, row_number() over (partition by connection, direction order by since, id) as turn
                                  from candidate),
                                placed as (
                                  select *, row_number() over (partition by connection order by turn, since, id) as place
                                  from turned),
                                due as (select id from placed where place <= free)
                                update document d set claimed_by = $1, claimed_until = $4, epoch = d.epoch + 1,
                                  attempts = d.attempts + 1, due_at = null,
                                  condition = case when d.condition = 'waiting' then 'moving' else d.condition end
                                from due where d.id = due.id
                                returning
                                """ + " " + Columns.DOCUMENT)
                        .execute(Tuple.of(
                                node,
                                Rows.at(now),
                                lanes.stream().map(Map.Entry::getKey).toArray(String[]::new),
                                Rows.at(now.plus(lease)),
                                lanes.stream().map(Map.Entry::getValue).toArray(Integer[]::new))))
                .map(rows -> {
                    List<Claim> claims = new ArrayList<>();
                    rows.forEach(row -> claims.add(this.rows.claim(row)));
                    claims.sort(Comparator.comparing(Claim::id));
                    return claims;
                });
    }
}
