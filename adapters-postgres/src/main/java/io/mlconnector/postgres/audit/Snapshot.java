package io.mlconnector.postgres.audit;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Cursor;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The database as it was at one moment, read in pages while daemons go on writing. */
final class Snapshot {

    /** What is done with a page, on a thread that may block. */
    @FunctionalInterface
    interface Reader {
        void read(List<Row> page) throws Exception;
    }

    private final Vertx vertx;
    private final SqlConnection connection;

    private Snapshot(Vertx vertx, SqlConnection connection) {
        this.vertx = vertx;
        this.connection = connection;
    }

    /** Opens a snapshot, works with it and closes it. */
    static <T> Future<T> of(Vertx vertx, Pool pool, Function<Snapshot, Future<T>> work) {
        return pool.withTransaction(connection -> connection
                .query("set transaction isolation level repeatable read, read only")
                .execute()
                .compose(ignored -> work.apply(new Snapshot(vertx, connection))));
    }

    Future<RowSet<Row>> rows(String sql, Tuple values) {
        return connection.preparedQuery(sql).execute(values);
    }

    /** Reads all rows, one page in memory at a time. */
    Future<Void> pages(String sql, Tuple values, int size, Reader reader) {
        return connection.prepare(sql).compose(statement -> {
            Cursor cursor = statement.cursor(values);
            Promise<Void> read = Promise.promise();
            turn(cursor, size, reader, read);
            return read.future().eventually(cursor::close).eventually(statement::close);
        });
    }

    /** Not a chain of futures: that would grow with the number of pages. */
    private void turn(Cursor cursor, int size, Reader reader, Promise<Void> read) {
        cursor.read(size)
                .compose(rows -> vertx.executeBlocking(() -> {
                    List<Row> page = new ArrayList<>(rows.size());
                    rows.forEach(page::add);
                    reader.read(page);
                    return null;
                }))
                .onFailure(read::fail)
                .onSuccess(ignored -> {
                    if (cursor.hasMore()) {
                        turn(cursor, size, reader, read);
                    } else {
                        read.complete();
                    }
                });
    }
}
