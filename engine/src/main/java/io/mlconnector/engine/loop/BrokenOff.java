package io.mlconnector.engine.loop;

import io.mlconnector.domain.words.Problem;
import io.vertx.core.VertxException;
import java.io.IOException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Says that work broke off: in a line where the database was away, with everything there is where it is a defect. */
public final class BrokenOff {

    private BrokenOff() {}

    /**
     * Logs it.
     *
     * @param what broke off, and what becomes of it
     */
    public static void log(Logger log, String what, Throwable failure) {
        Throwable cause = cause(failure);
        if (databaseAway(cause)) {
            log.log(Level.WARNING, "{0}: the database did not answer: {1}", new Object[] {what, cause.getMessage()});
        } else {
            log.log(Level.SEVERE, what, cause);
        }
    }

    /**
     * The same for a person.
     *
     * @param what broke off
     */
    public static Problem problem(String what, Throwable failure) {
        Throwable cause = cause(failure);
        return databaseAway(cause)
                ? Problem.of(
                        "database-away",
                        "",
                        what + ": the database did not answer: " + cause.getMessage()
                                + ". It is tried again by itself; look whether the database runs and its disk has room.")
                : Problem.of(
                        "work-broke-off",
                        what,
                        what + " broke off because of a defect of ml-connector; the log says where. Report it.");
    }

    private static boolean databaseAway(Throwable cause) {
        return cause instanceof VertxException || cause instanceof IOException || cause instanceof TimeoutException;
    }

    private static Throwable cause(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }
}
