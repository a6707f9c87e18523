package io.mlconnector.engine.loop;

import io.vertx.core.VertxException;
import java.io.IOException;
import java.util.concurrent.CompletionException;
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
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof VertxException || cause instanceof IOException) {
            log.log(Level.WARNING, "{0}: the database did not answer: {1}", new Object[] {what, cause.getMessage()});
        } else {
            log.log(Level.SEVERE, what, cause);
        }
    }
}
