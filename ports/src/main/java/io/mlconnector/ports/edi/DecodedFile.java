package io.mlconnector.ports.edi;

import io.mlconnector.domain.interchange.ReceivedInterchange;
import io.mlconnector.domain.interchange.SyntaxProblem;
import io.mlconnector.domain.interchange.SyntaxProblem.Severity;
import java.util.List;

/**
 * What a file holds.
 *
 * @param documents the transaction sets in their order, of all interchanges and groups
 * @param interchanges their envelopes in their order: what a TA1 and 997s answer
 * @param problems what is wrong outside of any transaction set: the file is no X12, an interchange is incomplete, a
 *     group's count is wrong
 * @param unread what belongs to no document, in order of position
 */
public record DecodedFile(
        List<DecodedDocument> documents,
        List<ReceivedInterchange> interchanges,
        List<SyntaxProblem> problems,
        List<UnreadBytes> unread) {

    public DecodedFile {
        documents = List.copyOf(documents);
        interchanges = List.copyOf(interchanges);
        problems = List.copyOf(problems);
        unread = List.copyOf(unread);
    }

    /** Whether some part of the file could not be read at all, or is not used because its envelope does not agree. */
    public boolean damaged() {
        return !unread.isEmpty()
                || problems.stream().anyMatch(problem -> problem.severity().compareTo(Severity.ERROR) >= 0);
    }
}
