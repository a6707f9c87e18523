package io.mlconnector.x12.internal.answer;

import io.mlconnector.domain.interchange.SyntaxProblem;
import io.mlconnector.domain.interchange.SyntaxProblem.Severity;
import java.util.ArrayList;
import java.util.List;

/** Changes to an answer that were required to write it, and errors that prevent writing it. */
final class AnswerProblems {
    private final List<SyntaxProblem> problems = new ArrayList<>();

    void note(String code, String segment, int element, String text, String message) {
        add(Severity.NOTE, code, segment, element, text, message);
    }

    void error(String code, String segment, int element, String text, String message) {
        add(Severity.ERROR, code, segment, element, text, message);
    }

    private void add(Severity severity, String code, String segment, int element, String text, String message) {
        String shown = text.length() > 99 ? text.substring(0, 99) : text;
        problems.add(new SyntaxProblem(code, severity, "", segment, 0, 0, element, 0, 0, shown, message));
    }

    boolean fatal() {
        return problems.stream().anyMatch(problem -> problem.severity().compareTo(Severity.ERROR) >= 0);
    }

    List<SyntaxProblem> all() {
        return problems;
    }
}
