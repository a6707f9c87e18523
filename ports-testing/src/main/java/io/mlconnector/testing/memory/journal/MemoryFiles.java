package io.mlconnector.testing.memory.journal;

import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.domain.words.HistoryEntry;
import io.mlconnector.ports.journal.ReceivedFiles;
import io.mlconnector.ports.journal.document.NewDocument;
import io.mlconnector.ports.journal.document.Note;
import io.mlconnector.ports.journal.file.FilePart;
import io.mlconnector.ports.journal.file.FileRecord;
import io.mlconnector.ports.journal.file.ListedFile;
import io.mlconnector.ports.journal.file.NewFile;
import io.mlconnector.ports.journal.file.Received;
import io.mlconnector.ports.journal.file.TakenFile;
import io.mlconnector.ports.journal.file.UnfinishedFile;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/** The files that were taken from a gateway, in memory. */
final class MemoryFiles implements ReceivedFiles {

    private final Store store;
    private final Files files;
    private final Histories histories;
    private final Intake intake;

    MemoryFiles(Store store, Intake intake) {
        this.store = store;
        this.files = store.files();
        this.histories = store.histories();
        this.intake = intake;
    }

    @Override
    public CompletionStage<Received> receive(NewFile file, List<NewDocument> received, List<Note> notes) {
        return store.transaction(() -> {
            store.documents().refuseUsedIds(received);
            files.refuseKnown(file);
            files.add(file, received);
            histories.keep(List.of(file.content()));
            histories.append(file.id(), file.history());
            return intake.received(file.id(), received, notes);
        });
    }

    @Override
    public CompletionStage<Void> receiveInParts(NewFile file) {
        return store.done(() -> {
            files.refuseKnown(file);
            files.addInParts(file);
            histories.keep(List.of(file.content()));
            histories.append(file.id(), file.history());
        });
    }

    @Override
    public CompletionStage<Optional<Received>> enter(FilePart part) {
        return store.transaction(() -> {
            store.documents().refuseUsedIds(part.documents());
            if (!files.enter(part)) {
                return Optional.empty();
            }
            histories.append(part.file(), part.history());
            return Optional.of(intake.received(part.file(), part.documents(), part.notes()));
        });
    }

    @Override
    public CompletionStage<List<UnfinishedFile>> unfinished(String connection, String folder) {
        return store.transaction(() -> files.unfinished(connection, folder));
    }

    @Override
    public CompletionStage<Set<ListedFile>> known(String connection, String folder, Set<ListedFile> listed) {
        return store.transaction(() -> files.known(connection, folder, listed));
    }

    @Override
    public CompletionStage<List<FileRecord>> filesNamed(String connection, String folder, String name) {
        return store.transaction(() -> files.named(connection, folder, name));
    }

    @Override
    public CompletionStage<Void> takenBeforeRestoration(List<TakenFile> taken) {
        return store.done(() -> files.takenBeforeRestoration(taken));
    }

    @Override
    public CompletionStage<List<TakenFile>> forgotten(String connection, String folder) {
        return store.transaction(() -> files.forgotten(connection, folder));
    }

    @Override
    public CompletionStage<List<FileRecord>> filesToRemove(String connection, String folder) {
        return store.transaction(() -> files.toRemove(connection, folder, store.documents()::allSettled));
    }

    @Override
    public CompletionStage<Void> removing(DocumentId file, HistoryEntry entry) {
        return store.done(() -> {
            if (files.intendRemoval(file)) {
                histories.append(file, List.of(entry));
            }
        });
    }

    @Override
    public CompletionStage<Void> removed(DocumentId file, HistoryEntry entry) {
        return store.done(() -> {
            files.remove(file);
            histories.append(file, List.of(entry));
        });
    }
}
