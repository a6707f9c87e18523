package io.mlconnector.testing.memory;

import io.mlconnector.domain.flow.FlowState;
import io.mlconnector.domain.intake.Repetition;
import io.mlconnector.domain.interchange.ControlNumbers;
import io.mlconnector.domain.trade.ContentHash;
import io.mlconnector.domain.words.Acknowledgement;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.domain.words.HistoryEntry;
import io.mlconnector.domain.words.Validity;
import io.mlconnector.ports.journal.Amendment;
import io.mlconnector.ports.journal.Change;
import io.mlconnector.ports.journal.Claim;
import io.mlconnector.ports.journal.Committed;
import io.mlconnector.ports.journal.DocumentFilter;
import io.mlconnector.ports.journal.Journal;
import io.mlconnector.ports.journal.document.Direction;
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
import io.mlconnector.ports.journal.number.NumberBlock.Fate;
import io.mlconnector.ports.journal.number.NumberSequence;
import io.mlconnector.ports.journal.payload.Payload;
import io.mlconnector.testing.memory.download.Downloads;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A journal that lasts as long as the process, for tests and simulations. Every method is done when it returns, and one
 * lock makes each of them a transaction. Safe for use by several threads.
 */
public final class MemoryJournal implements Journal {

    private record Notice(String connection, String key) {}

    private final InstantSource clock;
    private final Object lock = new Object();

    // All guarded by lock.
    private final Documents documents = new Documents();
    private final Files files = new Files();
    private final Histories histories = new Histories();
    private final Map<NumberSequence, Long> lastNumbers = new HashMap<>();
    private final Deque<NumberBlock> numbers = new ArrayDeque<>();
    private final Set<Notice> notices = new HashSet<>();
    private final Map<String, String> cursors = new HashMap<>();
    private final Downloads downloads = new Downloads();

    /**
     * An empty journal.
     *
     * @param clock tells when documents enter
     */
    public MemoryJournal(InstantSource clock) {
        this.clock = clock;
    }

    /** Another journal that holds what this one holds now, as a backup does. */
    public MemoryJournal copy() {
        MemoryJournal copy = new MemoryJournal(clock);
        synchronized (lock) {
            // Nobody else knows the copy yet.
            synchronized (copy.lock) {
                copy.documents.copyOf(documents);
                copy.files.copyOf(files);
                copy.histories.copyOf(histories);
                copy.lastNumbers.putAll(lastNumbers);
                copy.numbers.addAll(numbers);
                copy.notices.addAll(notices);
                copy.cursors.putAll(cursors);
                copy.downloads.copyOf(downloads);
            }
        }
        return copy;
    }

    @Override
    public CompletionStage<List<DocumentId>> announce(List<NewDocument> announced) {
        return transaction(() -> {
            documents.refuseUsedIds(announced);
            List<DocumentId> fresh = new ArrayList<>();
            Instant now = clock.instant();
            for (NewDocument document : announced) {
                Optional<NewDocument> entering = documents
                        .earlier(document)
                        .map(earlier -> document.ofOtherContent(earlier.asEarlier(), now)
                                .filter(other -> documents.earlier(other).isEmpty()))
                        .orElseGet(() -> Optional.of(document));
                entering.ifPresent(one -> {
                    enter(one, Optional.empty(), Optional.empty(), now);
                    fresh.add(one.id());
                });
            }
            return List.copyOf(fresh);
        });
    }

    @Override
    public CompletionStage<Received> receive(NewFile file, List<NewDocument> received, List<Note> notes) {
        return transaction(() -> {
            documents.refuseUsedIds(received);
            files.refuseKnown(file);
            files.add(file, received.size());
            histories.keep(List.of(file.content()));
            histories.append(file.id(), file.history());
            return received(file.id(), received, notes);
        });
    }

    @Override
    public CompletionStage<Void> receiveInParts(NewFile file) {
        return done(() -> {
            files.refuseKnown(file);
            files.addInParts(file);
            histories.keep(List.of(file.content()));
            histories.append(file.id(), file.history());
        });
    }

    @Override
    public CompletionStage<Optional<Received>> enter(FilePart part) {
        return transaction(() -> {
            documents.refuseUsedIds(part.documents());
            if (!files.enter(part)) {
                return Optional.empty();
            }
            histories.append(part.file(), part.history());
            return Optional.of(received(part.file(), part.documents(), part.notes()));
        });
    }

    @Override
    public CompletionStage<List<UnfinishedFile>> unfinished(String connection, String folder) {
        return transaction(() -> files.unfinished(connection, folder));
    }

