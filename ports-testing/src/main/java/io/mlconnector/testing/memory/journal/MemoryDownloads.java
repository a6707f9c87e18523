package io.mlconnector.testing.memory.journal;

import io.mlconnector.ports.journal.DownloadJournal;
import io.mlconnector.ports.journal.file.Download;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Files between their download and their entry, in memory. */
final class MemoryDownloads implements DownloadJournal {

    private record Key(String connection, String folder, String remoteId) {
        static Key of(Download download) {
            return new Key(download.connection(), download.folder(), download.remoteId());
        }
    }

    private record Stored(Download download, Optional<byte[]> bytes) {}

    private final Store store;
    private final Map<Key, Stored> all = new HashMap<>();

    MemoryDownloads(Store store) {
        this.store = store;
    }

    /** Takes over copies of all that the other holds; within a transaction only. */
    void copyOf(MemoryDownloads other) {
        all.putAll(other.all);
    }

    @Override
    public CompletionStage<Boolean> reading(Download download) {
        return store.transaction(
                () -> all.putIfAbsent(Key.of(download), new Stored(download, Optional.empty())) == null);
    }

    @Override
    public CompletionStage<Void> read(Download download, byte[] bytes) {
        return store.done(() -> all.put(Key.of(download), new Stored(download, Optional.of(bytes.clone()))));
    }

    @Override
    public CompletionStage<List<Download>> downloads(String connection, String folder) {
        return store.transaction(() -> of(connection, folder));
    }

    private List<Download> of(String connection, String folder) {
        List<Download> found = new ArrayList<>();
        all.forEach((key, stored) -> {
            if (key.connection().equals(connection) && key.folder().equals(folder)) {
                found.add(stored.download());
            }
        });
        found.sort(Comparator.comparing(Download::begunAt).thenComparing(Download::remoteId));
        return found;
    }

    @Override
    public CompletionStage<Optional<byte[]>> bytesOf(Download download) {
        return store.transaction(
                () -> Optional.ofNullable(all.get(Key.of(download))).flatMap(Stored::bytes));
    }

    @Override
    public CompletionStage<Void> settled(Download download) {
        return store.done(() -> all.remove(Key.of(download)));
    }
}
