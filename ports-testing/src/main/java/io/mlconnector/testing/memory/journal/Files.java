package io.mlconnector.testing.memory.journal;

import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.ports.journal.document.Direction;
import io.mlconnector.ports.journal.document.NewDocument;
import io.mlconnector.ports.journal.file.FileFilter;
import io.mlconnector.ports.journal.file.FilePart;
import io.mlconnector.ports.journal.file.FileRecord;
import io.mlconnector.ports.journal.file.ListedFile;
import io.mlconnector.ports.journal.file.NewFile;
import io.mlconnector.ports.journal.file.TakenFile;
import io.mlconnector.ports.journal.file.UnfinishedFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The files that were taken. Guarded by the journal's lock. */
final class Files {

    /** With where its next part begins; empty if all of it was entered. */
    private record Stored(NewFile file, List<NewDocument> documents, Optional<Problem> problem, OptionalLong from) {}

    private final NavigableMap<DocumentId, Stored> files = new TreeMap<>();
    private final Set<DocumentId> removing = new HashSet<>();
    private final Set<DocumentId> removed = new HashSet<>();
    private final List<TakenFile> beforeRestoration = new ArrayList<>();

    void copyOf(Files other) {
        files.putAll(other.files);
        removing.addAll(other.removing);
        removed.addAll(other.removed);
        beforeRestoration.addAll(other.beforeRestoration);
    }

    /** Whoever takes a file that was taken already is late, and what it read of it must not enter. */
    void refuseKnown(NewFile file) {
        Set<ListedFile> same = Set.of(new ListedFile(file.name(), file.state()));
        if (files.containsKey(file.id())
                || !known(file.connection(), file.folder(), same).isEmpty()) {
            throw new IllegalArgumentException("File " + file.name() + " was taken already");
        }
    }

    void add(NewFile file, List<NewDocument> documents) {
        files.put(file.id(), new Stored(file, documents, file.problem(), OptionalLong.empty()));
    }

    void addInParts(NewFile file) {
        files.put(file.id(), new Stored(file, List.of(), file.problem(), OptionalLong.of(0)));
    }

    /** Whether this part is the next one. */
    boolean enter(FilePart part) {
        Stored stored = files.get(part.file());
        if (stored == null || !stored.from().equals(OptionalLong.of(part.from()))) {
            return false;
        }
        files.put(
                part.file(),
                new Stored(
                        stored.file(),
                        Stream.concat(stored.documents().stream(), part.documents().stream())
                                .toList(),
                        part.problem().or(stored::problem),
                        part.next()));
        return true;
    }

    List<UnfinishedFile> unfinished(String connection, String folder) {
        return files.values().stream()
                .filter(stored -> stored.file().connection().equals(connection)
                        && stored.file().folder().equals(folder)
                        && stored.from().isPresent())
                .map(stored -> new UnfinishedFile(record(stored), stored.from().orElseThrow()))
                .toList();
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

    List<FileRecord> named(String connection, String folder, String name) {
        return files.descendingMap().values().stream()
                .filter(stored -> stored.file().connection().equals(connection)
                        && stored.file().folder().equals(folder)
                        && stored.file().name().equals(name))
                .limit(100)
                .map(this::record)
                .toList();
    }

    void takenBeforeRestoration(List<TakenFile> taken) {
        beforeRestoration.clear();
        beforeRestoration.addAll(taken);
    }

    List<TakenFile> forgotten(String connection, String folder) {
        return beforeRestoration.stream()
                .distinct()
                .filter(taken ->
                        taken.connection().equals(connection) && taken.folder().equals(folder))
                .filter(taken -> known(connection, folder, Set.of(taken.listed(), taken.asMissing()))
                        .isEmpty())
                .sorted(Comparator.comparing(TakenFile::takenAt))
                .limit(200)
                .toList();
    }

    List<FileRecord> newest(FileFilter filter) {
        return files.descendingMap().values().stream()
                .map(this::record)
                .filter(filter::shows)
                .limit(filter.limit())
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
                        && stored.from().isEmpty()
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
                stored.problem(),
                going(Direction.INBOUND, stored),
                going(Direction.OUTBOUND, stored),
                file.takenAt(),
                removing.contains(file.id()),
                removed.contains(file.id()));
    }

    private static int going(Direction direction, Stored stored) {
        return (int) stored.documents().stream()
                .filter(document -> document.direction() == direction)
                .count();
    }
}
