package io.mlconnector.console.reference;

import io.mlconnector.console.operator.Permission;
import io.mlconnector.console.page.Frame;
import io.mlconnector.ports.journal.history.RecordedEntry;
import java.util.List;
import java.util.Optional;

/**
 * The page of one translation.
 *
 * @param frame around it
 * @param row it; empty if it was removed
 * @param id of its history
 * @param history who entered and changed it, when and why, newest first
 */
public record ReferencePage(Frame frame, Optional<ReferenceRow> row, String id, List<RecordedEntry> history) {

    public ReferencePage {
        history = List.copyOf(history);
    }

    /** Whether the reader may change it. */
    public boolean mayTranslate() {
        return frame.may(Permission.TRANSLATE);
    }
}
