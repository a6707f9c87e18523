package io.mlconnector.engine.forecast;

import io.mlconnector.domain.flow.FlowState;
import io.mlconnector.domain.flow.Kept;
import io.mlconnector.domain.flow.Replay;
import io.mlconnector.domain.invoicing.InvoiceInterventions;
import io.mlconnector.domain.invoicing.InvoiceState;
import io.mlconnector.domain.sending.OutgoingSubject;
import io.mlconnector.domain.sending.SendingInterventions;
import io.mlconnector.domain.sending.SendingState;
import io.mlconnector.domain.words.Condition;
import io.mlconnector.domain.words.HistoryEntry;
import io.mlconnector.domain.words.Stage;
import io.mlconnector.ports.journal.document.DocumentRecord;
import java.util.Optional;

/** Whether a document can be replayed, whatever flow it belongs to; the one rule for a replay and for its forecast. */
public final class ReplayRules {

    private ReplayRules() {}

    /**
     * Applies the rule of the document's flow.
     *
     * @param from the stage from which it is done again; empty is from where it stopped
     * @param who what is written down about the one who wants it
     */
    public static Replay of(DocumentRecord document, Optional<Stage> from, HistoryEntry who) {
        return switch (document.state()) {
            case Kept kept ->
                Replay.nothing(
                        kept,
                        "transaction set " + document.type() + " is kept and shown, and nothing is done with it.",
                        who);
            case FlowState ignored
            when document.condition() == Condition.MOVING ->
                Replay.refused("It is being worked on, or its turn comes by itself. Look again in a moment.");
            case FlowState state ->
                switch (state.progress()) {
                    case SendingState ignored ->
                        SendingInterventions.replay(state, OutgoingSubject.of(document.type()), from, who);
                    case InvoiceState ignored -> InvoiceInterventions.replay(state, from, who);
                    default -> Replay.refused("No flow moves a document in its state.");
                };
        };
    }
}
