package io.mlconnector.domain.interchange;

import java.util.List;
import java.util.Objects;

/**
 * An interchange as it was received: all that is needed to answer it with a TA1 and with 997s.
 *
 * @param sender ISA05 and ISA06; the group code is empty
 * @param receiver ISA07 and ISA08; the group code is empty
 * @param number ISA13 as received
 * @param date ISA09 as received
 * @param time ISA10 as received
 * @param version ISA12 as received
 * @param usage ISA15
 * @param acknowledgementRequested ISA14 as received: 0 no, 1 yes
 * @param complete whether its IEA came: an interchange is complete or it is not taken
 * @param problems what is wrong with ISA and IEA and between the groups; their standard codes begin with TA105
 * @param acknowledgements the TA1 segments that it carries
 * @param groups its functional groups in their order
 */
public record ReceivedInterchange(
        InterchangeAddress sender,
        InterchangeAddress receiver,
        String number,
        String date,
        String time,
        String version,
        Usage usage,
        String acknowledgementRequested,
        boolean complete,
        List<SyntaxProblem> problems,
        List<InterchangeAcknowledgement> acknowledgements,
        List<ReceivedGroup> groups) {
    public ReceivedInterchange {
        Objects.requireNonNull(sender, "sender");
        Objects.requireNonNull(receiver, "receiver");
        Objects.requireNonNull(number, "number");
        Objects.requireNonNull(date, "date");
        Objects.requireNonNull(time, "time");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(usage, "usage");
        Objects.requireNonNull(acknowledgementRequested, "acknowledgementRequested");
        problems = List.copyOf(problems);
        acknowledgements = List.copyOf(acknowledgements);
        groups = List.copyOf(groups);
    }
}
