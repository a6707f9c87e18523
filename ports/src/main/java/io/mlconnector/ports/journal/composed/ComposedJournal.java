package io.mlconnector.ports.journal.composed;

import io.mlconnector.domain.interchange.ControlNumbers;
import io.mlconnector.domain.precedent.Precedent;
import io.mlconnector.domain.trade.ContentHash;
import io.mlconnector.domain.words.Acknowledgement;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.domain.words.HistoryEntry;
import io.mlconnector.ports.journal.Change;
import io.mlconnector.ports.journal.Claim;
import io.mlconnector.ports.journal.Committed;
import io.mlconnector.ports.journal.ControlNumberJournal;
import io.mlconnector.ports.journal.DocumentFilter;
import io.mlconnector.ports.journal.DocumentFlows;
import io.mlconnector.ports.journal.DocumentViews;
import io.mlconnector.ports.journal.DownloadJournal;
import io.mlconnector.ports.journal.Journal;
import io.mlconnector.ports.journal.NoticeJournal;
import io.mlconnector.ports.journal.ReceivedFiles;
import io.mlconnector.ports.journal.document.Attention;
import io.mlconnector.ports.journal.document.DocumentRecord;
import io.mlconnector.ports.journal.document.NewDocument;
import io.mlconnector.ports.journal.document.Note;
import io.mlconnector.ports.journal.document.StuckCause;
import io.mlconnector.ports.journal.file.Download;
import io.mlconnector.ports.journal.file.FileFilter;
import io.mlconnector.ports.journal.file.FilePart;
import io.mlconnector.ports.journal.file.FileRecord;
import io.mlconnector.ports.journal.file.ListedFile;
import io.mlconnector.ports.journal.file.NewFile;
import io.mlconnector.ports.journal.file.Received;
import io.mlconnector.ports.journal.file.TakenFile;
import io.mlconnector.ports.journal.file.UnfinishedFile;
import io.mlconnector.ports.journal.history.FixAct;
import io.mlconnector.ports.journal.history.Happened;
import io.mlconnector.ports.journal.history.RecordedEntry;
import io.mlconnector.ports.journal.number.NumberBlock;
import io.mlconnector.ports.journal.number.NumberSequence;
import io.mlconnector.ports.journal.order.OpenOrders;
import io.mlconnector.ports.journal.order.OrderReference;
import io.mlconnector.ports.journal.payload.Payload;
import io.mlconnector.ports.journal.payload.PayloadOwner;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** A journal that is put together from one object for each part of the port. */
public abstract class ComposedJournal implements Journal {

    private final DocumentFlows flows;
    private final ReceivedFiles files;
    private final DownloadJournal downloads;
    private final ControlNumberJournal numbers;
    private final DocumentViews views;
    private final NoticeJournal notices;

    /**
     * One object for each part.
     *
     * @param flows moves documents
     * @param files enters files
     * @param downloads keeps what is being read
     * @param numbers gives control numbers
     * @param views shows what is stored
     * @param notices remembers what was told
     */
    protected record Parts(
            DocumentFlows flows,
            ReceivedFiles files,
            DownloadJournal downloads,
            ControlNumberJournal numbers,
            DocumentViews views,
            NoticeJournal notices) {
        public Parts {
            Objects.requireNonNull(flows, "flows");
            Objects.requireNonNull(files, "files");
            Objects.requireNonNull(downloads, "downloads");
            Objects.requireNonNull(numbers, "numbers");
            Objects.requireNonNull(views, "views");
            Objects.requireNonNull(notices, "notices");
        }
    }

    /** Of these parts. */
    protected ComposedJournal(Parts parts) {
        this.flows = parts.flows();
        this.files = parts.files();
        this.downloads = parts.downloads();
        this.numbers = parts.numbers();
        this.views = parts.views();
        this.notices = parts.notices();
    }

    @Override
    public final CompletionStage<List<DocumentId>> announce(List<NewDocument> documents) {
        return flows.announce(documents);
    }

    @Override
    public final CompletionStage<List<Claim>> claim(
            String node, Map<String, Integer> free, Duration lease, Instant now) {
        return flows.claim(node, free, lease, now);
    }

    @Override
    public final CompletionStage<Map<String, Integer>> unclaimed(Set<String> connections) {
        return flows.unclaimed(connections);
    }

