package io.mlconnector.ports.journal.file;

import io.mlconnector.domain.trade.ContentHash;
import java.time.Instant;
import java.util.Objects;

/**
 * That a file was taken, as it is remembered outside the journal, so that it is missed when the journal was put back to an
 * earlier time.
 *
 * @param connection short name of the connection
 * @param folder as configured
 * @param listed how it looked in its folder's listing
 * @param size in bytes
 * @param content hash of its bytes
 * @param takenAt when
 */
public record TakenFile(
        String connection, String folder, ListedFile listed, long size, ContentHash content, Instant takenAt) {

    /** Ends the state of what is recorded as missing, so that the file itself is none that was taken when it comes again. */
    public static final String MISSING = " (missing)";

    public TakenFile {
        Objects.requireNonNull(connection, "connection");
        Objects.requireNonNull(folder, "folder");
        Objects.requireNonNull(listed, "listed");
        Objects.requireNonNull(content, "content");
        Objects.requireNonNull(takenAt, "takenAt");
    }

    /** As it is recorded when it is missing. */
    public ListedFile asMissing() {
        return new ListedFile(listed.name(), listed.state() + MISSING);
    }

    /** What is remembered of a file that enters a journal. */
    public static TakenFile of(NewFile file) {
        return new TakenFile(
                file.connection(),
                file.folder(),
                new ListedFile(file.name(), file.state()),
                file.content().bytes().length,
                file.content().hash(),
                file.takenAt());
    }
}
