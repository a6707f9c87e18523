package io.mlconnector.x12.explanation;

import java.util.List;
import java.util.Objects;

/**
 * An interchange.
 *
 * @param sender qualifier and id of ISA05 and ISA06
 * @param receiver qualifier and id of ISA07 and ISA08
 * @param number ISA13 as received
 * @param offset where its ISA begins in the file, in bytes
 * @param complete whether its IEA was received
 * @param segments segments outside of its groups: ISA first, then TA1 and stray segments, then IEA
 * @param groups in their order; sets without a GS are in a group without a code
 */
public record ExplainedInterchange(
        String sender,
        String receiver,
        String number,
        long offset,
        boolean complete,
        List<ExplainedSegment> segments,
        List<ExplainedGroup> groups) {
    public ExplainedInterchange {
        Objects.requireNonNull(sender, "sender");
        Objects.requireNonNull(receiver, "receiver");
        Objects.requireNonNull(number, "number");
        segments = List.copyOf(segments);
        groups = List.copyOf(groups);
    }
}