    @Override
    public final CompletionStage<Committed> commit(Claim claim, Change change, Instant now, Duration lease) {
        return flows.commit(claim, change, now, lease);
    }

    @Override
    public final CompletionStage<Committed> commit(
            Claim claim,
            NumberSequence sequence,
            Function<ControlNumbers, Optional<Change>> change,
            Instant now,
            Duration lease) {
        return flows.commit(claim, sequence, change, now, lease);
    }

    @Override
    public final CompletionStage<Void> renew(List<Claim> claims, Instant now, Duration lease) {
        return flows.renew(claims, now, lease);
    }

    @Override
    public final CompletionStage<Integer> takeOver(String node) {
        return flows.takeOver(node);
    }

    @Override
    public final CompletionStage<Integer> wake(String connection, Instant now) {
        return flows.wake(connection, now);
    }

    @Override
    public final CompletionStage<Optional<DocumentId>> jobOwner(String jobKey) {
        return flows.jobOwner(jobKey);
    }

    @Override
    public final CompletionStage<Optional<DocumentRecord>> intervene(
            DocumentId id, Instant now, Function<DocumentRecord, Optional<Change>> decide) {
        return flows.intervene(id, now, decide);
    }

    @Override
    public final CompletionStage<Optional<DocumentRecord>> attend(
            DocumentId id, Function<DocumentRecord, Attention> decide, HistoryEntry entry) {
        return flows.attend(id, decide, entry);
    }

    @Override
    public final CompletionStage<Void> note(
            DocumentId id, HistoryEntry entry, List<Payload> payloads, Optional<Acknowledgement> acknowledgement) {
        return flows.note(id, entry, payloads, acknowledgement);
    }

    @Override
    public final CompletionStage<Boolean> overdue(DocumentId id, HistoryEntry entry) {
        return flows.overdue(id, entry);
    }

    @Override
    public final CompletionStage<Received> receive(NewFile file, List<NewDocument> documents, List<Note> notes) {
        return files.receive(file, documents, notes);
    }

    @Override
    public final CompletionStage<Void> receiveInParts(NewFile file) {
        return files.receiveInParts(file);
    }

    @Override
    public final CompletionStage<Optional<Received>> enter(FilePart part) {
        return files.enter(part);
    }

    @Override
    public final CompletionStage<List<UnfinishedFile>> unfinished(String connection, String folder) {
        return files.unfinished(connection, folder);
    }

    @Override
    public final CompletionStage<Set<ListedFile>> known(String connection, String folder, Set<ListedFile> listed) {
        return files.known(connection, folder, listed);
    }

    @Override
    public final CompletionStage<List<FileRecord>> filesNamed(String connection, String folder, String name) {
        return files.filesNamed(connection, folder, name);
    }

    @Override
    public final CompletionStage<Void> takenBeforeRestoration(List<TakenFile> taken) {
        return files.takenBeforeRestoration(taken);
    }

    @Override
    public final CompletionStage<List<TakenFile>> forgotten(String connection, String folder) {
        return files.forgotten(connection, folder);
    }

    @Override
    public final CompletionStage<List<FileRecord>> filesToRemove(String connection, String folder) {
        return files.filesToRemove(connection, folder);
    }

    @Override
    public final CompletionStage<Void> removing(DocumentId file, HistoryEntry entry) {
        return files.removing(file, entry);
    }

    @Override
    public final CompletionStage<Void> removed(DocumentId file, HistoryEntry entry) {
        return files.removed(file, entry);
    }

    @Override
    public final CompletionStage<Boolean> reading(Download download) {
        return downloads.reading(download);
    }

    @Override
    public final CompletionStage<Void> read(Download download, byte[] bytes) {
        return downloads.read(download, bytes);
    }

    @Override
    public final CompletionStage<List<Download>> downloads(String connection, String folder) {
        return downloads.downloads(connection, folder);
    }

    @Override
    public final CompletionStage<Optional<byte[]>> bytesOf(Download download) {
        return downloads.bytesOf(download);
    }

    @Override
    public final CompletionStage<Void> settled(Download download) {
        return downloads.settled(download);
    }

    @Override
    public final CompletionStage<Void> usedUpTo(NumberSequence sequence, long number) {
        return numbers.usedUpTo(sequence, number);
    }

