package io.mlconnector.engine.answering;

import io.mlconnector.domain.agreement.OrderAgreement;
import io.mlconnector.domain.answering.Deadline;
import io.mlconnector.domain.sending.SendingDecisions;
import io.mlconnector.domain.words.Acknowledgement;
import io.mlconnector.domain.words.Condition;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.domain.words.HistoryEntry;
import io.mlconnector.engine.Connection;
import io.mlconnector.engine.Engine;
import io.mlconnector.engine.loop.Activity;
import io.mlconnector.engine.loop.BrokenOff;
import io.mlconnector.engine.loop.Health;
import io.mlconnector.engine.loop.Signals;
import io.mlconnector.ports.journal.Change;
import io.mlconnector.ports.journal.Criterion;
import io.mlconnector.ports.journal.DocumentFilter;
import io.mlconnector.ports.journal.document.Direction;
import io.mlconnector.ports.journal.document.DocumentRecord;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Marks the documents of a connection to which the partner should have answered by now. Looks every few seconds. */
public final class Deadlines implements Activity {
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final int PAGE = 200;

    /** Once a minute. */
    private static final int LOOKS_PER_DOUBTS = 12;

    private static final List<Acknowledgement> ANSWERS =
            Stream.of(Acknowledgement.values()).filter(Acknowledgement::given).toList();

    private final Engine engine;
    private final Connection connection;
    private final Health health;
    private final String name;
    private Runnable timer = () -> {};
    private Future<Void> underWay = Future.succeededFuture();
    private boolean stopping;
    private int looks;

    /** Over one connection. */
    public Deadlines(Engine engine, Connection connection, Health health) {
        this.engine = engine;
        this.health = health;
        this.name = "Deadlines of " + connection.id();
        this.connection = connection;
    }

    @Override
    public void start() {
        look();
    }

    @Override
    public Future<Void> stop() {
        stopping = true;
        timer.run();
        return underWay.otherwiseEmpty();
    }

    private void look() {
        if (stopping) {
            return;
        }
        health.begun(name, engine.clock().instant());
        underWay = page(Optional.empty())
                .compose(ignored -> doubts())
                .onSuccess(ignored -> health.working(name, engine.clock().instant()))
                .onFailure(failure -> health.failing(
                        name, BrokenOff.problem(name, failure), engine.clock().instant()))
                .otherwiseEmpty()
                .onComplete(ignored -> {
                    health.rests(name, PAUSE, engine.clock().instant());
                    if (!stopping) {
                        timer = engine.loop().after(PAUSE, this::look);
                    }
                });
    }

    private Future<Void> page(Optional<DocumentId> behind) {
        DocumentFilter awaited = DocumentFilter.ALL
                .where(
                        new Criterion.OfConnection(connection.id()),
                        new Criterion.Going(Direction.OUTBOUND),
                        new Criterion.Answered(Acknowledgement.AWAITED))
                .page(PAGE, behind);
        return engine.onContext(engine.journal().list(awaited))
                .compose(found -> mark(found)
                        .compose(ignored -> found.size() < PAGE || stopping
                                ? Future.succeededFuture()
                                : page(Optional.of(found.getLast().id()))));
    }

    /** What a person was to look for, and the partner answered meanwhile, goes on by itself. */
    private Future<Void> doubts() {
        if (looks++ % LOOKS_PER_DOUBTS != 0) {
            return Future.succeededFuture();
        }
        Future<Void> all = Future.succeededFuture();
        for (Acknowledgement answer : ANSWERS) {
            all = all.compose(ignored -> engine.onContext(engine.journal()
                            .list(DocumentFilter.ALL
                                    .where(
                                            new Criterion.OfConnection(connection.id()),
                                            new Criterion.Going(Direction.OUTBOUND),
                                            new Criterion.InCondition(Condition.HELD),
                                            new Criterion.Answered(answer))
                                    .page(PAGE, Optional.empty())))
                    .compose(this::settle));
        }
        return all;
    }

    private Future<Void> settle(List<DocumentRecord> found) {
        Future<Void> all = Future.succeededFuture();
        Instant now = engine.clock().instant();
        for (DocumentRecord document : found) {
            if (SendingDecisions.answeredMeanwhile(document.state(), document.acknowledgement(), now)
                    .isPresent()) {
                all = all.compose(ignored -> engine.onContext(engine.journal()
                                .intervene(
                                        document.id(),
                                        now,
                                        stored -> SendingDecisions.answeredMeanwhile(
                                                        stored.state(), stored.acknowledgement(), now)
                                                .map(Change::of)))
                        .onSuccess(ignoredToo -> engine.loop().signal(Signals.DUE, ""))
                        .mapEmpty());
            }
        }
        return all;
    }

    private Future<Void> mark(List<DocumentRecord> found) {
        Instant now = engine.clock().instant();
        Future<Void> marked = Future.succeededFuture();
        for (DocumentRecord document : found) {
            Optional<Instant> due = Deadline.of(
                    document.state(),
                    document.acknowledgement(),
                    connection
                            .orderAgreement(document.partner(), document.keys())
                            .flatMap(OrderAgreement::acknowledgeWithin));
            Instant at = due.orElse(Instant.MAX);
            if (!at.isAfter(now)) {
                HistoryEntry entry = HistoryEntry.entry(
                        now,
                        "overdue",
                        "The partner should have answered by " + at
                                + ". Ask whether the document arrived; an answer that comes late still counts.");
                marked = marked.compose(
                        ignored -> engine.onContext(engine.journal().overdue(document.id(), entry))
                                .mapEmpty());
            }
        }
        return marked;
    }
}
