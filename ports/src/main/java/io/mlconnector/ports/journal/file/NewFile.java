package io.mlconnector.ports.journal.file;

import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.domain.words.HistoryEntry;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.ports.journal.payload.Payload;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A file taken from a folder.
 *
 * @param id chosen by the caller
 * @param connection short name of the connection
 * @param partner short name of the partner whose folder it is
 * @param folder as configured
 * @param remoteId the gateway's id of the file
 * @param name its name
 * @param state size and time as listed: with the name this recognises the file on the next listing
 * @param takenAt when
 * @param content its bytes
 * @param removeAfterwards whether the file is to be removed when all its documents are settled
 * @param problem why the file, or a part of it, could not be read; empty if all of it could
 * @param history what was found in it
 */
public record NewFile(
        DocumentId id,
        String connection,
        String partner,
        String folder,
        String remoteId,
        String name,
        String state,
        Instant takenAt,
        Payload content,
        boolean removeAfterwards,
        Optional<Problem> problem,
        List<HistoryEntry> history) {

    public NewFile {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(connection, "connection");
        Objects.requireNonNull(partner, "partner");
        Objects.requireNonNull(folder, "folder");
        Objects.requireNonNull(remoteId, "remoteId");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(takenAt, "takenAt");
        Objects.requireNonNull(content, "content");
        Objects.requireNonNull(problem, "problem");
        history = List.copyOf(history);
    }
}
