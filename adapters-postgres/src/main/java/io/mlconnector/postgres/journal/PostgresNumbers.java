package io.mlconnector.postgres.journal;

import io.mlconnector.domain.interchange.ControlNumbers;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.ports.journal.ControlNumberJournal;
import io.mlconnector.ports.journal.number.NumberBlock;
import io.mlconnector.ports.journal.number.NumberBlock.Fate;
import io.mlconnector.ports.journal.number.NumberSequence;
import io.mlconnector.postgres.journal.table.Documents;
import io.mlconnector.postgres.journal.table.Rows;
import io.mlconnector.postgres.journal.table.Unavailability;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Control numbers: counted up for each pair of ends, never given out twice, and the fate of each is recorded. */
final class PostgresNumbers implements ControlNumberJournal {

    private final Pool pool;
    private final InstantSource clock;

    /** On a database whose schema is up to date. */
    PostgresNumbers(Pool pool, InstantSource clock) {
        this.pool = pool;
        this.clock = clock;
    }

    /** Takes the next number for a document, in the transaction that stores what it is used for. */
    static Future<ControlNumbers> next(
            SqlConnection connection, NumberSequence sequence, DocumentId document, Instant now) {
        return connection
                .preparedQuery("""
                        with taken as (
                          insert into control_number as c (sender, receiver, last) values ($1, $2, 1)
                          on conflict (sender, receiver) do update set last = c.last + 1 where c.last < 999999999
                          returning last)
                        insert into control_number_block (sender, receiver, first, last, fate, document, since)
                        select $1, $2, last, last, 'used', $3, $4 from taken
                        returning last
                        """)
                .execute(Tuple.of(sequence.sender(), sequence.receiver(), document.text(), Rows.at(now)))
                .compose(rows -> Documents.first(rows)
                        .map(row -> row.getLong("last"))
                        .map(number -> Future.succeededFuture(new ControlNumbers(number, number, 1)))
                        .orElseGet(() -> Future.failedFuture(new IllegalStateException("The control numbers from "
                                + sequence.sender() + " to " + sequence.receiver() + " are exhausted, and none is used"
                                + " twice. Agree on another interchange id with the partner."))));
    }

    @Override
    public CompletionStage<Void> usedUpTo(NumberSequence sequence, long number) {
        return pool.preparedQuery("""
                        with before as (
                          select last from control_number where sender = $1 and receiver = $2),
                        moved as (
                          insert into control_number as c (sender, receiver, last) values ($1, $2, $3)
                          on conflict (sender, receiver) do update set last = excluded.last where c.last < excluded.last
                          returning last)
                        insert into control_number_block (sender, receiver, first, last, fate, since)
                        select $1, $2, coalesce((select last from before), 0) + 1, $3, 'passed-over', $4 from moved
                        where coalesce((select last from before), 0) < $3
                        on conflict do nothing
                        """)
                .execute(Tuple.of(sequence.sender(), sequence.receiver(), number, Rows.at(clock.instant())))
                .<Void>mapEmpty()
                .recover(Unavailability::told)
                .toCompletionStage();
    }

    @Override
    public CompletionStage<Long> highest(NumberSequence sequence) {
        return pool.preparedQuery("select last from control_number where sender = $1 and receiver = $2")
                .execute(Tuple.of(sequence.sender(), sequence.receiver()))
                .map(rows ->
                        Documents.first(rows).map(row -> row.getLong("last")).orElse(0L))
                .recover(Unavailability::told)
                .toCompletionStage();
    }

    @Override
    public CompletionStage<List<NumberBlock>> numbers(
            int most, Optional<NumberSequence> sequence, Optional<NumberBlock.Key> after) {
        return pool.preparedQuery("""
                        select b.sender, b.receiver, b.first, b.last, b.fate, b.document, b.since from control_number_block b
                        where ($1::text is null or (b.sender = $1 and b.receiver = $2))
                          and ($4::text is null or exists (
                            select from control_number_block a
                            where a.sender = $4 and a.receiver = $5 and a.first = $6
                              and (b.since < a.since or (b.since = a.since and (
                                (b.sender, b.receiver) > (a.sender, a.receiver)
                                or (b.sender = a.sender and b.receiver = a.receiver and b.first < a.first))))))
                        order by b.since desc, b.sender, b.receiver, b.first desc limit $3
                        """)
                .execute(Documents.tuple(
                        sequence.map(NumberSequence::sender).orElse(null),
                        sequence.map(NumberSequence::receiver).orElse(null),
                        most,
                        after.map(key -> key.sequence().sender()).orElse(null),
                        after.map(key -> key.sequence().receiver()).orElse(null),
                        after.map(NumberBlock.Key::first).orElse(null)))
                .map(rows -> {
                    List<NumberBlock> blocks = new ArrayList<>();
                    rows.forEach(row -> blocks.add(block(row)));
                    return blocks;
                })
                .recover(Unavailability::told)
                .toCompletionStage();
    }

    private static NumberBlock block(Row row) {
        return new NumberBlock(
                new NumberSequence(row.getString("sender"), row.getString("receiver")),
                row.getLong("first"),
                row.getLong("last"),
                Fate.valueOf(row.getString("fate").toUpperCase(Locale.ROOT).replace('-', '_')),
                Optional.ofNullable(row.getString("document")).map(DocumentId::new),
                Rows.instant(row, "since").orElseThrow());
    }
}
