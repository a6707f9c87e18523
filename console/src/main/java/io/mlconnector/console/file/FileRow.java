package io.mlconnector.console.file;

import io.mlconnector.console.page.Figures;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.ports.journal.file.FileRecord;

/**
 * A received file in a list.
 *
 * @param file it
 */
public record FileRow(FileRecord file) {

    /** Where its page is. */
    public String address() {
        return "/files/" + file.id().text();
    }

    /** Its size, in a unit that reads well. */
    public String size() {
        return Figures.size(file.size());
    }

    /** Why not all of it could be read; empty if it could. */
    public String problem() {
        return file.problem().map(Problem::message).orElse("");
    }

    /** Whether it lies at the gateway still, in words. */
    public String removed() {
        return file.removed() ? "removed" : file.removalIntended() ? "being removed" : "kept there";
    }
}
