package io.mlconnector.engine.restoration;

import io.mlconnector.ports.journal.document.DocumentRecord;
import java.util.List;
import java.util.Objects;

/**
 * A document that is held because the journal was put back to an earlier time.
 *
 * @param document the document
 * @param announced how it came about: the first sentence of its history
 * @param sent what speaks for its having been sent, in sentences; empty if nothing was seen
 * @param looked where was looked without finding anything, in sentences
 */
public record HeldDocument(DocumentRecord document, String announced, List<String> sent, List<String> looked) {
    public HeldDocument {
        Objects.requireNonNull(document, "document");
        Objects.requireNonNull(announced, "announced");
        sent = List.copyOf(sent);
        looked = List.copyOf(looked);
    }

    /** Whether nothing speaks for its having been sent. That proves nothing: not every partner answers, and routers empty folders. */
    public boolean unseen() {
        return sent.isEmpty();
    }
}
