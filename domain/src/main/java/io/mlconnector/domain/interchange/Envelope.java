package io.mlconnector.domain.interchange;

import java.time.LocalDateTime;
import java.util.Objects;

/**
 * Everything that the envelope of an outgoing interchange needs.
 *
 * @param sender us
 * @param receiver them
 * @param release of the group, and with it of the interchange
 * @param usage ISA15
 * @param acknowledgementRequested ISA14: whether a TA1 is asked for
 * @param numbers the control numbers, taken from the journal
 * @param delimiters agreed with the partner
 * @param preparedAt ISA09/10 and GS04/05, in UTC
 */
public record Envelope(
        InterchangeAddress sender,
        InterchangeAddress receiver,
        Release release,
        Usage usage,
        boolean acknowledgementRequested,
        ControlNumbers numbers,
        Delimiters delimiters,
        LocalDateTime preparedAt) {

    public Envelope {
        Objects.requireNonNull(sender, "sender");
        Objects.requireNonNull(receiver, "receiver");
        Objects.requireNonNull(release, "release");
        Objects.requireNonNull(usage, "usage");
        Objects.requireNonNull(numbers, "numbers");
        Objects.requireNonNull(delimiters, "delimiters");
        Objects.requireNonNull(preparedAt, "preparedAt");
    }
}