    @Override
    public final CompletionStage<Long> highest(NumberSequence sequence) {
        return numbers.highest(sequence);
    }

    @Override
    public final CompletionStage<List<NumberBlock>> numbers(
            int most, Optional<NumberSequence> sequence, Optional<NumberBlock.Key> after) {
        return numbers.numbers(most, sequence, after);
    }

    @Override
    public final CompletionStage<Optional<DocumentRecord>> find(DocumentId id) {
        return views.find(id);
    }

    @Override
    public final CompletionStage<List<DocumentRecord>> find(Collection<DocumentId> ids) {
        return views.find(ids);
    }

    @Override
    public final CompletionStage<List<DocumentRecord>> list(DocumentFilter filter) {
        return views.list(filter);
    }

    @Override
    public final CompletionStage<List<DocumentId>> matching(DocumentFilter filter, int most) {
        return views.matching(filter, most);
    }

    @Override
    public final CompletionStage<Integer> count(DocumentFilter filter, int most) {
        return views.count(filter, most);
    }

    @Override
    public final CompletionStage<List<StuckCause>> causes(Optional<String> partner, boolean putOff, int most) {
        return views.causes(partner, putOff, most);
    }

    @Override
    public final CompletionStage<List<Precedent>> precedents(Collection<String> causeKeys) {
        return views.precedents(causeKeys);
    }

    @Override
    public final CompletionStage<List<FixAct>> fixes(int most) {
        return views.fixes(most);
    }

    @Override
    public final CompletionStage<List<FixAct>> acts(String fix) {
        return views.acts(fix);
    }

    @Override
    public final CompletionStage<List<DocumentRecord>> sequence(String sequenceKey) {
        return views.sequence(sequenceKey);
    }

    @Override
    public final CompletionStage<List<RecordedEntry>> history(DocumentId id) {
        return views.history(id);
    }

    @Override
    public final CompletionStage<List<RecordedEntry>> history(DocumentId id, long after, int most) {
        return views.history(id, after, most);
    }

    @Override
    public final CompletionStage<Happened> happenedAfter(long position, int most) {
        return views.happenedAfter(position, most);
    }

    @Override
    public final CompletionStage<List<FileRecord>> files(FileFilter filter) {
        return views.files(filter);
    }

    @Override
    public final CompletionStage<Optional<FileRecord>> file(DocumentId id) {
        return views.file(id);
    }

    @Override
    public final CompletionStage<Optional<Payload>> payload(ContentHash hash) {
        return views.payload(hash);
    }

    @Override
    public final CompletionStage<List<PayloadOwner>> owners(ContentHash hash, long after, int most) {
        return views.owners(hash, after, most);
    }

    @Override
    public final CompletionStage<List<DocumentRecord>> sentUnder(
            String connection, String partner, String controlNumber) {
        return views.sentUnder(connection, partner, controlNumber);
    }

    @Override
    public final CompletionStage<List<DocumentRecord>> revisionsOf(
            String connection, String partner, String orderNumber) {
        return views.revisionsOf(connection, partner, orderNumber);
    }

    @Override
    public final CompletionStage<List<DocumentRecord>> aboutOrder(OrderReference order, int most) {
        return views.aboutOrder(order, most);
    }

    @Override
    public final CompletionStage<List<OrderReference>> openOrders(OpenOrders wanted) {
        return views.openOrders(wanted);
    }

    @Override
    public final CompletionStage<List<OrderReference>> newestOrders(Optional<String> partner, int most) {
        return views.newestOrders(partner, most);
    }

    @Override
    public final CompletionStage<Boolean> interchangeReceived(
            String connection, String partner, String controlNumber, Optional<DocumentId> exceptFile) {
        return views.interchangeReceived(connection, partner, controlNumber, exceptFile);
    }

    @Override
    public final CompletionStage<Boolean> recordNotice(String connection, String key, byte[] body, Instant now) {
        return notices.recordNotice(connection, key, body, now);
    }

    @Override
    public final CompletionStage<Optional<String>> cursor(String name) {
        return notices.cursor(name);
    }

    @Override
    public final CompletionStage<Map<String, String>> cursors(Collection<String> names) {
        return notices.cursors(names);
    }

    @Override
    public final CompletionStage<Void> moveCursor(String name, String value) {
        return notices.moveCursor(name, value);
    }
}
