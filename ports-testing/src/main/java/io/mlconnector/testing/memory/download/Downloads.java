package io.mlconnector.testing.memory.download;

import io.mlconnector.ports.journal.file.Download;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Files between their download and their entry. Guarded by the journal's lock. */
public final class Downloads {

    private record Key(String connection, String folder, String remoteId) {
        static Key of(Download download) {
            return new Key(download.connection(), download.folder(), download.remoteId());
        }
    }

    private record Stored(Download download, Optional<byte[]> bytes) {}

    private final Map<Key, Stored> all = new HashMap<>();

    /** What another one has. */
    public void copyOf(Downloads other) {
        all.putAll(other.all);
    }

    /** A file is about to be read; false if its reading was begun before. */
    public boolean reading(Download download) {
        return all.putIfAbsent(Key.of(download), new Stored(download, Optional.empty())) == null;
    }

    /** What was read of a file. */
    public void read(Download download, byte[] bytes) {
        all.put(Key.of(download), new Stored(download, Optional.of(bytes.clone())));
    }

    /** What is known of a folder, oldest first. */
    public List<Download> of(String connection, String folder) {
        List<Download> found = new ArrayList<>();
        all.forEach((key, stored) -> {
            if (key.connection().equals(connection) && key.folder().equals(folder)) {
                found.add(stored.download());
            }
        });
        found.sort(Comparator.comparing(Download::begunAt).thenComparing(Download::remoteId));
        return found;
    }

    /** What was read of a file. */
    public Optional<byte[]> bytes(Download download) {
        Stored stored = all.get(Key.of(download));
        return stored == null ? Optional.empty() : stored.bytes();
    }

    /** Nothing more has to be known of a file. */
    public void settled(Download download) {
        all.remove(Key.of(download));
    }
}
