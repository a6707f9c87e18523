package io.mlconnector.domain.alignment;

import io.mlconnector.domain.words.HistoryEntry;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/**
 * Why a value is what it is.
 *
 * @param sentence for a person
 * @param rule that found it, such as {@code order-line-number}; [a-z-]+, for programs; empty where no rule had to choose
 */
public record Reason(String sentence, String rule) {

    public Reason {
        Objects.requireNonNull(sentence, "sentence");
        Objects.requireNonNull(rule, "rule");
    }

    /** As it stands in the history. */
    public HistoryEntry entry(Instant at) {
        return HistoryEntry.entry(at, "aligned", sentence, rule.isEmpty() ? Map.of() : Map.of("rule", rule));
    }
}
