package io.mlconnector.domain.answering.acknowledgement;

import java.util.List;
import java.util.Objects;

/**
 * The answer to one transaction set (AK2 to AK5).
 *
 * @param id ST01 as received
 * @param number ST02 as received
 * @param guide ST03 as received; empty if absent
 * @param verdict accepted, accepted with errors or rejected
 * @param errors data element 718, at most five
 * @param segments its segments in error, in order of position
 */
public record SetAcknowledgement(
        String id,
        String number,
        String guide,
        AcknowledgementCode verdict,
        List<String> errors,
        List<SegmentError> segments) {
    public SetAcknowledgement {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(number, "number");
        Objects.requireNonNull(guide, "guide");
        Objects.requireNonNull(verdict, "verdict");
        errors = List.copyOf(errors);
        segments = List.copyOf(segments);
    }
}
