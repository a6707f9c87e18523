package io.mlconnector.ports.journal;

import io.mlconnector.ports.journal.file.Download;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * Files between their download and their entry, for gateways that remove what was read: what is in here is nowhere else. A
 * download is known by connection, folder and id. See {@link Journal} for what every method promises.
 */
public interface DownloadJournal {

    /**
     * A file is about to be read.
     *
     * @return whether nothing was known of it; false if its reading was begun before and did not come to its end
     */
    CompletionStage<Boolean> reading(Download download);

    /** What was read of a file; takes the place of what was read of it before. */
    CompletionStage<Void> read(Download download, byte[] bytes);

    /** What is in here of a folder, oldest first. */
    CompletionStage<List<Download>> downloads(String connection, String folder);

    /** What was read of a file; empty if its reading did not come to its end, or nothing is known of it. */
    CompletionStage<Optional<byte[]>> bytesOf(Download download);

    /** A file was entered, or somebody else took it; that nothing is known of it is fine. */
    CompletionStage<Void> settled(Download download);
}
