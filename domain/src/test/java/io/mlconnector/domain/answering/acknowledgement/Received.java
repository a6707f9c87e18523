package io.mlconnector.domain.answering.acknowledgement;

import io.mlconnector.domain.fixture.Partners;
import io.mlconnector.domain.interchange.InterchangeAcknowledgement;
import io.mlconnector.domain.interchange.ReceivedGroup;
import io.mlconnector.domain.interchange.ReceivedInterchange;
import io.mlconnector.domain.interchange.ReceivedTransactionSet;
import io.mlconnector.domain.interchange.SyntaxProblem;
import io.mlconnector.domain.interchange.SyntaxProblem.Severity;
import io.mlconnector.domain.interchange.Usage;
import java.util.List;

/** What a partner sent, and what is wrong with it. */
final class Received {

    private Received() {}

    static SyntaxProblem problem(Severity severity, String standardCode) {
        return problem(severity, standardCode, "BIG", 2, 0, "");
    }

    static SyntaxProblem problem(
            Severity severity, String standardCode, String segment, int segmentInSet, int element, String text) {
        return new SyntaxProblem(
                "some-problem",
                severity,
                standardCode,
                segment,
                7,
                segmentInSet,
                element,
                0,
                100,
                text,
                "It is wrong.");
    }

    static ReceivedTransactionSet set(String number, SyntaxProblem... problems) {
        return new ReceivedTransactionSet("810", number, "", List.of(problems));
    }

    static ReceivedGroup group(ReceivedTransactionSet... sets) {
        return group("IN", Integer.toString(sets.length), List.of(), sets);
    }

    static ReceivedGroup group(
            String code, String declared, List<SyntaxProblem> problems, ReceivedTransactionSet... sets) {
        return new ReceivedGroup(code, "ACME", "CONTOSO", "45", "004010", declared, problems, List.of(sets));
    }

    static ReceivedInterchange interchange(String requested, List<SyntaxProblem> problems, ReceivedGroup... groups) {
        return interchange(requested, true, problems, List.of(), groups);
    }

    static ReceivedInterchange interchange(
            String requested,
            boolean complete,
            List<SyntaxProblem> problems,
            List<InterchangeAcknowledgement> acknowledgements,
            ReceivedGroup... groups) {
        return new ReceivedInterchange(
                Partners.THEM,
                Partners.US,
                "000000123",
                "260310",
                "0915",
                "00401",
                Usage.TEST,
                requested,
                complete,
                problems,
                acknowledgements,
                List.of(groups));
    }
}
