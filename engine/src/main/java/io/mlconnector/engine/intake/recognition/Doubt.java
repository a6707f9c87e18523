package io.mlconnector.engine.intake.recognition;

import io.mlconnector.domain.agreement.FolderReference;
import io.mlconnector.domain.trade.ContentHash;
import io.mlconnector.domain.words.Outcome;
import io.mlconnector.domain.words.StorableText;
import io.mlconnector.engine.Connection;
import io.mlconnector.engine.Engine;
import io.mlconnector.ports.gateway.FolderEntry;
import io.mlconnector.ports.journal.file.FileRecord;
import io.mlconnector.ports.journal.payload.Hashes;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/**
 * Whether a file that looks like one that was taken is that one.
 *
 * @param folder in which it is
 * @param downloads reads its files
 */
public record Doubt(Engine engine, Connection connection, FolderReference folder, StoredDownloads downloads) {

    /** What was found. */
    public enum Finding {
        /** It was taken, or is gone. */
        SAME,
        /** Its content was taken under an id that is no longer listed. */
        SAME_UNDER_ANOTHER_ID,
        /** It is another file. */
        ANOTHER,
        /** The gateway did not say now. */
        NOT_KNOWN_NOW
    }

    /**
     * Finds out, without a download where the listing has a time and the id is the one that was taken.
     *
     * @param listed all of the folder
     */
    public Future<Finding> settle(FolderEntry entry, List<FolderEntry> listed) {
        return engine.onContext(
                        engine.journal().filesNamed(connection.id(), folder.toString(), StorableText.of(entry.name())))
                .compose(named -> {
                    List<FileRecord> alike = named.stream()
                            .filter(file -> Looks.same(entry, file))
                            .toList();
                    if (!entry.modified().isEmpty() && alike.stream().anyMatch(file -> is(file, entry))) {
                        return Future.succeededFuture(Finding.SAME);
                    }
                    return downloads
                            .fetch(entry)
                            .map(outcome -> outcome instanceof Outcome.Done<Optional<byte[]>>(Optional<byte[]> bytes)
                                    ? bytes.map(there -> found(Hashes.of(there), entry, alike, listed))
                                            .orElse(Finding.SAME)
                                    : Finding.NOT_KNOWN_NOW);
                });
    }

    private static boolean is(FileRecord file, FolderEntry entry) {
        return file.remoteId().equals(StorableText.of(entry.id()));
    }

    private static Finding found(
            ContentHash hash, FolderEntry entry, List<FileRecord> alike, List<FolderEntry> listed) {
        List<FileRecord> same =
                alike.stream().filter(file -> file.content().equals(hash)).toList();
        if (same.stream().anyMatch(file -> is(file, entry))) {
            return Finding.SAME;
        }
        // A copy beside the first one is a file of its own; its documents turn out to be duplicates.
        boolean beside = same.stream()
                .anyMatch(file -> listed.stream().anyMatch(other -> Looks.same(other, file) && is(file, other)));
        return same.isEmpty() || beside ? Finding.ANOTHER : Finding.SAME_UNDER_ANOTHER_ID;
    }
}
