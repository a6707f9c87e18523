package io.mlconnector.engine.intervention.condition;

import io.mlconnector.engine.Engine;
import io.mlconnector.ports.journal.Journal;
import io.mlconnector.ports.journal.composed.ComposedJournal;
import io.mlconnector.ports.journal.document.DocumentRecord;
import java.util.function.Predicate;

/** Interventions on a condition: that a document is still what whoever acts on it has seen. */
public final class Conditional extends ComposedJournal {

    private Conditional(Journal journal, Predicate<DocumentRecord> seen) {
        super(new Parts(new ConditionalFlows(journal, seen), journal, journal, journal, journal, journal));
    }

    /**
     * The same engine, through which people act on a document only if it is as they have seen it. That is judged under the document's
     * lock, in the transaction that changes it: of two who saw the same, one acts. An action on another one fails with
     * {@link ChangedMeanwhileException}.
     *
     * @param seen whether a document is; pure
     */
    public static Engine on(Engine engine, Predicate<DocumentRecord> seen) {
        return engine.over(new Conditional(engine.journal(), seen), engine.crossReferences());
    }
}
