package io.mlconnector.engine.restoration;

import io.mlconnector.domain.flow.StoppedInterventions;
import io.mlconnector.domain.sending.Restoration;
import io.mlconnector.domain.sending.SendingInterventions;
import io.mlconnector.domain.words.Condition;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.domain.words.HistoryEntry;
import io.mlconnector.domain.words.ProblemCode;
import io.mlconnector.engine.Connection;
import io.mlconnector.engine.Engine;
import io.mlconnector.engine.daily.NumberGaps;
import io.mlconnector.engine.loop.Signals;
import io.mlconnector.engine.view.DocumentPages;
import io.mlconnector.ports.journal.Change;
import io.mlconnector.ports.journal.Criterion;
import io.mlconnector.ports.journal.DocumentFilter;
import io.mlconnector.ports.journal.document.Direction;
import io.mlconnector.ports.journal.document.DocumentRecord;
import io.mlconnector.ports.journal.file.FileRecord;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a person needs, and does, to settle what was sent before the journal was put back to an earlier time. */
public final class Reconciliation {

    /** So many documents are looked at, newest first; memory is bounded. */
    private static final int MOST = 20_000;

    private final Engine engine;
    private final List<Connection> connections;

    /**
     * On a journal.
     *
     * @param connections whose folders are looked into
     */
    public Reconciliation(Engine engine, List<Connection> connections) {
        this.engine = engine;
        this.connections = List.copyOf(connections);
    }

    /** The restoration that was noticed last; empty if there never was one. */
    public Future<Optional<Restoration>> restoration() {
        return engine.onContext(engine.journal().cursor(Restoration.CODE)).map(text -> text.map(Restoration::parse));
    }

    /** A person knows that the journal was put back, though nothing shows it: outgoing documents are held from now on. */
    public Future<Restoration> hold() {
        Restoration noticed = new Restoration(engine.clock().instant(), "");
        return engine.onContext(engine.journal().moveCursor(Restoration.CODE, noticed.text()))
                .map(ignored -> noticed);
    }

    /** Every held document, oldest first. Looks at nothing but the journal. */
    public Future<List<DocumentRecord>> heldDocuments() {
        return all(DocumentFilter.ALL.where(new Criterion.StuckBecause(Restoration.CODE)))
                .map(List::reversed);
    }

    /**
     * Some of the held documents, oldest first, with what speaks for and against their having been sent.
     *
     * @param documents these
     * @param more whether others follow
     */
    public record HeldPage(List<HeldDocument> documents, boolean more) {
        public HeldPage {
            documents = List.copyOf(documents);
        }
    }

    /**
     * A page of them.
     *
     * @param most at most so many; 1 or more
     * @param after the last one of the page before, whether it is still held or not; empty for the first page
     */
    public Future<HeldPage> held(int most, Optional<DocumentId> after) {
        return heldDocuments().compose(all -> {
            List<DocumentRecord> rest = all.stream()
                    .filter(one ->
                            after.map(last -> one.id().compareTo(last) > 0).orElse(true))
                    .toList();
            return searched(rest.stream().limit(most).toList()).map(found -> new HeldPage(found, rest.size() > most));
        });
    }

    private Future<List<HeldDocument>> searched(List<DocumentRecord> documents) {
        EvidenceSearch search = new EvidenceSearch(engine, connections);
        Future<List<HeldDocument>> found = Future.succeededFuture(new ArrayList<>());
        for (DocumentRecord document : documents) {
            found = found.compose(before -> search.of(document).map(one -> {
                before.add(one);
                return before;
            }));
        }
        return found;
    }

    /**
     * Control numbers of each partner that are missing between those received, by {@code connection partner}. A file that was
     * taken since the backup and removed from its folder is among them once a later one has come; what carried no transaction
     * set, such as a TA1 alone, is among them too.
     */
    public Future<Map<String, List<String>>> possiblyMissingInterchanges() {
        return all(DocumentFilter.ALL.where(new Criterion.Going(Direction.INBOUND)))
                .map(documents -> {
                    Map<String, List<String>> received = new TreeMap<>();
                    documents.forEach(document -> received.computeIfAbsent(
                                    document.connection() + " " + document.partner(), ignored -> new ArrayList<>())
                            .add(document.keys().controlNumber()));
                    Map<String, List<String>> missing = new TreeMap<>();
                    received.forEach((partner, numbers) -> {
                        List<String> gaps = NumberGaps.of(numbers).stream()
                                .map(NumberGaps.Gap::text)
                                .toList();
                        if (!gaps.isEmpty()) {
                            missing.put(partner, gaps);
                        }
                    });
                    return missing;
                });
    }

    /**
     * Files that were taken before the journal was put back, are neither known nor in their folder, and came again under the same
     * name in no other state since; oldest first.
     */
    public Future<List<FileRecord>> missingFiles() {
        return restoration()
                .compose(known -> known.isEmpty()
                        ? Future.succeededFuture(List.<FileRecord>of())
                        : filesSince(known.get().noticed(), Optional.empty(), new ArrayList<>()))
                .map(MissingFiles::of);
    }

