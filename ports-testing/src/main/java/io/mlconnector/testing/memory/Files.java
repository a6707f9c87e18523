package io.mlconnector.testing.memory;

import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.ports.journal.file.FileRecord;
import io.mlconnector.ports.journal.file.ListedFile;
import io.mlconnector.ports.journal.file.NewFile;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The files that were taken. Guarded by the journal's lock. */
final class Files {

    private record Stored(NewFile file, int documents) {}

    private final NavigableMap<DocumentId, Stored> files = new TreeMap<>();
    private final Set<DocumentId> removing = new HashSet<>();
    private final Set<DocumentId> removed = new HashSet<>();

    void copyOf(Files other) {
        files.putAll(other.files);
        removing.addAll(other.removing);
        removed.addAll(other.removed);
    }

    /** Whoever takes a file that was taken already is late, and what it read of it must not enter. */
    void refuseKnown(NewFile file) {
        Set<ListedFile> same = Set.of(new ListedFile(file.name(), file.state()));
        if (files.containsKey(file.id())
                || !known(file.connection(), file.folder(), same).isEmpty()) {
            throw new IllegalArgumentException("File " + file.name() + " was taken already");
        }
    }

    void add(NewFile file, int documents) {
        files.put(file.id(), new Stored(file, documents));
    }

    boolean has(DocumentId id) {
        return files.containsKey(id);
    }

    /** Whether that was not intended before. */
    boolean intendRemoval(DocumentId id) {
        return removing.add(id);
    }

    void remove(DocumentId id) {
        removed.add(id);
    }

    Set<ListedFile> known(String connection, String folder, Set<ListedFile> listed) {
        return files.values().stream()
                .map(Stored::file)
                .filter(file ->
                        file.connection().equals(connection) && file.folder().equals(folder))
                .map(file -> new ListedFile(file.name(), file.state()))
                .filter(listed::contains)
                .collect(Collectors.toSet());
    }

    List<FileRecord> newest(int most, Optional<DocumentId> after) {
        return files.descendingMap().values().stream()
                .filter(stored ->
                        after.map(id -> stored.file().id().compareTo(id) < 0).orElse(true))
                .limit(most)
                .map(this::record)
                .toList();
    }

    Optional<FileRecord> find(DocumentId id) {
        return Optional.ofNullable(files.get(id)).map(this::record);
    }

    List<FileRecord> toRemove(String connection, String folder, Predicate<DocumentId> settled) {
        return files.values().stream()
                .filter(stored -> stored.file().connection().equals(connection)
                        && stored.file().folder().equals(folder)
                        && stored.file().removeAfterwards()
                        && !removed.contains(stored.file().id())
                        && settled.test(stored.file().id()))
                .map(this::record)
                .toList();
    }

    private FileRecord record(Stored stored) {
        NewFile file = stored.file();
        return new FileRecord(
                file.id(),
                file.connection(),
                file.partner(),
                file.folder(),
                file.remoteId(),
                file.name(),
                file.state(),
                file.content().bytes().length,
                file.content().hash(),
                file.problem(),
                stored.documents(),
                file.takenAt(),
                removing.contains(file.id()),
                removed.contains(file.id()));
    }
}
