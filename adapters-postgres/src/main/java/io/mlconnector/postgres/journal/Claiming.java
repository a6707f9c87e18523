package io.mlconnector.postgres.journal;

import io.mlconnector.ports.journal.Claim;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

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

    Future<List<Claim>> claim(SqlConnection connection, String node, int most, Duration lease, Instant now) {
        return TransactionLock.CLAIMING
                .acquire(connection)
                .compose(ignored -> connection
                        .preparedQuery("""
                                with due as (
                                  select d.id from document d
                                  where d.condition in ('moving', 'waiting', 'unknown')
                                    and coalesce(d.claimed_until, d.due_at) <= $2
                                    and not\s""" + Precedence.AN_EARLIER_ONE_IS_UNSETTLED + """
                                    and (d.sequence_key is null or not exists (
                                      select 1 from document e where e.sequence_key = d.sequence_key and e.id <> d.id
                                        and e.claimed_until > $2))
                                  order by coalesce(d.claimed_until, d.due_at), d.id
                                  limit $3 for update of d skip locked)
                                update document d set claimed_by = $1, claimed_until = $4, epoch = d.epoch + 1,
                                  attempts = d.attempts + 1, due_at = null,
                                  condition = case when d.condition = 'waiting' then 'moving' else d.condition end
                                from due where d.id = due.id
                                returning
                                """ + " " + Columns.DOCUMENT)
                        .execute(Tuple.of(node, Rows.at(now), most, Rows.at(now.plus(lease)))))
                .map(rows -> {
                    List<Claim> claims = new ArrayList<>();
                    rows.forEach(row -> claims.add(this.rows.claim(row)));
                    claims.sort(Comparator.comparing(Claim::id));
                    return claims;
                });
    }
}
