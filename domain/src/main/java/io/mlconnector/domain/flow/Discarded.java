package io.mlconnector.domain.flow;

import io.mlconnector.domain.words.Condition;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.domain.words.Problem;
import java.util.Objects;
import java.util.Optional;

/**
 * Discarded: by a person, because there is nothing to do, or because another document took its place.
 *
 * @param why who discarded it and why
 * @param before the state that a restore brings back
 * @param replacedBy the document that took its place; empty if none did
 */
public record Discarded(Problem why, Restorable before, Optional<DocumentId> replacedBy) implements Stopped {

    public Discarded {
        Objects.requireNonNull(why, "why");
        Objects.requireNonNull(before, "before");
        Objects.requireNonNull(replacedBy, "replacedBy");
    }

    /** Discarded, and nothing took its place. */
    public static Discarded because(Problem why, Restorable before) {
        return new Discarded(why, before, Optional.empty());
    }

    /** Whether a person discarded it: by itself only what is on its way is discarded. */
    public boolean byPerson() {
        return before instanceof Halted && replacedBy.isEmpty();
    }

    @Override
    public Condition condition() {
        return Condition.DISCARDED;
    }
}
