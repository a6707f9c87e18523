package io.mlconnector.engine;

import io.mlconnector.domain.interchange.SyntaxProblem;
import io.mlconnector.domain.interchange.SyntaxProblem.Severity;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.ProblemCode;
import io.mlconnector.ports.stored.ReceivedSet;
import java.util.List;
import java.util.stream.Collectors;

/** Puts problems of X12 into one reason for a person. */
public final class SyntaxProblems {

    private static final int MOST = 5;

    private SyntaxProblems() {}

    /** Why a transaction set cannot be used. */
    public static Problem summary(ReceivedSet set) {
        List<SyntaxProblem> serious = serious(set.problems());
        String id = set.reference().transactionSetId();
        String where = "transaction set " + id + " " + set.reference().transactionSetNumber() + " of interchange "
                + set.reference().interchangeNumber();
        if (serious.stream().anyMatch(problem -> problem.code().equals("transaction-set-unsupported"))) {
            return Problem.of(
                    ProblemCode.SET_NOT_PROCESSED,
                    id,
                    "The " + where + " from " + set.reference().sender()
                            + " is not processed, and the partner is told so: "
                            + inWords(serious)
                            + " Look at it, do by hand what it asks for, then discard this document; what may always be"
                            + " filed away is named in the partner's invoices.keep.");
        }
        return Problem.of(
                ProblemCode.X12_INVALID,
                serious.isEmpty()
                        ? id
                        : serious.get(0).code() + ":" + set.reference().sender(),
                "The " + where + " cannot be used: " + inWords(serious)
                        + " Send these positions to the partner and ask for a corrected file; then discard this document.");
    }

    /** Why a file, or a part of it, cannot be used. */
    public static Problem summary(String fileName, List<SyntaxProblem> problems) {
        List<SyntaxProblem> serious = serious(problems);
        String code = serious.isEmpty() ? "x12-invalid" : serious.get(0).code();
        return Problem.named(
                code,
                fileName,
                "File " + fileName + ": " + inWords(serious)
                        + " Nothing of the unreadable part was processed; its bytes are kept. Ask the partner to send it"
                        + " again.");
    }

    private static List<SyntaxProblem> serious(List<SyntaxProblem> problems) {
        return problems.stream()
                .filter(problem -> problem.severity().compareTo(Severity.ERROR) >= 0)
                .toList();
    }

    private static String inWords(List<SyntaxProblem> problems) {
        String text = problems.stream()
                .limit(MOST)
                .map(problem -> problem.place() + ": " + problem.message())
                .collect(Collectors.joining(" "));
        return problems.size() > MOST ? text + " And " + (problems.size() - MOST) + " more." : text;
    }
}
