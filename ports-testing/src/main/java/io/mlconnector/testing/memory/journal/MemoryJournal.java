package io.mlconnector.testing.memory.journal;

import io.mlconnector.domain.interchange.ControlNumbers;
import io.mlconnector.domain.trade.ContentHash;
import io.mlconnector.domain.words.Acknowledgement;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.domain.words.HistoryEntry;
import io.mlconnector.ports.journal.Change;
import io.mlconnector.ports.journal.Claim;
import io.mlconnector.ports.journal.Committed;
import io.mlconnector.ports.journal.DocumentFilter;
import io.mlconnector.ports.journal.DocumentFlows;
import io.mlconnector.ports.journal.DocumentViews;
import io.mlconnector.ports.journal.Journal;
import io.mlconnector.ports.journal.ReceivedFiles;
import io.mlconnector.ports.journal.document.Attention;
import io.mlconnector.ports.journal.document.DocumentRecord;
import io.mlconnector.ports.journal.document.NewDocument;
import io.mlconnector.ports.journal.document.Note;
import io.mlconnector.ports.journal.document.StuckCause;
import io.mlconnector.ports.journal.file.Download;
import io.mlconnector.ports.journal.file.FilePart;
import io.mlconnector.ports.journal.file.FileRecord;
import io.mlconnector.ports.journal.file.ListedFile;
import io.mlconnector.ports.journal.file.NewFile;
import io.mlconnector.ports.journal.file.Received;
import io.mlconnector.ports.journal.file.UnfinishedFile;
import io.mlconnector.ports.journal.history.RecordedEntry;
import io.mlconnector.ports.journal.number.NumberBlock;
import io.mlconnector.ports.journal.number.NumberSequence;
import io.mlconnector.ports.journal.payload.Payload;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * A journal that lasts as long as the process, for tests and simulations. Every method is done when it returns, and one
 * lock makes each of them a transaction. Safe for use by several threads.
 */
public final class MemoryJournal implements Journal {

    private final InstantSource clock;
    private final Store store = new Store();
    private final MemoryNumbers numbers;
    private final MemoryNotices notices = new MemoryNotices(store);
    private final MemoryDownloads downloads = new MemoryDownloads(store);
    private final DocumentFlows flows;
    private final ReceivedFiles files;
    private final DocumentViews views;

    /**
     * An empty journal.
     *
     * @param clock tells when documents enter
     */
    public MemoryJournal(InstantSource clock) {
        this.clock = clock;
        Intake intake = new Intake(store, clock);
        this.numbers = new MemoryNumbers(store, clock);
        this.flows = new MemoryFlows(store, intake, numbers, clock);
        this.files = new MemoryFiles(store, intake);
        this.views = new MemoryViews(store, clock);
    }

    /** Another journal that holds what this one holds now, as a backup does. */
    public MemoryJournal copy() {
        MemoryJournal copy = new MemoryJournal(clock);
        // Nobody else knows the copy yet.
        store.alone(() -> copy.store.alone(() -> {
            copy.store.copyOf(store);
            copy.numbers.copyOf(numbers);
            copy.notices.copyOf(notices);
            copy.downloads.copyOf(downloads);
        }));
        return copy;
    }

    @Override
    public CompletionStage<List<DocumentId>> announce(List<NewDocument> documents) {
        return flows.announce(documents);
    }

    @Override
    public CompletionStage<List<Claim>> claim(String node, Map<String, Integer> free, Duration lease, Instant now) {
        return flows.claim(node, free, lease, now);
    }

    @Override
    public CompletionStage<Map<String, Integer>> unclaimed(Set<String> connections) {
        return flows.unclaimed(connections);
    }

    @Override
    public CompletionStage<Committed> commit(Claim claim, Change change, Instant now, Duration lease) {
        return flows.commit(claim, change, now, lease);
    }

    @Override
    public CompletionStage<Committed> commit(
            Claim claim,
            NumberSequence sequence,
            Function<ControlNumbers, Optional<Change>> change,
            Instant now,
            Duration lease) {
        return flows.commit(claim, sequence, change, now, lease);
    }

    @Override
    public CompletionStage<Void> renew(List<Claim> claims, Instant now, Duration lease) {
        return flows.renew(claims, now, lease);
    }

    @Override
    public CompletionStage<Integer> takeOver(String node) {
        return flows.takeOver(node);
    }

    @Override
    public CompletionStage<Integer> wake(String connection, Instant now) {
        return flows.wake(connection, now);
    }

    @Override
    public CompletionStage<Optional<DocumentId>> jobOwner(String jobKey) {
        return flows.jobOwner(jobKey);
    }

    @Override
    public CompletionStage<Optional<DocumentRecord>> intervene(
            DocumentId id, Instant now, Function<DocumentRecord, Optional<Change>> decide) {
        return flows.intervene(id, now, decide);
    }

