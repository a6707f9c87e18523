package io.mlconnector.domain.interchange;

import java.util.Objects;

/**
 * A TA1 segment: what one end says of an interchange of the other (reference x12, section 9.3).
 *
 * @param interchangeNumber TA101: ISA13 of the interchange that is answered, as received
 * @param date TA102: its ISA09, YYMMDD, as received
 * @param time TA103: its ISA10, HHMM, as received
 * @param verdict TA104: A accepted, E accepted with errors, R rejected
 * @param note TA105: three digits; 000 if there is nothing to say
 */
public record InterchangeAcknowledgement(
        String interchangeNumber, String date, String time, String verdict, String note) {
    public InterchangeAcknowledgement {
        Objects.requireNonNull(interchangeNumber, "interchangeNumber");
        Objects.requireNonNull(date, "date");
        Objects.requireNonNull(time, "time");
        Objects.requireNonNull(verdict, "verdict");
        Objects.requireNonNull(note, "note");
    }
}