    private Received received(DocumentId file, List<NewDocument> received, List<Note> notes) {
        List<DocumentId> fresh = new ArrayList<>();
        List<DocumentId> duplicates = new ArrayList<>();
        List<DocumentId> clashes = new ArrayList<>();
        Instant now = clock.instant();
        for (NewDocument document : received) {
            Optional<Repetition> repetition = documents
                    .earlier(document)
                    .map(earlier -> Repetition.of(document.arriving(), earlier.asEarlier(), now));
            repetition.ifPresent(found -> moveEarlier(found, now));
            enter(document, repetition, Optional.of(file), now);
            (repetition.isEmpty()
                            ? fresh
                            : switch (repetition.get()) {
                                case Repetition.Duplicate ignored -> duplicates;
                                case Repetition.Revival ignored -> duplicates;
                                case Repetition.Clash ignored -> clashes;
                                case Repetition.Replacement ignored -> fresh;
                            })
                    .add(document.id());
        }
        for (Note note : notes) {
            if (note.source().filter(duplicates::contains).isPresent()) {
                continue;
            }
            documents.find(note.document()).ifPresent(noted -> {
                noted.note(Optional.of(note.after(noted.record().acknowledgement())), now);
                histories.append(note.document(), List.of(note.entry()));
            });
        }
        return new Received(fresh, duplicates, clashes);
    }

    private void moveEarlier(Repetition repetition, Instant now) {
        switch (repetition) {
            case Repetition.Replacement replacement ->
                documents
                        .find(replacement.earlier())
                        .ifPresent(found -> moved(found, Change.of(replacement.discarding()), now));
            case Repetition.Revival revival ->
                documents.find(revival.duplicateOf()).ifPresent(found -> moved(found, Change.of(revival.again()), now));
            case Repetition.Duplicate ignored -> {}
            case Repetition.Clash ignored -> {}
        }
    }

    private void enter(NewDocument document, Optional<Repetition> repetition, Optional<DocumentId> file, Instant now) {
        documents.enter(document, repetition, file, now);
        histories.keep(document.content().stream().toList());
        histories.append(document.id(), document.history());
        repetition.ifPresent(repeated -> histories.append(
                document.id(),
                List.of(
                        switch (repeated) {
                            case Repetition.Duplicate duplicate -> duplicate.entry();
                            case Repetition.Revival revival -> revival.entry();
                            case Repetition.Clash clash -> clash.entry();
                            case Repetition.Replacement replacement -> replacement.entry();
                        })));
    }

    @Override
    public CompletionStage<Set<ListedFile>> known(String connection, String folder, Set<ListedFile> listed) {
        return transaction(() -> files.known(connection, folder, listed));
    }

    @Override
    public CompletionStage<List<FileRecord>> filesNamed(String connection, String folder, String name) {
        return transaction(() -> files.named(connection, folder, name));
    }

    @Override
    public CompletionStage<List<Claim>> claim(String node, Map<String, Integer> free, Duration lease, Instant now) {
        return transaction(() -> documents.claim(node, free, lease, now));
    }

    @Override
    public CompletionStage<Map<String, Integer>> unclaimed(Set<String> connections) {
        return transaction(() -> documents.unclaimed(connections));
    }

    @Override
    public CompletionStage<Committed> commit(Claim claim, Change change, Instant now, Duration lease) {
        return transaction(() -> documents
                .find(claim.id())
                .filter(document -> document.has(claim))
                .map(document -> commit(document, change, now, lease))
                .orElseGet(Committed.Fenced::new));
    }

    @Override
    public CompletionStage<Committed> commit(
            Claim claim,
            NumberSequence sequence,
            Function<ControlNumbers, Optional<Change>> change,
            Instant now,
            Duration lease) {
        return transaction(() -> documents
                .find(claim.id())
                .filter(document -> document.has(claim))
                .map(document -> {
                    long next = lastNumbers.getOrDefault(sequence, 0L) + 1;
                    Committed committed = change.apply(new ControlNumbers(next, next, 1))
                            .map(numbered -> commit(document, numbered, now, lease))
                            .orElseGet(Committed.NotMade::new);
                    if (committed instanceof Committed.Stands) {
                        lastNumbers.put(sequence, next);
                        numbers.addFirst(
                                new NumberBlock(sequence, next, next, Fate.USED, Optional.of(claim.id()), now));
                    }
                    return committed;
                })
                .orElseGet(Committed.Fenced::new));
    }

