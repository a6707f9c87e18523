package io.mlconnector.ports.edi;

import io.mlconnector.domain.interchange.EnvelopeReference;
import io.mlconnector.domain.interchange.SyntaxProblem;
import io.mlconnector.domain.interchange.SyntaxProblem.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * One transaction set of a file.
 *
 * @param reference where it stood
 * @param content what it says
 * @param problems what is wrong with it, in order of position
 * @param offset where its ST begins in the file, in bytes
 * @param length from ST to the end of SE, in bytes
 */
public record DecodedDocument(
        EnvelopeReference reference, Content content, List<SyntaxProblem> problems, long offset, long length) {

    public DecodedDocument {
        Objects.requireNonNull(reference, "reference");
        Objects.requireNonNull(content, "content");
        problems = List.copyOf(problems);
    }

    /** The same with one more problem. */
    public DecodedDocument with(SyntaxProblem problem) {
        List<SyntaxProblem> more = new ArrayList<>(problems);
        more.add(problem);
        return new DecodedDocument(reference, content, more, offset, length);
    }

    /** Whether the document can be used: it has no error. */
    public boolean usable() {
        return problems.stream().noneMatch(problem -> problem.severity().compareTo(Severity.ERROR) >= 0);
    }
}
