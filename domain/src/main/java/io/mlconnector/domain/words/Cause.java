package io.mlconnector.domain.words;

import java.util.Comparator;
import java.util.Objects;

/**
 * What a problem is about, apart from how it is told: documents with the same cause are stuck for the same reason, and a person
 * who accepts it accepts this one and no other.
 *
 * @param code the problem's code
 * @param key the problem's {@link Problem#causeKey()}; empty for a cause that stands for every problem of its code, as rows
 *     written by earlier versions do
 */
public record Cause(String code, String key) implements Comparable<Cause> {

    private static final Comparator<Cause> ORDER =
            Comparator.comparing(Cause::code).thenComparing(Cause::key);

    public Cause {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(key, "key");
    }

    /** Whether this is what the problem is about. */
    public boolean covers(Problem problem) {
        return code.equals(problem.code()) && (key.isEmpty() || key.equals(problem.causeKey()));
    }

    @Override
    public int compareTo(Cause other) {
        return ORDER.compare(this, other);
    }
}
