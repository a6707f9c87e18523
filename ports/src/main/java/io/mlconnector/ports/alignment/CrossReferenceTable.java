package io.mlconnector.ports.alignment;

import io.mlconnector.domain.crossreference.CrossReferences;
import java.util.concurrent.CompletionStage;

/** The translations that operators keep. */
@FunctionalInterface
public interface CrossReferenceTable {

    /** All of them, as they are now. Fails only where the table cannot be read. */
    CompletionStage<CrossReferences> all();
}
