package io.mlconnector.engine.loop;

import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.ProblemCode;
import io.mlconnector.ports.journal.JournalUnavailableException;
import java.util.concurrent.CompletionException;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;

/** Says that work broke off: in a line where the database was away, with everything there is where it is a defect. */
public final class BrokenOff {

    /** With everything that belongs to it, such as the point of an amount. */
    private static final Pattern NUMBER = Pattern.compile("\\d+(?:[.,]\\d+)*");

    /** A failure whose causes go round in a circle ends too. */
    private static final int MOST_CAUSES = 10;

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
            log.log(Level.SEVERE, what, numberless(cause));
        }
    }

    /**
     * A failure as it may stand in a log: with its words and the place in the program, but with a {@code #} for each number in the
     * words. They may quote a document, and no price or amount of one belongs into a log.
     */
    public static Throwable numberless(Throwable failure) {
        return numberless(failure, MOST_CAUSES);
    }

    private static Throwable numberless(Throwable failure, int more) {
        String words = failure.getMessage() == null
                ? ""
                : ": " + NUMBER.matcher(failure.getMessage()).replaceAll("#");
        Throwable cause = failure.getCause();
        Throwable told = new Told(failure.getClass().getName() + words, failure.getStackTrace());
        if (cause != null && more > 0) {
            told.initCause(numberless(cause, more - 1));
        }
        for (Throwable suppressed : failure.getSuppressed()) {
            if (more > 0) {
                told.addSuppressed(numberless(suppressed, more - 1));
            }
        }
        return told;
    }

    /** Stands for a failure, in its words: its own name would say nothing. */
    @SuppressWarnings("OverrideThrowableToString")
    private static final class Told extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Told(String words, StackTraceElement[] where) {
            super(words);
            setStackTrace(where);
        }

        @Override
        public String toString() {
            return String.valueOf(getMessage());
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
