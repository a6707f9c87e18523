package io.mlconnector.domain.answering.acknowledgement;

import io.mlconnector.domain.interchange.InterchangeAcknowledgement;
import io.mlconnector.domain.interchange.ReceivedGroup;
import io.mlconnector.domain.interchange.ReceivedInterchange;
import io.mlconnector.domain.interchange.SyntaxProblem;
import io.mlconnector.domain.interchange.SyntaxProblem.Severity;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What is answered to an interchange (reference x12, sections 9.1 to 9.4). An answer is never answered. */
public final class InterchangeAnswers {
    private static final String ACKNOWLEDGEMENTS = "FA";
    private static final String NOTE = "TA105 ";
    private static final String NOTHING = "000";

    /** TA105: the same interchange control number came before. */
    public static final String USED_BEFORE = "025";

    private InterchangeAnswers() {}

    /** When a TA1 is sent. */
    public enum Confirmation {
        NEVER,
        /** Where ISA14 asks for it. */
        ON_REQUEST,
        ALWAYS
    }

    /**
     * Everything that is answered.
     *
     * @param received what came
     * @param confirmation when a TA1 is sent
     * @param functional whether 997s are sent
     * @param usedBefore whether an interchange of this number came from the same sender before
     */
    public static InterchangeAnswer to(
            ReceivedInterchange received, Confirmation confirmation, boolean functional, boolean usedBefore) {
        List<ReceivedGroup> answerable = received.groups().stream()
                .filter(InterchangeAnswers::answerable)
                .toList();
        boolean answersOnly = answerable.isEmpty()
                && (!received.acknowledgements().isEmpty() || !received.groups().isEmpty());
        boolean confirmed = !answersOnly
                && switch (confirmation) {
                    case NEVER -> false;
                    case ON_REQUEST -> requested(received, usedBefore);
                    case ALWAYS -> true;
                };
        return new InterchangeAnswer(
                received.number(),
                received.usage(),
                confirmed ? Optional.of(acknowledgement(received, usedBefore)) : Optional.empty(),
                functional && received.complete()
                        ? answerable.stream().map(GroupAcknowledgements::of).toList()
                        : List.of());
    }

    /** The same for an interchange whose number came for the first time. */
    public static InterchangeAnswer to(ReceivedInterchange received, Confirmation confirmation, boolean functional) {
        return to(received, confirmation, functional, false);
    }

    /** A group of answers is not answered, nor is one without a header. */
    private static boolean answerable(ReceivedGroup group) {
        return !group.code().isEmpty() && !group.code().equals(ACKNOWLEDGEMENTS);
    }

    /** ISA14: 1 always, 2 only a rejection, 3 only what is not accepted as it is. */
    private static boolean requested(ReceivedInterchange received, boolean usedBefore) {
        AcknowledgementCode verdict = usedBefore ? AcknowledgementCode.REJECTED : verdict(received);
        return switch (received.acknowledgementRequested()) {
            case "1" -> true;
            case "2" -> verdict == AcknowledgementCode.REJECTED;
            case "3" -> verdict != AcknowledgementCode.ACCEPTED;
            default -> false;
        };
    }

    private static InterchangeAcknowledgement acknowledgement(ReceivedInterchange received, boolean usedBefore) {
        return new InterchangeAcknowledgement(
                received.number(),
                received.date(),
                received.time(),
                (usedBefore ? AcknowledgementCode.REJECTED : verdict(received)).code(),
                usedBefore
                        ? USED_BEFORE
                        : worst(received).map(InterchangeAnswers::note).orElse(NOTHING));
    }

    private static AcknowledgementCode verdict(ReceivedInterchange received) {
        if (!received.complete()) {
            return AcknowledgementCode.REJECTED;
        }
        return worst(received)
                .map(problem -> problem.severity().compareTo(Severity.ERROR) >= 0
                                || note(problem).equals(USED_BEFORE)
                        ? AcknowledgementCode.REJECTED
                        : AcknowledgementCode.ACCEPTED_WITH_ERRORS)
                .orElse(AcknowledgementCode.ACCEPTED);
    }

    /** The gravest problem that the standard has a code for; of equals the first. A TA1 has room for one. */
    private static Optional<SyntaxProblem> worst(ReceivedInterchange received) {
        return Stream.concat(
                        received.problems().stream(),
                        received.groups().stream().flatMap(group -> group.problems().stream()))
                .filter(problem -> problem.standardCode().startsWith(NOTE))
                .reduce((one, other) -> other.severity().compareTo(one.severity()) > 0 ? other : one);
    }

    private static String note(SyntaxProblem problem) {
        return problem.standardCode().substring(NOTE.length());
    }
}
