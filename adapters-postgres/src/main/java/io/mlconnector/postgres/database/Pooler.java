package io.mlconnector.postgres.database;

import io.mlconnector.postgres.address.DatabaseAddress;
import io.mlconnector.postgres.address.DatabaseException;
import io.vertx.core.Future;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import java.util.Set;

/**
 * A pooler in transaction mode that {@code database.url} does not tell of. Half of the statements would fail behind it:
 * what one transaction prepares, the next one looks for in another server process.
 */
public final class Pooler {

    private static final String ADVICE = "A PgBouncer in transaction mode stands before the database: add"
            + " pgbouncer=transaction to database.url, or let it keep sessions together (pool_mode = session).";

    /** Not found, or there already: a prepared statement of another session; PostgreSQL, appendix A. */
    private static final Set<String> OF_ANOTHER_SESSION = Set.of("26000", "42P05");

    /** The server process, and since when it lives, because the same number comes again. */
    private static final String SERVER =
            "select pid || ' ' || backend_start from pg_stat_activity where pid = pg_backend_pid()";

    /** Others who work through the pooler may come in between. */
    private static final int TRIES = 3;

    private Pooler() {}

    /**
     * Refuses a database where two connections that are open at the same time are served by the same process: only a pooler
     * that shares it by transaction does that. It goes by without a word where that does not show.
     *
     * @return fails with a {@link DatabaseException} with a message for an operator
     */
    static Future<Void> refuseUnannounced(Pool pool, DatabaseAddress address) {
        if (address.transport().pooledByTransaction()) {
            return Future.succeededFuture();
        }
        return pool.withConnection(one -> pool.withConnection(other -> shared(one, other, TRIES)))
                .compose(shared -> shared
                        ? Future.failedFuture(
                                new DatabaseException("The database " + address + " cannot be used. " + ADVICE))
                        : Future.succeededFuture());
    }

    private static Future<Boolean> shared(SqlConnection one, SqlConnection other, int tries) {
        return server(one)
                .compose(first -> server(other).compose(second -> {
                    boolean same = !first.isEmpty() && first.equals(second);
                    return same || tries == 1 ? Future.succeededFuture(same) : shared(one, other, tries - 1);
                }));
    }

    /** Asked in one message, which nothing has to be prepared for. */
    private static Future<String> server(SqlConnection connection) {
        return connection.query(SERVER).execute().map(rows -> {
            String found = "";
            for (var row : rows) {
                String server = row.getString(0);
                found = server == null ? "" : server;
            }
            return found;
        });
    }

    /** What a failure says of a pooler, to be put behind its message; empty if it says nothing. */
    public static String hint(Throwable failure) {
        return failure instanceof PgException error && OF_ANOTHER_SESSION.contains(String.valueOf(error.getSqlState()))
                ? ". " + ADVICE
                : "";
    }
}
