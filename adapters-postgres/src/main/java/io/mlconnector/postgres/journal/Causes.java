package io.mlconnector.postgres.journal;

import io.mlconnector.domain.precedent.Precedent;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.ports.journal.document.StuckCause;
import io.mlconnector.ports.journal.history.FixAct;
import io.mlconnector.ports.stored.StoredForm;
import io.mlconnector.postgres.journal.table.Columns;
import io.mlconnector.postgres.journal.table.Rows;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Documents that stand still, by cause. */
final class Causes {

    private static final String SQL = """
            with stuck as (
              select cause_key, reason, partner, amount, currency, due, coalesce(since, changed_at) as since, changed_at from document
              where cause_key is not null and condition in ('held', 'failed')
                and coalesce(snoozed_until > $2, false) = $4 and ($3 = '' or partner = $3)),
            money as (
              select cause_key, jsonb_agg(jsonb_build_array(currency, total::text)) as amounts from (
                select cause_key, currency, sum(amount) as total from stuck
                where amount is not null group by cause_key, currency) m
              group by cause_key)
            select s.cause_key, count(*)::int as documents, min(s.due) as earliest_due, min(s.since) as since,
                   max(s.since) as latest, (array_agg(s.reason::text order by s.changed_at desc))[1] as example,
                   array_agg(distinct s.partner) filter (where s.partner <> '') as partners,
                   min(m.amounts::text) as amounts
            from stuck s left join money m on m.cause_key = s.cause_key
            group by s.cause_key order by documents desc, latest desc, s.cause_key limit $1
            """;

    /** Of each document the last decision among the newest entries of persons that name the cause; none that stands still for it again. */
    private static final String PRECEDENTS = """
            select k.cause, count(*)::int as decided, count(*) filter (where d.event = 'release')::int as released,
                   (array_agg(d.actor order by d.position desc) filter (where d.event = 'release'))[1] as who,
                   max(d.at) filter (where d.event = 'release') as at
            from unnest($1::text[]) as k (cause) cross join lateral (
              select distinct on (n.owner) n.owner, n.event, n.actor, n.at, n.position from (
                select owner, event, actor, at, position from journal_entry
                where actor <> 'daemon' and details ->> 'cause' = k.cause
                order by at desc, position desc limit $2) n
              order by n.owner, n.at desc, n.position desc) d
            where not exists (select 1 from document s where s.id = d.owner and s.cause_key = k.cause)
            group by k.cause having count(*) filter (where d.event = 'release') > 0
            """;

    private static final String ACT = "select owner, " + Columns.ENTRY;

    /** One after another, the newest first, so that fixes that nobody asks for are not read. */
    private static final String FIXES = """
            with recursive newest (fix, place) as (
              (select details ->> 'fix', 1 from journal_entry
               where actor <> 'daemon' and details ->> 'fix' is not null order by details ->> 'fix' desc limit 1)
              union all
              select (select e.details ->> 'fix' from journal_entry e
                      where e.actor <> 'daemon' and e.details ->> 'fix' is not null
                        and e.details ->> 'fix' < newest.fix order by e.details ->> 'fix' desc limit 1), place + 1
              from newest where newest.fix is not null and place < $1)
            select a.* from newest cross join lateral (
            """ + ACT + """
             from journal_entry e
              where e.actor <> 'daemon' and e.details ->> 'fix' = newest.fix order by e.position limit 1) a
            order by newest.place
            """;

    private Causes() {}

    static Future<List<FixAct>> fixes(Pool pool, int most) {
        return acts(pool, FIXES, Tuple.of(most));
    }

    static Future<List<FixAct>> acts(Pool pool, String fix) {
        return acts(
                pool,
                ACT + " from journal_entry where actor <> 'daemon' and details ->> 'fix' = $1 order by position",
                Tuple.of(fix));
    }

    private static Future<List<FixAct>> acts(Pool pool, String sql, Tuple values) {
        return pool.preparedQuery(sql).execute(values).map(rows -> {
            List<FixAct> acts = new ArrayList<>();
            rows.forEach(row -> acts.add(new FixAct(
                    new DocumentId(row.getString("owner")), Rows.entry(row).entry())));
            return acts;
        });
    }

    static Future<List<Precedent>> precedents(Pool pool, Collection<String> causeKeys) {
        if (causeKeys.isEmpty()) {
            return Future.succeededFuture(List.of());
        }
        String[] keys = causeKeys.stream().distinct().toArray(String[]::new);
        return pool.preparedQuery(PRECEDENTS)
                .execute(Tuple.of(keys, Precedent.MOST))
                .map(rows -> {
                    List<Precedent> precedents = new ArrayList<>();
                    rows.forEach(row -> precedents.add(new Precedent(
                            row.getString("cause"),
                            row.getInteger("decided"),
                            row.getInteger("released"),
                            row.getString("who"),
                            Rows.instant(row, "at").orElseThrow())));
                    return precedents;
                });
    }

    /**
     * The causes.
     *
     * @param values how many at most, the time, the partner or an empty text, and whether those count that are put off
     */
    static Future<List<StuckCause>> of(Pool pool, StoredForm form, Tuple values) {
        return pool.preparedQuery(SQL).execute(values).map(rows -> {
            List<StuckCause> causes = new ArrayList<>();
            rows.forEach(row -> causes.add(cause(row, form)));
            return causes;
        });
    }

    private static StuckCause cause(Row row, StoredForm form) {
        String[] partners = row.getArrayOfStrings("partners");
        return new StuckCause(
                row.getString("cause_key"),
                form.readProblem(row.getString("example")),
                row.getInteger("documents"),
                amounts(row.getString("amounts")),
                Optional.ofNullable(row.getLocalDate("earliest_due")),
                Rows.instant(row, "since").orElseThrow(),
                Rows.instant(row, "latest").orElseThrow(),
                partners == null ? List.of() : List.of(partners));
    }

    private static Map<String, BigDecimal> amounts(@Nullable String json) {
        Map<String, BigDecimal> amounts = new HashMap<>();
        if (json != null) {
            for (Object pair : new JsonArray(json)) {
                JsonArray values = (JsonArray) pair;
                amounts.put(values.getString(0), new BigDecimal(values.getString(1)));
            }
        }
        return amounts;
    }
}
