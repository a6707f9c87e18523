package io.mlconnector.domain.interchange;

import java.util.Objects;

/**
 * Where a received transaction set stood: enough to recognise it again and to answer it.
 *
 * @param sender ISA05/06 with GS02
 * @param receiver ISA07/08 with GS03
 * @param interchangeNumber ISA13 as received
 * @param groupNumber GS06 as received; empty if there was no group
 * @param transactionSetNumber ST02 as received
 * @param groupCode GS01, such as {@code IN}; empty if there was no group
 * @param transactionSetId ST01, such as {@code 810}
 * @param version GS08 (or ST03 where it names a release), such as {@code 004010VICS}; empty if absent
 * @param usage ISA15
 */
public record EnvelopeReference(
        InterchangeAddress sender,
        InterchangeAddress receiver,
        String interchangeNumber,
        String groupNumber,
        String transactionSetNumber,
        String groupCode,
        String transactionSetId,
        String version,
        Usage usage) {

    public EnvelopeReference {
        Objects.requireNonNull(sender, "sender");
        Objects.requireNonNull(receiver, "receiver");
        Objects.requireNonNull(interchangeNumber, "interchangeNumber");
        Objects.requireNonNull(groupNumber, "groupNumber");
        Objects.requireNonNull(transactionSetNumber, "transactionSetNumber");
        Objects.requireNonNull(groupCode, "groupCode");
        Objects.requireNonNull(transactionSetId, "transactionSetId");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(usage, "usage");
    }
}
