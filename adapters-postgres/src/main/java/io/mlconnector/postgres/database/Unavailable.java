package io.mlconnector.postgres.database;

import io.vertx.core.VertxException;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;

/** Tells a database that is away, or has no room for us now, from a request that it refuses. */
public final class Unavailable {

    /**
     * Classes of SQLSTATE that say nothing against the request: connection (08), rolled back by others (40), resources such as a
     * full disk (53), stopped by an operator or a time limit (57), system error (58); PostgreSQL, appendix A.
     */
    private static final Set<String> CLASSES = Set.of("08", "40", "53", "57", "58");

    /** Deeper than this no cause lies. */
    private static final int DEPTH = 10;

    private Unavailable() {}

    /** Whether this failure, or what caused it, says that the database is away. */
    public static boolean is(Throwable failure) {
        Optional<Throwable> cause = Optional.of(failure);
        for (int i = 0; i < DEPTH && cause.isPresent(); i++) {
            if (saysSo(cause.get())) {
                return true;
            }
            cause = Optional.ofNullable(cause.get().getCause());
        }
        return false;
    }

    private static boolean saysSo(Throwable failure) {
        if (failure instanceof PgException error) {
            String state = String.valueOf(error.getSqlState());
            return CLASSES.contains(state.substring(0, Math.min(2, state.length())));
        }
        return failure instanceof ClosedConnectionException
                || failure instanceof IOException
                || failure instanceof TimeoutException
                // The pool says so where nobody came free in time, or where it is closed.
                || (failure instanceof VertxException && failure.getCause() == null);
    }
}
