package io.mlconnector.x12.internal.envelope;

import io.mlconnector.domain.interchange.ReceivedInterchange;
import io.mlconnector.domain.interchange.SyntaxProblem;
import io.mlconnector.domain.interchange.SyntaxProblem.Severity;
import io.mlconnector.ports.edi.DecodedDocument;
import io.mlconnector.ports.edi.DecodedFile;
import io.mlconnector.ports.edi.DocumentSink;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects the content of a file, and marks the sets of incomplete interchanges. */
final class CollectingSink implements DocumentSink {
    private final List<DecodedDocument> documents = new ArrayList<>();
    private final List<ReceivedInterchange> interchanges = new ArrayList<>();
    private final List<SyntaxProblem> problems = new ArrayList<>();
    private int told;

    @Override
    public void document(DecodedDocument document) {
        documents.add(document);
    }

    @Override
    public void interchange(ReceivedInterchange interchange) {
        interchanges.add(interchange);
        if (!interchange.complete()) {
            documents.subList(told, documents.size()).replaceAll(CollectingSink::notProcessed);
        }
        told = documents.size();
    }

    @Override
    public void problem(SyntaxProblem problem) {
        problems.add(problem);
    }

    DecodedFile file() {
        problems.sort(Comparator.comparingLong(SyntaxProblem::offset));
        return new DecodedFile(documents, interchanges, problems);
    }

    /** A set of an incomplete interchange is shown but cannot be used: the partner will send it again. */
    private static DecodedDocument notProcessed(DecodedDocument document) {
        var told = new ArrayList<>(document.problems());
        told.add(
                new SyntaxProblem(
                        "interchange-incomplete",
                        Severity.ERROR,
                        "TA105 023",
                        "ST",
                        0,
                        1,
                        0,
                        0,
                        document.offset(),
                        "",
                        "The interchange of this transaction set was truncated and is not processed. Ask the partner to send it again."));
        return new DecodedDocument(
                document.reference(), document.content(), told, document.offset(), document.length());
    }
}
