package io.mlconnector.domain.answering.acknowledgement;

import io.mlconnector.domain.interchange.EnvelopeVerdicts;
import io.mlconnector.domain.interchange.InterchangeAcknowledgement;
import io.mlconnector.domain.interchange.ReceivedGroup;
import io.mlconnector.domain.interchange.ReceivedInterchange;
import io.mlconnector.domain.interchange.SyntaxProblem;
import java.util.Comparator;
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
     * Everything that is answered. An interchange that a TA1 rejects gets no 997, and neither does one whose number came
     * before: what was said of it the first time stands. Where no TA1 says that an interchange is rejected, its 997s do.
     *
     * @param received what came
     * @param confirmation when a TA1 is sent
     * @param functional whether 997s are sent
     * @param usedBefore whether an interchange of this number came from the same sender before
     */
    public static InterchangeAnswer to(
            ReceivedInterchange received, Confirmation confirmation, boolean functional, boolean usedBefore) {
        List<ReceivedGroup> asking =
                received.groups().stream().filter(InterchangeAnswers::asking).toList();
        boolean answersOnly = asking.isEmpty()
                && (!received.acknowledgements().isEmpty() || !received.groups().isEmpty());
        boolean speechless = functional && !asking.stream().allMatch(ReceivedGroup::answerable);
        boolean confirmed = !answersOnly
                && switch (confirmation) {
                    case NEVER -> false;
                    case ON_REQUEST -> speechless || requested(received, usedBefore);
                    case ALWAYS -> true;
                };
        boolean rejected = verdict(received, usedBefore) == AcknowledgementCode.REJECTED;
        boolean silent =
                !functional || !received.complete() || repeated(received, usedBefore) || (rejected && confirmed);
        return new InterchangeAnswer(
                received.number(),
                received.usage(),
                confirmed ? Optional.of(acknowledgement(received, usedBefore)) : Optional.empty(),
                silent
                        ? List.of()
                        : asking.stream()
                                .filter(ReceivedGroup::answerable)
                                .map(group -> GroupAcknowledgements.of(group, rejected))
                                .toList());
    }

    /** An answer in pieces, each of which has an interchange of its own: the TA1, and the 997s. */
    public static List<InterchangeAnswer> apart(InterchangeAnswer answer) {
        if (answer.acknowledgement().isEmpty() || answer.groups().isEmpty()) {
            return List.of(answer);
        }
        return List.of(
                new InterchangeAnswer(answer.interchangeNumber(), answer.usage(), answer.acknowledgement(), List.of()),
                new InterchangeAnswer(answer.interchangeNumber(), answer.usage(), Optional.empty(), answer.groups()));
    }

    /** The same for an interchange whose number came for the first time. */
    public static InterchangeAnswer to(ReceivedInterchange received, Confirmation confirmation, boolean functional) {
        return to(received, confirmation, functional, false);
    }

    /** A group of answers is not answered. */
    private static boolean asking(ReceivedGroup group) {
        return !group.code().equals(ACKNOWLEDGEMENTS);
    }

    private static boolean repeated(ReceivedInterchange received, boolean usedBefore) {
        return usedBefore
                || received.problems().stream()
                        .anyMatch(problem -> problem.standardCode().equals(NOTE + USED_BEFORE));
    }

    /** ISA14: 1 always, 2 only a rejection, 3 only what is not accepted as it is. */
    private static boolean requested(ReceivedInterchange received, boolean usedBefore) {
        AcknowledgementCode verdict = verdict(received, usedBefore);
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
                verdict(received, usedBefore).code(),
                usedBefore
                        ? USED_BEFORE
                        : worst(received).map(InterchangeAnswers::note).orElse(NOTHING));
    }

    private static AcknowledgementCode verdict(ReceivedInterchange received, boolean usedBefore) {
        if (!received.complete()
                || repeated(received, usedBefore)
                || EnvelopeVerdicts.of(received).isPresent()
                || nothingReadable(received)) {
            return AcknowledgementCode.REJECTED;
        }
        return worst(received).isPresent() ? AcknowledgementCode.ACCEPTED_WITH_ERRORS : AcknowledgementCode.ACCEPTED;
    }

    /** Whether there are groups, and of none of them the header could be used. */
    private static boolean nothingReadable(ReceivedInterchange received) {
        return !received.groups().isEmpty()
                && received.groups().stream()
                        .allMatch(group -> EnvelopeVerdicts.of(group)
                                .filter(problem -> problem.standardCode().startsWith(NOTE))
                                .isPresent());
    }

    /** The gravest problem that the standard has a code for; of equals the first. A TA1 has room for one. */
    private static Optional<SyntaxProblem> worst(ReceivedInterchange received) {
        return Stream.concat(
                        received.problems().stream(),
                        received.groups().stream().flatMap(group -> group.problems().stream()))
                .filter(problem -> problem.standardCode().startsWith(NOTE))
                .min(Comparator.comparing(SyntaxProblem::severity).reversed().thenComparingLong(SyntaxProblem::offset));
    }

    private static String note(SyntaxProblem problem) {
        return problem.standardCode().substring(NOTE.length());
    }
}
