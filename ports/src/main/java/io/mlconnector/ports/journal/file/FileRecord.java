package io.mlconnector.ports.journal.file;

import io.mlconnector.domain.trade.ContentHash;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.domain.words.Problem;
import java.time.Instant;
import java.util.Optional;

/**
 * A received file as people and programs see it.
 *
 * @param id its id
 * @param connection short name of the connection
 * @param partner short name of the partner whose folder it came from
 * @param folder as configured
 * @param remoteId the gateway's id of the file
 * @param name its name
 * @param state size and time as listed when it was taken
 * @param size in bytes
 * @param content hash of its bytes
 * @param problem why it, or a part of it, could not be read; empty if all of it could
 * @param documents how many documents came in it
 * @param answers how many documents of ours answer it, such as the 997 of its group
 * @param takenAt when it was taken
 * @param removalIntended whether its removal at the gateway was intended, and may have happened
 * @param removed whether it was removed at the gateway
 */
public record FileRecord(
        DocumentId id,
        String connection,
        String partner,
        String folder,
        String remoteId,
        String name,
        String state,
        long size,
        ContentHash content,
        Optional<Problem> problem,
        int documents,
        int answers,
        Instant takenAt,
        boolean removalIntended,
        boolean removed) {}
