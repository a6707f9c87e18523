package io.mlconnector.engine.simulation;

import io.mlconnector.domain.sending.SendingState;
import io.mlconnector.domain.words.Acknowledgement;
import io.mlconnector.ports.journal.document.DocumentRecord;
import java.util.ArrayList;
import java.util.List;

/**
 * Judges what is written down of the partners' answers. A rejection is never forgotten; an answer that came is never taken for
 * none; what was never answered is overdue.
 */
final class AnswerFindings {

    private final World world;
    private final List<DocumentRecord> documents;
    private final List<String> wrong = new ArrayList<>();

    AnswerFindings(World world, List<DocumentRecord> documents) {
        this.world = world;
        this.documents = documents;
    }

    List<String> judge() {
        for (DocumentRecord document : documents) {
            if (document.state() instanceof SendingState.Delivered delivered
                    && !document.keys().confirmationNumber().isEmpty()) {
                order(document, delivered.file().name());
            }
        }
        return wrong;
    }

    private void order(DocumentRecord document, String name) {
        List<Partners.Answer> said = world.partners().answers().stream()
                .filter(answer -> answer.upload().equals(name) && answer.says())
                .toList();
        Acknowledgement expected = expected(said);
        if (document.acknowledgement() != expected && !twin(document)) {
            wrong.add("answered wrongly: " + Findings.told(document) + " is "
                    + document.acknowledgement().word() + " and should be " + expected.word() + " by " + said);
        }
    }

    /** Two sets of one kind for one order: an 855 does not tell which one it is about. */
    private boolean twin(DocumentRecord document) {
        return documents.stream()
                        .filter(other -> other.keys()
                                        .orderNumber()
                                        .equals(document.keys().orderNumber())
                                && !other.keys().confirmationNumber().isEmpty()
                                && other.type().equals(document.type())
                                && other.state().mayHaveWritten())
                        .count()
                > 1;
    }

    private static Acknowledgement expected(List<Partners.Answer> said) {
        if (said.stream().anyMatch(answer -> !answer.accepted())) {
            return Acknowledgement.REJECTED;
        }
        return said.isEmpty() ? Acknowledgement.OVERDUE : Acknowledgement.ACCEPTED;
    }
}
