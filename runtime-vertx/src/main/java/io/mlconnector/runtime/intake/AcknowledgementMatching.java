package io.mlconnector.runtime.intake;

import io.mlconnector.domain.flow.Acknowledgement;
import io.mlconnector.domain.flow.HistoryEntry;
import io.mlconnector.domain.interchange.EnvelopeReference;
import io.mlconnector.ports.edi.Content.FunctionalAcknowledgement;
import io.mlconnector.ports.edi.Content.FunctionalAcknowledgement.Answer;
import io.mlconnector.ports.journal.DocumentFilter;
import io.mlconnector.ports.journal.DocumentRecord;
import io.mlconnector.runtime.flow.Engine;
import io.mlconnector.runtime.flow.Link;
import io.vertx.core.Future;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds the document that a 997 answers, by partner and group number, and writes the answer down with it. */
final class AcknowledgementMatching {

    private final Engine engine;
    private final Link link;

    AcknowledgementMatching(Engine engine, Link link) {
        this.engine = engine;
        this.link = link;
    }

    Future<Void> match(EnvelopeReference reference, FunctionalAcknowledgement answer) {
        Optional<String> partner = link.settings()
                .partners()
                .sending(reference.sender())
                .map(found -> found.id().id());
        if (partner.isEmpty()) {
            return Future.succeededFuture();
        }
        String number = String.format(Locale.ROOT, "%09d", answer.groupNumber());
        DocumentFilter sent = new DocumentFilter(
                link.id(),
                partner.get(),
                "",
                "outbound",
                "",
                "",
                "",
                "",
                "",
                number,
                Optional.empty(),
                Optional.empty(),
                10,
                Optional.empty());
        return engine.onContext(engine.journal().list(sent))
                .compose(found -> note(
                        found.stream()
                                .filter(document ->
                                        document.keys().controlNumber().equals(number))
                                .toList(),
                        reference,
                        answer));
    }

    private Future<Void> note(
            List<DocumentRecord> documents, EnvelopeReference reference, FunctionalAcknowledgement answer) {
        Future<Void> noted = Future.succeededFuture();
        for (DocumentRecord document : documents) {
            String verdict = verdict(document, answer);
            HistoryEntry entry = HistoryEntry.entry(
                    engine.clock().instant(),
                    "acknowledged",
                    "The partner answered with a 997 in interchange " + reference.interchangeNumber() + ": " + verdict
                            + remarks(answer));
            noted = noted.compose(ignored ->
                    engine.onContext(engine.journal().note(document.id(), entry, List.of(), acknowledgement(verdict))));
        }
        return noted;
    }

    /** The verdict on the document itself; without one the verdict on the group counts (reference x12, section 9.1). */
    private static String verdict(DocumentRecord document, FunctionalAcknowledgement answer) {
        return answer.answers().stream()
                .filter(one -> number(one.transactionSetNumber())
                        .equals(number(document.keys().transactionSetNumber())))
                .map(Answer::verdict)
                .findFirst()
                .orElse(answer.groupVerdict());
    }

    private static String number(String text) {
        return text.strip().replaceFirst("^0+(?=.)", "");
    }

    private static String remarks(FunctionalAcknowledgement answer) {
        List<String> remarks =
                answer.answers().stream().flatMap(one -> one.remarks().stream()).toList();
        return remarks.isEmpty() ? "" : " (" + String.join("; ", remarks) + ")";
    }

    private static Optional<Acknowledgement> acknowledgement(String verdict) {
        return switch (verdict) {
            case "A" -> Optional.of(Acknowledgement.ACCEPTED);
            case "E", "P" -> Optional.of(Acknowledgement.ACCEPTED_WITH_ERRORS);
            case "R", "M", "W", "X" -> Optional.of(Acknowledgement.REJECTED);
            default -> Optional.empty();
        };
    }
}