    private Committed commit(StoredDocument document, Change change, Instant now, Duration lease) {
        Optional<DocumentId> owner =
                change.last(Amendment.Job.class).flatMap(job -> documents.otherOwnerOfJob(job.key(), document.id()));
        if (owner.isPresent()) {
            return new Committed.KeyTaken(owner.get());
        }
        document.change(change, now, lease);
        histories.keep(change.payloads());
        histories.append(document.id(), change.history());
        return new Committed.Stands();
    }

    @Override
    public CompletionStage<Void> renew(List<Claim> claims, Instant now, Duration lease) {
        return done(() -> claims.forEach(claim -> documents
                .find(claim.id())
                .filter(document -> document.has(claim))
                .ifPresent(document -> document.renew(now.plus(lease)))));
    }

    @Override
    public CompletionStage<Integer> takeOver(String node) {
        return transaction(() -> documents.takeOver(node, clock.instant()));
    }

    @Override
    public CompletionStage<Integer> wake(String connection, Instant now) {
        return transaction(() -> documents.wake(connection, now));
    }

    @Override
    public CompletionStage<Optional<DocumentId>> jobOwner(String jobKey) {
        return transaction(() -> documents.ownerOfJob(jobKey));
    }

    @Override
    public CompletionStage<Void> usedUpTo(NumberSequence sequence, long number) {
        return done(() -> {
            long before = lastNumbers.getOrDefault(sequence, 0L);
            if (number > before) {
                lastNumbers.put(sequence, number);
                numbers.addFirst(new NumberBlock(
                        sequence, before + 1, number, Fate.PASSED_OVER, Optional.empty(), clock.instant()));
            }
        });
    }

    @Override
    public CompletionStage<Long> highest(NumberSequence sequence) {
        return transaction(() -> lastNumbers.getOrDefault(sequence, 0L));
    }

    @Override
    public CompletionStage<List<NumberBlock>> numbers(int most, Optional<NumberSequence> sequence) {
        return transaction(() -> numbers.stream()
                .filter(block -> sequence.isEmpty() || sequence.get().equals(block.sequence()))
                .limit(most)
                .toList());
    }

    @Override
    public CompletionStage<Optional<DocumentRecord>> intervene(
            DocumentId id, Instant now, Function<DocumentRecord, Optional<Change>> decide) {
        return transaction(() -> documents
                .find(id)
                .filter(document -> !document.claimedAt(now))
                .flatMap(document -> decide.apply(document.record())
                        .filter(change -> jobIsFree(document, change.state()))
                        .map(change -> moved(document, change, now))));
    }

    /** A discarded document may come back only if nobody took its job meanwhile. */
    private boolean jobIsFree(StoredDocument document, FlowState next) {
        return document.jobKeyIn(next.condition())
                .flatMap(key -> documents.otherOwnerOfJob(key, document.id()))
                .isEmpty();
    }

    private DocumentRecord moved(StoredDocument document, Change change, Instant now) {
        document.move(change, now);
        histories.keep(change.payloads());
        histories.append(document.id(), change.history());
        return document.record();
    }

    @Override
    public CompletionStage<Void> note(
            DocumentId id, HistoryEntry entry, List<Payload> payloads, Optional<Acknowledgement> acknowledgement) {
        return done(() -> {
            Optional<StoredDocument> document = documents.find(id);
            if (document.isEmpty() && !files.has(id)) {
                throw new IllegalArgumentException("There is neither a document nor a file " + id);
            }
            document.ifPresent(noted -> noted.note(acknowledgement, clock.instant()));
            histories.keep(payloads);
            histories.append(id, List.of(entry));
        });
    }

    @Override
    public CompletionStage<Boolean> overdue(DocumentId id, HistoryEntry entry) {
        return transaction(() -> {
            Optional<StoredDocument> awaited = documents
                    .find(id)
                    .filter(document -> document.record().acknowledgement() == Acknowledgement.AWAITED);
            awaited.ifPresent(document -> {
                document.note(Optional.of(Acknowledgement.OVERDUE), clock.instant());
                histories.append(id, List.of(entry));
            });
            return awaited.isPresent();
        });
    }

    @Override
    public CompletionStage<Optional<DocumentRecord>> find(DocumentId id) {
        return transaction(() -> documents.find(id).map(StoredDocument::record));
    }

    @Override
    public CompletionStage<List<DocumentRecord>> list(DocumentFilter filter) {
        return transaction(() -> documents.list(filter));
    }

    @Override
    public CompletionStage<List<StuckCause>> causes(int most) {
        return transaction(() -> StuckDocuments.causes(documents.records().stream(), most));
    }

