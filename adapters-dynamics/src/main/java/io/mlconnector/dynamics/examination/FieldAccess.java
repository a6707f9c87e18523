package io.mlconnector.dynamics.examination;

import java.util.Objects;

/**
 * What the metadata of F&O says of the fields of an entity set that are used.
 *
 * @param what the entity set; {@code metadata} if it is about all of them
 * @param good whether everything that is configured works; something may be left out
 * @param words what was found, and what to do
 */
public record FieldAccess(String what, boolean good, String words) {
    public FieldAccess {
        Objects.requireNonNull(what, "what");
        Objects.requireNonNull(words, "words");
    }
}
