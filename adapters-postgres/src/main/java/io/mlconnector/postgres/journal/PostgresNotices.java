package io.mlconnector.postgres.journal;

import io.mlconnector.ports.journal.NoticeJournal;
import io.mlconnector.postgres.journal.table.Documents;
import io.mlconnector.postgres.journal.table.Rows;
import io.mlconnector.postgres.journal.table.Unavailability;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** What remote systems announced, and what polls remember, in PostgreSQL. */
final class PostgresNotices implements NoticeJournal {

    private final Pool pool;

    /** On a database whose schema is up to date. */
    PostgresNotices(Pool pool) {
        this.pool = pool;
    }

    @Override
    public CompletionStage<Boolean> recordNotice(String connection, String key, byte[] body, Instant now) {
        return pool.preparedQuery("""
                        insert into heard (connection, key, body, heard_at) values ($1, $2, $3, $4)
                        on conflict (connection, key) do nothing
                        """)
                .execute(Tuple.of(connection, key, Buffer.buffer(body), Rows.at(now)))
                .map(rows -> rows.rowCount() > 0)
                .recover(Unavailability::told)
                .toCompletionStage();
    }

    @Override
    public CompletionStage<Optional<String>> cursor(String name) {
        return pool.preparedQuery("select value from cursor where name = $1")
                .execute(Tuple.of(name))
                .map(rows -> Documents.first(rows).map(row -> row.getString("value")))
                .recover(Unavailability::told)
                .toCompletionStage();
    }

    @Override
    public CompletionStage<Map<String, String>> cursors(Collection<String> names) {
        return pool.preparedQuery("select name, value from cursor where name = any($1)")
                .execute(Tuple.of(names.toArray(new String[0])))
                .map(rows -> {
                    Map<String, String> found = new HashMap<>();
                    rows.forEach(row -> found.put(row.getString("name"), row.getString("value")));
                    return Map.copyOf(found);
                })
                .recover(Unavailability::told)
                .toCompletionStage();
    }

    @Override
    public CompletionStage<Void> moveCursor(String name, String value) {
        return pool.preparedQuery("""
                        insert into cursor (name, value) values ($1, $2)
                        on conflict (name) do update set value = excluded.value
                        """)
                .execute(Tuple.of(name, value))
                .<Void>mapEmpty()
                .recover(Unavailability::told)
                .toCompletionStage();
    }
}
