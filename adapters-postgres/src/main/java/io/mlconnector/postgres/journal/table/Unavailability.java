package io.mlconnector.postgres.journal.table;

import io.mlconnector.ports.journal.JournalUnavailableException;
import io.mlconnector.postgres.database.Pooler;
import io.mlconnector.postgres.database.Unavailable;
import io.vertx.core.Future;
import io.vertx.sqlclient.DatabaseException;

/** Tells what PostgreSQL refused from what it never answered. */
public final class Unavailability {

    private Unavailability() {}

    /** The same failure, or that the journal is not available. */
    public static <T> Future<T> told(Throwable failure) {
        return Future.failedFuture(
                refused(failure) || failure instanceof JournalUnavailableException
                        ? failure
                        : new JournalUnavailableException(message(failure), failure));
    }

    private static String message(Throwable failure) {
        String words = failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
        return words + Pooler.hint(failure);
    }

    /** Whether the statement, or our own code around it, is at fault. */
    private static boolean refused(Throwable failure) {
        if (failure instanceof DatabaseException) {
            return !Unavailable.is(failure);
        }
        return failure instanceof IllegalArgumentException
                || failure instanceof IllegalStateException
                || failure instanceof NullPointerException
                || failure instanceof IndexOutOfBoundsException
                || failure instanceof ClassCastException;
    }
}
