package io.mlconnector.benchmarks.console;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import java.util.ArrayList;
import java.util.List;

/**
 * Fills a journal with documents in any number, as copies of those that are there: with ids, numbers and times of their own, and, for
 * every fifth, a comment of a person as its history. Of a hundred copies one keeps standing still where the original does. There are a
 * fifth as many received files.
 */
final class ManyDocuments {

    /** So many copies of each are made by one statement. */
    private static final int AT_ONCE = 500;

    private static final List<String> PREPARED = List.of(
            """
            create function time_as_id(at timestamptz) returns text language sql immutable as $$
                select string_agg(substr('0123456789abcdefghjkmnpqrstvwxyz',
                    (((extract(epoch from at) * 1000)::bigint >> (5 * i)) & 31)::int + 1, 1), '' order by i desc)
                from generate_series(0, 9) as i
            $$
            """,
            """
            create table original as select id, condition, created_at, row_number() over (order by id) as place
            from document where condition in ('done', 'duplicate', 'held', 'failed')
            """,
            "create table copied (id text primary key, original text not null, n int not null, place bigint not null)");

    /** Ids begin with the time, as those of the program do. */
    private static final String CHOSEN = """
            truncate copied;
            insert into copied
            select time_as_id(created_at - n * interval '25 minutes') || lpad((n * 1000 + place)::text, 9, '0'), id, n, place
            from original, generate_series({FROM}, {TO}) as n
            where condition in ('done', 'duplicate') or n % 100 = 0
            """;

    private static final String COPY = """
            insert into document (id, connection, partner, direction, type, legal_entity, order_number, confirmation_number,
                invoice_number, control_number, group_number, transaction_set_number, file_name, condition, stage, validity,
                acknowledgement, reason, cause_key, state, attempts, created_at, changed_at, amount, currency, due)
            select c.id, d.connection, d.partner, d.direction, d.type, d.legal_entity,
                case when d.order_number = '' then '' else d.order_number || '-' || n end,
                case when d.confirmation_number = '' then '' else d.confirmation_number || '-' || n end,
                case when d.invoice_number = '' then '' else d.invoice_number || '-' || n end,
                lpad((n * 100 + c.place)::text, 9, '0'), d.group_number, d.transaction_set_number,
                case when d.file_name = '' then '' else n || '_' || d.file_name end, d.condition, d.stage, d.validity,
                d.acknowledgement, d.reason, d.cause_key, d.state, d.attempts,
                d.created_at - n * interval '25 minutes', d.changed_at - n * interval '25 minutes', d.amount, d.currency, d.due
            from copied c join document d on d.id = c.original
            """;

    /** What the copies are found by: their own numbers, and the words of the original with an item of their own. */
    private static final String TEXTS = """
            insert into document_text (document, particulars, content)
            select d.id, document_particulars(d),
                case when o.content = '' then '' else o.content || E'\\nITEM-' || (random() * 50000)::int end
            from copied c join document d on d.id = c.id join document_text o on o.document = c.original
            """;

    /** Received files: a fifth as many as documents. */
    private static final String FILES = """
            insert into file (id, connection, partner, folder, remote_id, name, state, size, content, problem, documents,
                remove_afterwards, removed_at, taken_at, answers)
            select time_as_id(f.taken_at - n * interval '25 minutes') || lpad((n * 100 + f.place)::text, 9, '1'), f.connection,
                f.partner, f.folder, f.remote_id || '-' || n, n || '_' || f.name, f.state, f.size, f.content, f.problem,
                f.documents, f.remove_afterwards, f.removed_at, f.taken_at - n * interval '25 minutes', f.answers
            from (select file.*, row_number() over (order by id) as place from file order by id limit 50) f,
                generate_series(1, {FILES} / 50) as n
            """;

    /** What persons did: an entry for every fifth document. */
    private static final String DEEDS = """
            insert into journal_entry (owner, number, at, actor, event, message, details, payloads, hash)
            select d.id, 1000, d.changed_at, (array['ana', 'joe', 'li'])[1 + d.n % 3], 'commented', 'ana: as agreed with the partner',
                '{}', '{}', encode(sha256(convert_to(d.id, 'UTF8')), 'hex')
            from (select id, changed_at, row_number() over (order by id) as n from document) d where d.n % 5 = 0
            """;

    private ManyDocuments() {}

    /** Builds what takes longer than any statement of the program may. */
    interface Slowly {

        /** Runs statements one after another. */
        Future<Void> run(List<String> statements);
    }

    /** Copies what is there until there are so many. The indexes over parts of words are built once, at the end. */
    static Future<Long> fill(Pool pool, long documents, Slowly slowly) {
        return count(pool)
                .compose(there -> there >= documents ? Future.succeededFuture(there) : filled(pool, documents, slowly));
    }

    private static Future<Long> filled(Pool pool, long documents, Slowly slowly) {
        return pool.query("select indexname, indexdef from pg_indexes"
                        + " where indexdef like '% USING gin %' and (tablename like 'document%' or tablename = 'file')")
                .execute()
                .compose(found -> {
                    List<String> drop = new ArrayList<>();
                    List<String> create = new ArrayList<>();
                    found.forEach(row -> {
                        drop.add("drop index " + row.getString("indexname"));
                        create.add(row.getString("indexdef"));
                    });
                    create.add(0, DEEDS);
                    create.add(0, FILES.replace("{FILES}", Long.toString(documents / 5)));
                    create.add("vacuum analyze file");
                    create.add("vacuum analyze journal_entry");
                    create.add("vacuum analyze document");
                    create.add("vacuum analyze document_text");
                    return all(pool, PREPARED)
                            .compose(ignored -> all(pool, drop))
                            .compose(ignored -> batch(pool, documents, 1))
                            .compose(ignored -> slowly.run(create));
                })
                .compose(ignored -> count(pool));
    }

    private static Future<Void> all(Pool pool, List<String> statements) {
        Future<Void> done = Future.succeededFuture();
        for (String statement : statements) {
            done = done.compose(ignored -> pool.query(statement).execute().mapEmpty());
        }
        return done;
    }

    private static Future<Void> batch(Pool pool, long documents, int from) {
        return all(pool, List.of(of(CHOSEN, from), COPY, TEXTS))
                .compose(ignored -> count(pool))
                .compose(count ->
                        count >= documents ? Future.succeededFuture() : batch(pool, documents, from + AT_ONCE));
    }

    private static String of(String sql, int from) {
        return sql.replace("{FROM}", Integer.toString(from)).replace("{TO}", Integer.toString(from + AT_ONCE - 1));
    }

    private static Future<Long> count(Pool pool) {
        return pool.query("select count(*) as n from document")
                .execute()
                .map(rows -> rows.iterator().next().getLong("n"));
    }
}
