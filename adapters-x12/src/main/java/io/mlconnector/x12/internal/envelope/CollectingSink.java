package io.mlconnector.x12.internal.envelope;

import io.mlconnector.domain.interchange.EnvelopeVerdicts;
import io.mlconnector.domain.interchange.ReceivedInterchange;
import io.mlconnector.domain.interchange.SyntaxProblem;
import io.mlconnector.domain.interchange.SyntaxProblem.Severity;
import io.mlconnector.ports.edi.DecodedDocument;
import io.mlconnector.ports.edi.DecodedFile;
import io.mlconnector.ports.edi.DocumentSink;
import io.mlconnector.ports.edi.UnreadBytes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Collects the content of a file, and marks the sets that their envelope keeps from being used. */
final class CollectingSink implements DocumentSink {
    private final List<DecodedDocument> documents = new ArrayList<>();
    private final List<ReceivedInterchange> interchanges = new ArrayList<>();
    private final List<SyntaxProblem> problems = new ArrayList<>();
    private final List<UnreadBytes> unread = new ArrayList<>();
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
        } else {
            List<Optional<SyntaxProblem>> against = EnvelopeVerdicts.ofSets(interchange);
            for (int i = 0; i < against.size(); i++) {
                int at = told + i;
                against.get(i)
                        .ifPresent(
                                problem -> documents.set(at, documents.get(at).with(problem)));
            }
        }
        told = documents.size();
    }

    @Override
    public void problem(SyntaxProblem problem) {
        problems.add(problem);
    }

    @Override
    public void unread(UnreadBytes bytes) {
        unread.add(bytes);
    }

    DecodedFile file() {
        problems.sort(Comparator.comparingLong(SyntaxProblem::offset));
        unread.sort(Comparator.comparingLong(UnreadBytes::offset));
        return new DecodedFile(documents, interchanges, problems, unread);
    }

    /** A set of an incomplete interchange is shown but cannot be used: the partner will send it again. */
    private static DecodedDocument notProcessed(DecodedDocument document) {
        return document.with(
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
    }
}