    @Override
    public CompletionStage<List<DocumentRecord>> sentUnder(String connection, String partner, String controlNumber) {
        return transaction(() -> documents.records().stream()
                .filter(document -> exchanged(document, connection, partner, Direction.OUTBOUND)
                        && !document.keys().controlNumber().isEmpty()
                        && bare(document.keys().controlNumber()).equals(bare(controlNumber)))
                .sorted(Comparator.comparing(DocumentRecord::id))
                .toList());
    }

    @Override
    public CompletionStage<List<DocumentRecord>> revisionsOf(String connection, String partner, String orderNumber) {
        return transaction(() -> documents.records().stream()
                .filter(document -> exchanged(document, connection, partner, Direction.OUTBOUND)
                        && !document.keys().confirmationNumber().isEmpty()
                        && document.keys().orderNumber().equalsIgnoreCase(orderNumber))
                .toList());
    }

    @Override
    public CompletionStage<Boolean> interchangeReceived(
            String connection, String partner, String controlNumber, Optional<DocumentId> exceptFile) {
        return transaction(() -> documents.records().stream()
                .anyMatch(document -> exchanged(document, connection, partner, Direction.INBOUND)
                        && (exceptFile.isEmpty() || !document.file().equals(exceptFile))
                        && document.validity() == Validity.VALID
                        && document.keys().controlNumber().equals(controlNumber)));
    }

    private static boolean exchanged(DocumentRecord document, String connection, String partner, Direction direction) {
        return document.connection().equals(connection)
                && document.partner().equals(partner)
                && document.direction() == direction;
    }

    private static String bare(String number) {
        return number.strip().replaceFirst("^0+(?=.)", "");
    }

    @Override
    public CompletionStage<List<DocumentRecord>> sequence(String sequenceKey) {
        return transaction(() -> documents.sequence(sequenceKey));
    }

    @Override
    public CompletionStage<List<RecordedEntry>> history(DocumentId id) {
        return transaction(() -> histories.of(id));
    }

    @Override
    public CompletionStage<List<FileRecord>> files(int most, Optional<DocumentId> after) {
        return transaction(() -> files.newest(most, after));
    }

    @Override
    public CompletionStage<Optional<FileRecord>> file(DocumentId id) {
        return transaction(() -> files.find(id));
    }

    @Override
    public CompletionStage<List<FileRecord>> filesToRemove(String connection, String folder) {
        return transaction(() -> files.toRemove(connection, folder, documents::allSettled));
    }

    @Override
    public CompletionStage<Void> removing(DocumentId file, HistoryEntry entry) {
        return done(() -> {
            if (files.intendRemoval(file)) {
                histories.append(file, List.of(entry));
            }
        });
    }

    @Override
    public CompletionStage<Void> removed(DocumentId file, HistoryEntry entry) {
        return done(() -> {
            files.remove(file);
            histories.append(file, List.of(entry));
        });
    }

    @Override
    public CompletionStage<Optional<Payload>> payload(ContentHash hash) {
        return transaction(() -> histories.payload(hash));
    }

    @Override
    public CompletionStage<Boolean> recordNotice(String connection, String key, byte[] body, Instant now) {
        return transaction(() -> notices.add(new Notice(connection, key)));
    }

    @Override
    public CompletionStage<Optional<String>> cursor(String name) {
        return transaction(() -> Optional.ofNullable(cursors.get(name)));
    }

    @Override
    public CompletionStage<Void> moveCursor(String name, String value) {
        return done(() -> cursors.put(name, value));
    }

    @Override
    public CompletionStage<Boolean> reading(Download download) {
        return transaction(() -> downloads.reading(download));
    }

    @Override
    public CompletionStage<Void> read(Download download, byte[] bytes) {
        return done(() -> downloads.read(download, bytes));
    }

    @Override
    public CompletionStage<List<Download>> downloads(String connection, String folder) {
        return transaction(() -> downloads.of(connection, folder));
    }

    @Override
    public CompletionStage<Optional<byte[]>> bytesOf(Download download) {
        return transaction(() -> downloads.bytes(download));
    }

    @Override
    public CompletionStage<Void> settled(Download download) {
        return done(() -> downloads.settled(download));
    }

    private CompletionStage<Void> done(Runnable work) {
        return transaction(() -> {
                    work.run();
                    return true;
                })
                .thenAccept(ignored -> {});
    }

    private <T> CompletionStage<T> transaction(Supplier<T> work) {
        synchronized (lock) {
            try {
                return CompletableFuture.completedFuture(work.get());
            } catch (RuntimeException e) {
                // The journal's promise: a defect fails the stage, and the caller stops working on the document.
                return CompletableFuture.failedFuture(e);
            }
        }
    }
}
