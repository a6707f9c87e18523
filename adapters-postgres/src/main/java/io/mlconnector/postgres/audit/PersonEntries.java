package io.mlconnector.postgres.audit;

import io.mlconnector.ports.journal.history.Head;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What persons did, and where the history ends. */
public final class PersonEntries {

    /** Each person is found by one step in the index, however many entries there are of each. */
    private static final String PERSONS = """
            with recursive p as (
              (select actor from journal_entry where actor <> 'daemon' order by actor limit 1)
              union all
              select (select e.actor from journal_entry e where e.actor <> 'daemon' and e.actor > p.actor
                      order by e.actor limit 1) from p where p.actor is not null)
            select actor from p where actor is not null limit $1
            """;

    private static final String COLUMNS = """
            select e.position, e.at, e.actor, e.event, e.message, e.owner, coalesce(e.details ->> 'fix', '') as fix,
                   d.id is not null as document, f.id is not null as file, coalesce(d.type, '') as type,
                   coalesce(d.amount < 0, false) as credit,
                   coalesce(nullif(d.invoice_number, ''), nullif(d.order_number, ''), nullif(d.control_number, ''),
                            nullif(d.file_name, ''), f.name, '') as name
            from journal_entry e left join document d on d.id = e.owner left join file f on f.id = e.owner
            where e.actor <> 'daemon'
            """;

    private final Pool pool;

    /** On a database whose schema is up to date. */
    public PersonEntries(Pool pool) {
        this.pool = pool;
    }

    /**
     * Something that a person did.
     *
     * @param position among all entries
     * @param at when
     * @param person who
     * @param event a stable word
     * @param message in a sentence
     * @param owner id of what it was done to
     * @param fix id of the fix to which it belongs; empty if it belongs to none
     * @param document whether that is a document
     * @param file whether that is a file
     * @param type the transaction set of the document, such as {@code 810}; empty if it is none
     * @param credit whether the document is worth less than nothing: a credit note
     * @param name the number by which people call the document, or the name of the file; empty if neither has one
     */
    public record Deed(
            long position,
            Instant at,
            String person,
            String event,
            String message,
            String owner,
            String fix,
            boolean document,
            boolean file,
            String type,
            boolean credit,
            String name) {
        public Deed {
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(person, "person");
        }
    }

    /**
     * Which are asked for.
     *
     * @param person whose; empty: everybody's
     * @param from at this time or later; empty: from the beginning
     * @param until before this time; empty: until now
     * @param after only those that stand behind this one, the last of the page before; empty: the newest
     */
    public record Asked(
            Optional<String> person, Optional<Instant> from, Optional<Instant> until, Optional<Deed> after) {
        public Asked {
            Objects.requireNonNull(person, "person");
            Objects.requireNonNull(after, "after");
        }
    }

    /** What persons did, newest first, at most so many. */
    public Future<List<Deed>> deeds(Asked asked, int most) {
        StringBuilder sql = new StringBuilder(COLUMNS);
        Tuple values = Tuple.tuple();
        asked.person().ifPresent(who -> sql.append(" and e.actor = ").append(value(values, who)));
        asked.from().ifPresent(time -> sql.append(" and e.at >= ").append(value(values, at(time))));
        asked.until().ifPresent(time -> sql.append(" and e.at < ").append(value(values, at(time))));
        asked.after()
                .ifPresent(last -> sql.append(" and (e.at, e.position) < (")
                        .append(value(values, at(last.at())))
                        .append(", ")
                        .append(value(values, last.position()))
                        .append(')'));
        sql.append(" order by e.at desc, e.position desc limit ").append(value(values, most));
        return pool.preparedQuery(sql.toString()).execute(values).map(rows -> {
            List<Deed> all = new ArrayList<>();
            for (Row row : rows) {
                all.add(deed(row));
            }
            return all;
        });
    }

    /** The entry at a position, if a person made it. */
    public Future<Optional<Deed>> at(long position) {
        return pool.preparedQuery(COLUMNS + " and e.position = $1")
                .execute(Tuple.of(position))
                .map(rows -> {
                    for (Row row : rows) {
                        return Optional.of(deed(row));
                    }
                    return Optional.empty();
                });
    }

    /** Who did anything, sorted, at most so many. */
    public Future<List<String>> persons(int most) {
        return pool.preparedQuery(PERSONS).execute(Tuple.of(most)).map(rows -> {
            List<String> all = new ArrayList<>();
            rows.forEach(row -> all.add(row.getString("actor")));
            return all;
        });
    }

    /** Where the history ends; empty if that is not recorded. */
    public Future<Optional<Head>> head() {
        return pool.query("select position, link from journal_head").execute().map(rows -> {
            for (Row row : rows) {
                return Optional.of(new Head(row.getLong("position"), row.getString("link")));
            }
            return Optional.empty();
        });
    }

    private static Deed deed(Row row) {
        return new Deed(
                row.getLong("position"),
                row.getOffsetDateTime("at").toInstant(),
                row.getString("actor"),
                row.getString("event"),
                row.getString("message"),
                row.getString("owner"),
                row.getString("fix"),
                row.getBoolean("document"),
                row.getBoolean("file"),
                row.getString("type"),
                row.getBoolean("credit"),
                row.getString("name"));
    }

    private static String value(Tuple values, Object value) {
        values.addValue(value);
        return "$" + values.size();
    }

    private static Object at(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