    private Future<List<FileRecord>> filesSince(Instant since, Optional<DocumentId> after, List<FileRecord> found) {
        return engine.onContext(engine.journal().files(DocumentFilter.LARGEST_LIMIT, after))
                .compose(page -> {
                    page.stream()
                            .filter(file -> !file.takenAt().isBefore(since))
                            .forEach(found::add);
                    return page.size() < DocumentFilter.LARGEST_LIMIT
                                    || found.size() >= MOST
                                    || page.getLast().takenAt().isBefore(since)
                            ? Future.succeededFuture(found)
                            : filesSince(since, Optional.of(page.getLast().id()), found);
                });
    }

    private Future<List<DocumentRecord>> all(DocumentFilter filter) {
        return DocumentPages.all(engine, filter, MOST);
    }

    /**
     * The partner has it: it is recorded as sent and never sent again.
     *
     * @param who the operator
     * @param reason how that is known; may be empty
     * @return whether it was held for the restoration
     */
    public Future<Boolean> markAsSent(DocumentId id, String who, String reason) {
        Instant now = engine.clock().instant();
        return intervened(engine.journal()
                .intervene(
                        id,
                        now,
                        document -> SendingInterventions.markAsSent(
                                        document.state(), Restoration.markedAsSent(now, who, reason))
                                .map(Change::of)));
    }

    /**
     * The partner does not have it: it is sent, read and written anew under a new control number.
     *
     * @param who the operator
     * @param reason how that is known; may be empty
     * @return whether it was held for the restoration
     */
    public Future<Boolean> letGo(DocumentId id, String who, String reason) {
        Instant now = engine.clock().instant();
        HistoryEntry entry = new HistoryEntry(
                now,
                who,
                "release",
                who + " said that the partner does not have it ("
                        + (reason.isBlank() ? "no reason given" : reason.strip()) + "): it is sent",
                Map.of(),
                List.of());
        return intervened(engine.journal()
                .intervene(
                        id,
                        now,
                        document -> document.reason()
                                .filter(why -> why.is(ProblemCode.JOURNAL_RESTORED))
                                .flatMap(ignored -> StoppedInterventions.release(document.state(), entry))
                                .map(Change::of)));
    }

    private Future<Boolean> intervened(java.util.concurrent.CompletionStage<Optional<DocumentRecord>> stage) {
        return engine.onContext(stage).map(after -> {
            engine.loop().signal(Signals.DUE, "");
            return after.isPresent();
        });
    }

    /**
     * What must be settled before it can end.
     *
     * @param held documents that wait for a person
     * @param underWay outgoing documents of the connections that may still come to be held
     * @param unread connections whose confirmed orders were not read from F&O since it was noticed: what was sent since the backup
     *     is not even announced
     */
    public record Remaining(int held, int underWay, List<String> unread) {
        public Remaining {
            unread = List.copyOf(unread);
        }

        /** Whether it is over. */
        public boolean none() {
            return held == 0 && underWay == 0 && unread.isEmpty();
        }
    }

    /**
     * Nothing more is held. Refused while something may still be that was sent before: it would be sent again.
     *
     * @param ids of the connections in use
     */
    public Future<Remaining> end(Collection<String> ids) {
        return restoration()
                .compose(known -> known.filter(Restoration::holding)
                        .map(holding -> end(holding, ids))
                        .orElseGet(() -> Future.succeededFuture(new Remaining(0, 0, List.of()))));
    }

    private Future<Remaining> end(Restoration holding, Collection<String> ids) {
        return remaining(holding, ids)
                .compose(remaining -> remaining.none()
                        ? engine.onContext(engine.journal()
                                        .moveCursor(
                                                Restoration.CODE,
                                                holding.over(engine.clock().instant())
                                                        .text()))
                                .map(remaining)
                        : Future.succeededFuture(remaining));
    }

    private Future<Remaining> remaining(Restoration restoration, Collection<String> ids) {
        return new OrderLooks(engine)
                .missing(restoration, ids)
                .compose(unread -> underWay(ids)
                        .compose(
                                underWay -> heldDocuments().map(held -> new Remaining(held.size(), underWay, unread))));
    }

    private Future<Integer> underWay(Collection<String> ids) {
        Future<Integer> all = Future.succeededFuture(0);
        for (Condition condition : Condition.values()) {
            if (!condition.settled()) {
                all = all.compose(before -> all(DocumentFilter.ALL.where(
                                new Criterion.Going(Direction.OUTBOUND), new Criterion.InCondition(condition)))
                        .map(found -> before
                                + (int) found.stream()
                                        .filter(one -> ids.contains(one.connection()))
                                        .count()));
            }
        }
        return all;
    }
}
