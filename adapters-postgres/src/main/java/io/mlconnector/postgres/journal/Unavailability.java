package io.mlconnector.postgres.journal;

import io.mlconnector.ports.journal.JournalUnavailableException;
import io.vertx.core.Future;
import io.vertx.sqlclient.DatabaseException;
import java.util.Set;

/** Tells what PostgreSQL refused from what it never answered. */
final class Unavailability {

    /**
     * Classes of SQLSTATE that say nothing against the statement: connection, transaction rolled back, resources such as a full
     * disk, operator intervention, system error (PostgreSQL, appendix A).
     */
    private static final Set<String> PASSING = Set.of("08", "40", "53", "57", "58");

    private Unavailability() {}

    /** The same failure, or that the journal is not available. */
    static <T> Future<T> told(Throwable failure) {
        return Future.failedFuture(
                refused(failure) || failure instanceof JournalUnavailableException
                        ? failure
                        : new JournalUnavailableException(message(failure), failure));
    }

    private static String message(Throwable failure) {
        return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
    }

    /** Whether the statement, or our own code around it, is at fault. */
    private static boolean refused(Throwable failure) {
        if (failure instanceof DatabaseException database) {
            String state = database.getSqlState();
            return state != null && state.length() == 5 && !PASSING.contains(state.substring(0, 2));
        }
        return failure instanceof IllegalArgumentException
                || failure instanceof IllegalStateException
                || failure instanceof NullPointerException
                || failure instanceof IndexOutOfBoundsException
                || failure instanceof ClassCastException;
    }
}
