package io.mlconnector.x12.explanation;

import java.util.Objects;

/**
 * A sum or a count.
 *
 * @param name what it is
 * @param counted what the set adds up to, a decimal number; may be empty
 * @param stated the value stated in the set, a decimal number; empty if none is stated
 * @param statedAt the element that states it, such as {@code TDS01}; empty if the set has no such element
 * @param verdict how the two compare
 */
public record ExplainedTotal(String name, String counted, String stated, String statedAt, Verdict verdict) {
    public ExplainedTotal {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(counted, "counted");
        Objects.requireNonNull(stated, "stated");
        Objects.requireNonNull(statedAt, "statedAt");
        Objects.requireNonNull(verdict, "verdict");
    }

    /** How a total compares with what is stated. */
    public enum Verdict {
        AGREES,
        DIFFERS,
        /** There is nothing to compare. */
        NOT_COMPARED
    }
}
