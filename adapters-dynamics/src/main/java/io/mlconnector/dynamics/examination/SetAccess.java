package io.mlconnector.dynamics.examination;

import java.util.Objects;

/**
 * Whether an entity set can be read as it is used.
 *
 * @param set which one
 * @param readable whether it can be read
 * @param good whether everything that is configured works; something may be left out
 * @param words what was found, and what to do
 */
public record SetAccess(UsedSet set, boolean readable, boolean good, String words) {
    public SetAccess {
        Objects.requireNonNull(set, "set");
        Objects.requireNonNull(words, "words");
    }
}
