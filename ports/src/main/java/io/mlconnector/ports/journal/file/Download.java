package io.mlconnector.ports.journal.file;

import java.time.Instant;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * A file that was read and is not entered yet, or whose reading was begun: kept where nobody else has it any more.
 *
 * @param connection short name of the connection
 * @param folder as configured
 * @param remoteId the gateway's id of the file, in its {@code StorableText} form
 * @param name its name, in its {@code StorableText} form
 * @param size in bytes as listed; empty if the listing does not tell
 * @param modified when it was last changed, as listed; empty if the listing does not tell
 * @param begunAt when its reading began
 */
public record Download(
        String connection,
        String folder,
        String remoteId,
        String name,
        OptionalLong size,
        String modified,
        Instant begunAt) {

    public Download {
        Objects.requireNonNull(connection, "connection");
        Objects.requireNonNull(folder, "folder");
        Objects.requireNonNull(remoteId, "remoteId");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(size, "size");
        Objects.requireNonNull(modified, "modified");
        Objects.requireNonNull(begunAt, "begunAt");
    }
}
