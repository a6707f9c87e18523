package io.mlconnector.engine.restoration;

import io.mlconnector.domain.flow.StoppedInterventions;
import io.mlconnector.domain.sending.Restoration;
import io.mlconnector.domain.sending.SendingInterventions;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.domain.words.HistoryEntry;
import io.mlconnector.engine.Connection;
import io.mlconnector.engine.Engine;
import io.mlconnector.engine.loop.Signals;
import io.mlconnector.ports.journal.Change;
import io.mlconnector.ports.journal.Criterion;
import io.mlconnector.ports.journal.DocumentFilter;
import io.mlconnector.ports.journal.document.Direction;
import io.mlconnector.ports.journal.document.DocumentRecord;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a person needs, and does, to settle what was sent before the journal was put back to an earlier time. */
public final class Reconciliation {

    /** So many documents are looked at, newest first; memory is bounded. */
    private static final int MOST = 20_000;

    private final Engine engine;
    private final List<Connection> links;

    /**
     * On a journal.
     *
     * @param links whose folders are looked into
     */
    public Reconciliation(Engine engine, List<Connection> links) {
        this.engine = engine;
        this.links = List.copyOf(links);
    }

    /** The restoration that was noticed last; empty if there never was one. */
    public Future<Optional<Restoration>> restoration() {
        return engine.onContext(engine.journal().cursor(Restoration.CODE)).map(text -> text.map(Restoration::parse));
    }

    /** A person knows that the journal was put back, though nothing shows it: outgoing documents are held from now on. */
    public Future<Restoration> hold() {
        Restoration noticed = new Restoration(engine.clock().instant(), true);
        return engine.onContext(engine.journal().moveCursor(Restoration.CODE, noticed.text()))
                .map(ignored -> noticed);
    }

    /** Every held document, oldest first, with what speaks for and against its having been sent. */
    public Future<List<HeldDocument>> held() {
        return all(DocumentFilter.ALL.where(new Criterion.StuckBecause(Restoration.CODE)))
                .compose(documents -> {
                    EvidenceSearch search = new EvidenceSearch(engine, links);
                    Future<List<HeldDocument>> found = Future.succeededFuture(new ArrayList<>());
                    for (DocumentRecord document : documents.reversed()) {
                        found = found.compose(before -> search.of(document).map(one -> {
                            before.add(one);
                            return before;
                        }));
                    }
                    return found;
                });
    }

    /** Control numbers of each partner that are missing between those received, by {@code connection partner}. */
    public Future<Map<String, List<String>>> missingInterchanges() {
        return all(DocumentFilter.ALL.where(new Criterion.Going(Direction.INBOUND)))
                .map(documents -> {
                    Map<String, List<String>> received = new TreeMap<>();
                    documents.forEach(document -> received.computeIfAbsent(
                                    document.connection() + " " + document.partner(), ignored -> new ArrayList<>())
                            .add(document.keys().controlNumber()));
                    Map<String, List<String>> missing = new TreeMap<>();
                    received.forEach((partner, numbers) -> {
                        List<String> gaps = NumberGaps.of(numbers);
                        if (!gaps.isEmpty()) {
                            missing.put(partner, gaps);
                        }
                    });
                    return missing;
                });
    }

    private Future<List<DocumentRecord>> all(DocumentFilter filter) {
        return page(filter, Optional.empty(), new ArrayList<>());
    }

    private Future<List<DocumentRecord>> page(
            DocumentFilter filter, Optional<DocumentId> after, List<DocumentRecord> found) {
        return engine.onContext(engine.journal().list(filter.page(DocumentFilter.LARGEST_LIMIT, after)))
                .compose(page -> {
                    found.addAll(page);
                    return page.size() < DocumentFilter.LARGEST_LIMIT || found.size() >= MOST
                            ? Future.succeededFuture(found)
                            : page(filter, Optional.of(page.getLast().id()), found);
                });
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
                                .filter(why -> why.code().equals(Restoration.CODE))
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
     * Nothing more is held. Refused while documents are: they would be forgotten.
     *
     * @return how many documents are still held; 0 if it is over
     */
    public Future<Integer> end() {
        return all(DocumentFilter.ALL.where(new Criterion.StuckBecause(Restoration.CODE)))
                .compose(documents -> !documents.isEmpty()
                        ? Future.succeededFuture(documents.size())
                        : restoration()
                                .compose(known -> known.isEmpty()
                                        ? Future.succeededFuture(0)
                                        : engine.onContext(engine.journal()
                                                        .moveCursor(
                                                                Restoration.CODE,
                                                                known.get()
                                                                        .over()
                                                                        .text()))
                                                .map(0)));
    }
}
