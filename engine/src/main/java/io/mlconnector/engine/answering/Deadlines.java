package io.mlconnector.engine.answering;

import io.mlconnector.domain.agreement.OrderAgreement;
import io.mlconnector.domain.answering.Deadline;
import io.mlconnector.domain.sending.SendingDecisions;
import io.mlconnector.domain.words.Acknowledgement;
import io.mlconnector.domain.words.Condition;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.domain.words.HistoryEntry;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.engine.Connection;
import io.mlconnector.engine.Engine;
import io.mlconnector.engine.loop.Activity;
import io.mlconnector.engine.loop.Health;
import io.mlconnector.engine.loop.RepeatedLook;
import io.mlconnector.engine.loop.Signals;
import io.mlconnector.ports.journal.Change;
import io.mlconnector.ports.journal.Criterion;
import io.mlconnector.ports.journal.DocumentFilter;
import io.mlconnector.ports.journal.document.Direction;
import io.mlconnector.ports.journal.document.DocumentRecord;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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
    private final RepeatedLook repeated;
    private int looks;

    /** Over one connection. */
    public Deadlines(Engine engine, Connection connection, Health health) {
        this.engine = engine;
        this.connection = connection;
        this.repeated = new RepeatedLook(
                engine.loop(), engine.clock(), health, "Deadlines of " + connection.id(), PAUSE, this::look);
    }

    @Override
    public void start() {
        repeated.start();
    }

    @Override
    public Future<Void> stop() {
        return repeated.stop();
    }

    private Future<Optional<Problem>> look() {
        return page(Optional.empty()).compose(ignored -> doubts()).map(Optional.empty());
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
                        .compose(ignored -> found.size() < PAGE || repeated.stopping()
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
                            .orderAgreement(document.type(), document.partner(), document.keys())
                            .flatMap(OrderAgreement::acknowledgeWithin));
            Instant at = due.orElse(Instant.MAX);
            if (!at.isAfter(now)) {
                HistoryEntry entry = HistoryEntry.entry(
                        now,
                        "overdue",
                        "The partner should have answered by " + at.truncatedTo(ChronoUnit.SECONDS)
                                + ". Ask whether the document arrived; an answer that comes late still counts.");
                marked = marked.compose(
                        ignored -> engine.onContext(engine.journal().overdue(document.id(), entry))
                                .mapEmpty());
            }
        }
        return marked;
    }
}
