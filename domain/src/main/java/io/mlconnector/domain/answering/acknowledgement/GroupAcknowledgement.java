package io.mlconnector.domain.answering.acknowledgement;

import java.util.List;
import java.util.Objects;

/**
 * The answer to one functional group: one 997 (AK1 to AK9).
 *
 * @param code GS01 as received
 * @param number GS06 as received
 * @param version GS08 as received
 * @param declared GE01: how many sets the sender says that there are; the count itself where he says nothing
 * @param received how many there are
 * @param accepted how many are accepted, with errors or without
 * @param verdict on the group
 * @param errors data element 716, at most five
 * @param sets the answers to its sets, in their order
 */
public record GroupAcknowledgement(
        String code,
        String number,
        String version,
        long declared,
        int received,
        int accepted,
        AcknowledgementCode verdict,
        List<String> errors,
        List<SetAcknowledgement> sets) {
    public GroupAcknowledgement {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(number, "number");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(verdict, "verdict");
        errors = List.copyOf(errors);
        sets = List.copyOf(sets);
    }
}
