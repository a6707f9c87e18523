package io.mlconnector.engine.forecast;

import java.util.Objects;
import java.util.Optional;

/**
 * What would become of one document if it were replayed now.
 *
 * @param verdict in one word
 * @param message in a sentence: what is written where, or why nothing is; no price
 * @param job what it would do, by the key under which it is done once only; empty if it would write nothing
 */
public record Forecast(Verdict verdict, String message, Optional<String> job) {

    /** The words of a forecast. */
    public enum Verdict {
        /** A file is uploaded. */
        SENDS("sends"),
        /** A vendor invoice is created. */
        POSTS("posts"),
        /** The missing lines of a vendor invoice are created. */
        ADDS_LINES("adds-lines"),
        /** A header that was left behind is deleted in F&O. */
        DELETES("deletes"),
        /** The remote system is asked whether a write happened. */
        ASKS("asks"),
        /** Nothing is written anywhere. */
        NOTHING("nothing"),
        /** A person must decide, still or again. */
        HOLDS("holds"),
        /** It fails, still or again. */
        FAILS("fails"),
        /** Something must happen first; it goes on by itself then. */
        LATER("later"),
        /** The replay itself is not possible. */
        REFUSED("refused");

        private final String word;

        Verdict(String word) {
            this.word = word;
        }

        /** The word of interface and commands. */
        public String word() {
            return word;
        }
    }

    public Forecast {
        Objects.requireNonNull(verdict, "verdict");
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(job, "job");
    }

    static Forecast writes(Verdict verdict, String message, String job) {
        return new Forecast(verdict, message, Optional.of(job));
    }

    static Forecast deletes(String message) {
        return new Forecast(Verdict.DELETES, message, Optional.empty());
    }

    static Forecast asks(String message) {
        return new Forecast(Verdict.ASKS, message, Optional.empty());
    }

    /**
     * Only something is noted of the document.
     *
     * @param what a sentence about it
     */
    public static Forecast onlySaid(String what) {
        return said(what + " Nothing else changes.");
    }

    /**
     * Nothing is written to a remote system, but the document changes.
     *
     * @param what would become of it, as the rest of a sentence about it
     */
    static Forecast said(String what) {
        return new Forecast(Verdict.NOTHING, what, Optional.empty());
    }

    static Forecast nothing(String why) {
        return new Forecast(Verdict.NOTHING, "nothing: " + why, Optional.empty());
    }

    static Forecast holds(String why) {
        return new Forecast(Verdict.HOLDS, "held: " + why, Optional.empty());
    }

    static Forecast fails(String why) {
        return new Forecast(Verdict.FAILS, "fails: " + why, Optional.empty());
    }

    static Forecast later(String why) {
        return new Forecast(Verdict.LATER, "later: " + why, Optional.empty());
    }

    static Forecast refused(String why) {
        return new Forecast(Verdict.REFUSED, "refused: " + why, Optional.empty());
    }
}
