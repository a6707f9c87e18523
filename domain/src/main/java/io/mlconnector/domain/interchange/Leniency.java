package io.mlconnector.domain.interchange;

import java.util.Set;

/**
 * What a partner may do although the standard asks for something else, or although we do nothing with it.
 *
 * @param forgiven which disagreements of an envelope do not keep its documents from being processed
 * @param kept the kinds of transaction sets (ST01, such as {@code 864}) that are accepted and filed away unprocessed
 */
public record Leniency(Set<EnvelopePart> forgiven, Set<String> kept) {

    /** Nothing is forgiven, and nothing is filed away. */
    public static final Leniency NONE = new Leniency(Set.of(), Set.of());

    public Leniency {
        forgiven = Set.copyOf(forgiven);
        kept = Set.copyOf(kept);
    }

    /** Whether a disagreement of this part is forgiven. */
    public boolean forgives(EnvelopePart part) {
        return forgiven.contains(part);
    }
}
