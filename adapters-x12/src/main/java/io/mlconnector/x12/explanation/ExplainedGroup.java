package io.mlconnector.x12.explanation;

import java.util.List;
import java.util.Objects;

/**
 * A functional group.
 *
 * @param code GS01; empty for sets outside of any functional group
 * @param number GS06 as received
 * @param version GS08 as received
 * @param segments GS and GE, and segments between its sets; may be empty
 * @param sets its transaction sets in their order
 */
public record ExplainedGroup(
        String code, String number, String version, List<ExplainedSegment> segments, List<ExplainedSet> sets) {
    public ExplainedGroup {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(number, "number");
        Objects.requireNonNull(version, "version");
        segments = List.copyOf(segments);
        sets = List.copyOf(sets);
    }
}