    @Override
    public CompletionStage<Optional<DocumentRecord>> attend(
            DocumentId id, UnaryOperator<Attention> change, HistoryEntry entry) {
        return flows.attend(id, change, entry);
    }

    @Override
    public CompletionStage<Void> note(
            DocumentId id, HistoryEntry entry, List<Payload> payloads, Optional<Acknowledgement> acknowledgement) {
        return flows.note(id, entry, payloads, acknowledgement);
    }

    @Override
    public CompletionStage<Boolean> overdue(DocumentId id, HistoryEntry entry) {
        return flows.overdue(id, entry);
    }

    @Override
    public CompletionStage<Received> receive(NewFile file, List<NewDocument> documents, List<Note> notes) {
        return files.receive(file, documents, notes);
    }

    @Override
    public CompletionStage<Void> receiveInParts(NewFile file) {
        return files.receiveInParts(file);
    }

    @Override
    public CompletionStage<Optional<Received>> enter(FilePart part) {
        return files.enter(part);
    }

    @Override
    public CompletionStage<List<UnfinishedFile>> unfinished(String connection, String folder) {
        return files.unfinished(connection, folder);
    }

    @Override
    public CompletionStage<Set<ListedFile>> known(String connection, String folder, Set<ListedFile> listed) {
        return files.known(connection, folder, listed);
    }

    @Override
    public CompletionStage<List<FileRecord>> filesNamed(String connection, String folder, String name) {
        return files.filesNamed(connection, folder, name);
    }

    @Override
    public CompletionStage<List<FileRecord>> filesToRemove(String connection, String folder) {
        return files.filesToRemove(connection, folder);
    }

    @Override
    public CompletionStage<Void> removing(DocumentId file, HistoryEntry entry) {
        return files.removing(file, entry);
    }

    @Override
    public CompletionStage<Void> removed(DocumentId file, HistoryEntry entry) {
        return files.removed(file, entry);
    }

    @Override
    public CompletionStage<Boolean> reading(Download download) {
        return downloads.reading(download);
    }

    @Override
    public CompletionStage<Void> read(Download download, byte[] bytes) {
        return downloads.read(download, bytes);
    }

    @Override
    public CompletionStage<List<Download>> downloads(String connection, String folder) {
        return downloads.downloads(connection, folder);
    }

    @Override
    public CompletionStage<Optional<byte[]>> bytesOf(Download download) {
        return downloads.bytesOf(download);
    }

    @Override
    public CompletionStage<Void> settled(Download download) {
        return downloads.settled(download);
    }

    @Override
    public CompletionStage<Void> usedUpTo(NumberSequence sequence, long number) {
        return numbers.usedUpTo(sequence, number);
    }

    @Override
    public CompletionStage<Long> highest(NumberSequence sequence) {
        return numbers.highest(sequence);
    }

    @Override
    public CompletionStage<List<NumberBlock>> numbers(int most, Optional<NumberSequence> sequence) {
        return numbers.numbers(most, sequence);
    }

    @Override
    public CompletionStage<Optional<DocumentRecord>> find(DocumentId id) {
        return views.find(id);
    }

    @Override
    public CompletionStage<List<DocumentRecord>> list(DocumentFilter filter) {
        return views.list(filter);
    }

    @Override
    public CompletionStage<List<StuckCause>> causes(int most) {
        return views.causes(most);
    }

    @Override
    public CompletionStage<List<DocumentRecord>> sequence(String sequenceKey) {
        return views.sequence(sequenceKey);
    }

    @Override
    public CompletionStage<List<RecordedEntry>> history(DocumentId id) {
        return views.history(id);
    }

    @Override
    public CompletionStage<List<FileRecord>> files(int most, Optional<DocumentId> after) {
        return views.files(most, after);
    }

    @Override
    public CompletionStage<Optional<FileRecord>> file(DocumentId id) {
        return views.file(id);
    }

    @Override
    public CompletionStage<Optional<Payload>> payload(ContentHash hash) {
        return views.payload(hash);
    }

    @Override
    public CompletionStage<List<DocumentRecord>> sentUnder(String connection, String partner, String controlNumber) {
        return views.sentUnder(connection, partner, controlNumber);
    }

    @Override
    public CompletionStage<List<DocumentRecord>> revisionsOf(String connection, String partner, String orderNumber) {
        return views.revisionsOf(connection, partner, orderNumber);
    }

    @Override
    public CompletionStage<Boolean> interchangeReceived(
            String connection, String partner, String controlNumber, Optional<DocumentId> exceptFile) {
        return views.interchangeReceived(connection, partner, controlNumber, exceptFile);
    }

    @Override
    public CompletionStage<Boolean> recordNotice(String connection, String key, byte[] body, Instant now) {
        return notices.recordNotice(connection, key, body, now);
    }

    @Override
    public CompletionStage<Optional<String>> cursor(String name) {
        return notices.cursor(name);
    }

    @Override
    public CompletionStage<Void> moveCursor(String name, String value) {
        return notices.moveCursor(name, value);
    }
}
