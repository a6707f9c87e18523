package io.mlconnector.x12.explanation;

import io.mlconnector.domain.interchange.SyntaxProblem;
import java.util.List;

/**
 * A file parsed for display: contains everything that carries a value, even if the file is damaged. ISA02 and
 * ISA04 are omitted, since they may contain a password.
 *
 * @param interchanges in their order
 * @param strays bytes that belong to no segment, in their order
 * @param problems those that belong to no segment, in order of position
 */
public record ExplainedFile(
        List<ExplainedInterchange> interchanges, List<StrayBytes> strays, List<SyntaxProblem> problems) {
    public ExplainedFile {
        interchanges = List.copyOf(interchanges);
        strays = List.copyOf(strays);
        problems = List.copyOf(problems);
    }
}
