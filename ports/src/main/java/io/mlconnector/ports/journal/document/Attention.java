package io.mlconnector.ports.journal.document;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Who looks after a document, and when it is to be looked at again. It changes nothing of what becomes of the document.
 *
 * @param assignee name of the person; empty if nobody does
 * @param snoozedUntil until then it is left out where work is listed; empty if it is not. Ends as soon as a person acts on the
 *     document
 */
public record Attention(Optional<String> assignee, Optional<Instant> snoozedUntil) {

    /** Nobody's, and not put off. */
    public static final Attention NONE = new Attention(Optional.empty(), Optional.empty());

    /** The longest name of an assignee, in characters. */
    public static final int LONGEST_NAME = 100;

    public Attention {
        Objects.requireNonNull(assignee, "assignee");
        Objects.requireNonNull(snoozedUntil, "snoozedUntil");
        assignee.ifPresent(name -> {
            if (name.isBlank() || name.length() > LONGEST_NAME) {
                throw new IllegalArgumentException("An assignee has a name of 1 to " + LONGEST_NAME + " characters");
            }
        });
    }

    /** The same, looked after by this person, or by nobody. */
    public Attention by(Optional<String> person) {
        return new Attention(person, snoozedUntil);
    }

    /** The same, put off until this time, or not put off. */
    public Attention until(Optional<Instant> time) {
        return new Attention(assignee, time);
    }

    /** Whether it is put off at this time. */
    public boolean snoozedAt(Instant now) {
        return snoozedUntil.filter(now::isBefore).isPresent();
    }
}
