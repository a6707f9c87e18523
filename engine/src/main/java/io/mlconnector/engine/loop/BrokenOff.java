package io.mlconnector.engine.loop;

import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.ProblemCode;
import io.mlconnector.ports.journal.JournalUnavailableException;
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
        Throwable cause = cause(failure);
        if (journalAway(cause)) {
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
        return journalAway(cause)
                ? Problem.of(
                        ProblemCode.DATABASE_AWAY,
                        "",
                        what + ": the database did not answer: " + cause.getMessage()
                                + ". It is tried again by itself; look whether the database runs and its disk has room.")
                : Problem.of(
                        ProblemCode.WORK_BROKE_OFF,
                        what,
                        what + " broke off because of a defect of ml-connector; the log says where. Report it.");
    }

    /** Whether the journal did not answer, so that nothing is wrong with what was worked on. */
    public static boolean journalAway(Throwable failure) {
        return cause(failure) instanceof JournalUnavailableException;
    }

    private static Throwable cause(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }
}
