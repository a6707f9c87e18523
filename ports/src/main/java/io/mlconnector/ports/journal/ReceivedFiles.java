package io.mlconnector.ports.journal;

import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.domain.words.HistoryEntry;
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

/** The files that were taken from a gateway. See {@link Journal} for what every method promises. */
public interface ReceivedFiles {

    /**
     * Enters a file with its documents. A document whose dedupe key is there already is kept as a duplicate if its
     * fingerprint is the same, and held otherwise: the same numbers with other content are never dropped.
     *
     * @param notes what the file says of documents that are there already; whoever is not there is passed over
     */
    CompletionStage<Received> receive(NewFile file, List<NewDocument> documents, List<Note> notes);

    /** Enters a file that says nothing of documents that are there already. */
    default CompletionStage<Received> receive(NewFile file, List<NewDocument> documents) {
        return receive(file, documents, List.of());
    }

    /**
     * Enters a large file whose documents follow in parts, so that neither memory nor a transaction has to hold all of
     * them. It counts as taken from now on; what is missing of it is entered by {@link #enter(FilePart)}, also after a
     * restart.
     */
    CompletionStage<Void> receiveInParts(NewFile file);

    /**
     * Enters the next part of a large file; its documents as those of {@link #receive(NewFile, List, List)}.
     *
     * @return what became of them; empty if this part was entered before, by whomever
     */
    CompletionStage<Optional<Received>> enter(FilePart part);

    /** Files of a folder of which parts are still to be entered, oldest first. */
    CompletionStage<List<UnfinishedFile>> unfinished(String connection, String folder);

    /**
     * Which of some files of a folder were taken already, in the same state.
     *
     * @param listed the files in question; may be empty
     * @return those that are known
     */
    CompletionStage<Set<ListedFile>> known(String connection, String folder, Set<ListedFile> listed);

    /** The files of a folder that were taken under this name, the newest first and 100 at most. */
    CompletionStage<List<FileRecord>> filesNamed(String connection, String folder, String name);

    /** Files that are to be removed at the gateway: all their documents were entered and are settled. */
    CompletionStage<List<FileRecord>> filesToRemove(String connection, String folder);

    /** A file is about to be removed at the gateway; stored once, however often it is tried. */
    CompletionStage<Void> removing(DocumentId file, HistoryEntry entry);

    /**
     * After the journal was put back to an earlier time: files that were taken, as is known from elsewhere. Takes the place of
     * what was said of an earlier restoration.
     */
    CompletionStage<Void> takenBeforeRestoration(List<TakenFile> files);

    /**
     * Files of a folder that were taken before a restoration, as {@link #takenBeforeRestoration} says, and are not in the journal
     * in that state or as missing; the oldest first and 200 at most.
     */
    CompletionStage<List<TakenFile>> forgotten(String connection, String folder);

    /** A file was removed at the gateway, or was gone. */
    CompletionStage<Void> removed(DocumentId file, HistoryEntry entry);
}
