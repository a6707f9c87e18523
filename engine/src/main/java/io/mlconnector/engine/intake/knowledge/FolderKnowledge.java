package io.mlconnector.engine.intake.knowledge;

import io.mlconnector.domain.agreement.FolderReference;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;

/**
 * What the work on one folder has shown about the gateway.
 *
 * @param consumeOnRead whether reading a file removes it
 * @param deleteRight whether the user may remove files
 */
public record FolderKnowledge(ConsumeOnRead consumeOnRead, DeleteRight deleteRight) {

    /** The text under {@link #consumeCursor} that says that reading removes. */
    public static final String CONSUMED = "yes";

    public FolderKnowledge {
        Objects.requireNonNull(consumeOnRead, "consumeOnRead");
        Objects.requireNonNull(deleteRight, "deleteRight");
    }

    /** The name under which the journal keeps that reading removes, if it turned out so. */
    public static String consumeCursor(String connection, FolderReference folder) {
        return "read once " + connection + " " + folder;
    }

    /** The name under which the journal keeps the text of the {@link DeleteRight}. */
    public static String deleteCursor(String connection, FolderReference folder) {
        return "delete right " + connection + " " + folder;
    }

    /**
     * Of what the journal keeps.
     *
     * @param configured whether {@code cleo.dialect.consumeOnRead} is set
     * @param cursors by their names; those that were never set are missing
     */
    public static FolderKnowledge of(
            boolean configured, Map<String, String> cursors, String connection, FolderReference folder) {
        String right = cursors.getOrDefault(deleteCursor(connection, folder), "");
        boolean found = CONSUMED.equals(cursors.get(consumeCursor(connection, folder)));
        return new FolderKnowledge(
                configured ? ConsumeOnRead.CONFIGURED : found ? ConsumeOnRead.FOUND : ConsumeOnRead.NOT_KNOWN,
                Arrays.stream(DeleteRight.values())
                        .filter(one -> one.text().equals(right))
                        .findFirst()
                        .orElse(DeleteRight.NOT_KNOWN));
    }
}
