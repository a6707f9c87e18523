package io.mlconnector.benchmarks.console;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;

/**
 * Fills a journal with documents in any number, as copies of those that are there: with ids, numbers and times of their own, and
 * without a history. Of a hundred copies one keeps standing still where the original does.
 */
final class ManyDocuments {

    /** So many copies of each are made by one statement. */
    private static final int AT_ONCE = 500;

    private static final String COPY = """
            insert into document (id, connection, partner, direction, type, legal_entity, order_number, confirmation_number,
                invoice_number, control_number, group_number, transaction_set_number, file_name, condition, stage, validity,
                acknowledgement, reason, cause_key, state, attempts, created_at, changed_at, amount, currency, due)
            select '0' || lpad((n * 1000 + d.place)::text, 18, '0'), d.connection, d.partner, d.direction, d.type, d.legal_entity,
                case when d.order_number = '' then '' else d.order_number || '-' || n end,
                case when d.confirmation_number = '' then '' else d.confirmation_number || '-' || n end,
                case when d.invoice_number = '' then '' else d.invoice_number || '-' || n end,
                lpad((n * 100 + d.place)::text, 9, '0'), d.group_number, d.transaction_set_number,
                case when d.file_name = '' then '' else n || '_' || d.file_name end, d.condition, d.stage, d.validity,
                d.acknowledgement, d.reason, d.cause_key, d.state, d.attempts,
                d.created_at - n * interval '25 minutes', d.changed_at - n * interval '25 minutes', d.amount, d.currency, d.due
            from (select document.*, row_number() over (order by id) as place from document
                  where id not like '0000%' and condition in ('done', 'duplicate', 'held', 'failed')) d,
                generate_series({FROM}, {TO}) as n
            where d.condition in ('done', 'duplicate') or n % 100 = 0
            """;

    private ManyDocuments() {}

    /** Copies what is there until there are so many. */
    static Future<Long> fill(Pool pool, long documents) {
        return batch(pool, documents, 1)
                .compose(ignored -> pool.query("analyze document").execute().compose(done -> count(pool)));
    }

    private static Future<Void> batch(Pool pool, long documents, int from) {
        String sql =
                COPY.replace("{FROM}", Integer.toString(from)).replace("{TO}", Integer.toString(from + AT_ONCE - 1));
        return pool.query(sql)
                .execute()
                .compose(ignored -> count(pool))
                .compose(count ->
                        count >= documents ? Future.succeededFuture() : batch(pool, documents, from + AT_ONCE));
    }

    private static Future<Long> count(Pool pool) {
        return pool.query("select count(*) as n from document")
                .execute()
                .map(rows -> rows.iterator().next().getLong("n"));
    }
}
