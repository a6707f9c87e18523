package io.mlconnector.ports.journal.number;

import java.util.Objects;

/**
 * A sequence of control numbers: one for each pair of ends, because numbers must be unique between them.
 *
 * @param sender our end, as {@code qualifier:id}
 * @param receiver the partner's end, as {@code qualifier:id}
 */
public record NumberSequence(String sender, String receiver) {
    public NumberSequence {
        Objects.requireNonNull(sender, "sender");
        Objects.requireNonNull(receiver, "receiver");
    }
}
