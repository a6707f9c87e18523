package io.mlconnector.engine.runner;

import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.ProblemCode;
import io.mlconnector.engine.Connection;
import io.mlconnector.engine.Engine;
import io.mlconnector.engine.loop.Activity;
import io.mlconnector.engine.loop.BrokenOff;
import io.mlconnector.engine.loop.Failures;
import io.mlconnector.engine.loop.Health;
import io.mlconnector.engine.loop.Signals;
import io.mlconnector.ports.journal.Claim;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Takes documents that are due and brings each one forward until it rests: gather, decide, commit, at most one write, and
 * again. A bounded number at once, of which each connection has a share of its own: one that is slow or does not answer
 * starves no other. One document is always worked on by one visit only. Claims in hand are renewed as long as this process
 * is alive. Documents of connections that are not configured are never taken; the start tells how many there are.
 */
public final class FlowRunner implements Activity {

    private static final Logger LOG = Logger.getLogger(FlowRunner.class.getName());

    /** Its name for those who ask how it goes. */
    private static final String NAME = "Documents";

    /** A document on which work breaks off so often, with the journal at hand, is held. */
    private static final int TRIES = 5;

    private final Engine engine;
    private final Health health;

    /** By the id of the connection. */
    private final Map<String, Lane> lanes = new LinkedHashMap<>();

    private final Duration pause;
    private final Map<DocumentId, Claim> inHand = new LinkedHashMap<>();
    private final Failures<DocumentId> failures = new Failures<>(TRIES);
    private final Unanswered unanswered = new Unanswered();
    private final Map<DocumentId, Problem> toBeHeld = new LinkedHashMap<>();
    private Instant renewedAt = Instant.MIN;
    private boolean looking;
    private boolean again;
    private boolean stopping;
    private Runnable timer = () -> {};
    private Runnable listening = () -> {};
    private final Promise<Void> idle = Promise.promise();

    /**
     * For these connections.
     *
     * @param mostAtOnce documents under way, at least 1. Each connection has an equal share of them and at least one: with
     *     more connections than this, as many documents as connections may be under way
     * @param pause between two looks for due documents, and between two renewals; a signal makes a look come sooner
     */
    public FlowRunner(Engine engine, List<Connection> connections, int mostAtOnce, Duration pause, Health health) {
        this.engine = engine;
        this.health = health;
        this.pause = pause;
        int share = Math.max(1, mostAtOnce / Math.max(1, connections.size()));
        connections.forEach(connection -> lanes.put(connection.id(), new Lane(engine, connection, share)));
    }

    @Override
    public void start() {
        listening = engine.loop().onSignal(Signals.DUE, ignored -> look());
        tellUnclaimed();
        look();
    }

    /** A connection that was removed from the configuration or renamed leaves documents behind; a person must know. */
    private void tellUnclaimed() {
        engine.onContext(engine.journal().unclaimed(lanes.keySet()))
                .onSuccess(counted -> counted.forEach((connection, documents) -> LOG.log(
                        Level.WARNING,
                        "{0} documents belong to connection {1}, which is not configured. They stay where they are until"
                                + " it is configured again under this id; list them with: ml-connector documents list"
                                + " --connection {1}",
                        new Object[] {documents, connection})))
                .onFailure(failure -> LOG.log(
                        Level.WARNING,
                        "It could not be counted whether there are documents of connections that are not configured:"
                                + " {0}",
                        failure.getMessage()));
    }

    /** Takes nothing new and waits for what is under way. */
    @Override
    public Future<Void> stop() {
        stopping = true;
        listening.run();
        rest();
        return idle.future();
    }

    private void look() {
        if (looking) {
            again = true;
            return;
        }
        looking = true;
        again = false;
        timer.run();
        health.begun(NAME, engine.clock().instant());
        Map<String, Integer> free = stopping ? Map.of() : free();
        renew().compose(ignored -> free.isEmpty() ? Future.succeededFuture() : claim(free))
                .onComplete(done -> {
                    looking = false;
                    if (done.failed()) {
                        health.failing(
                                NAME,
                                BrokenOff.problem(NAME, done.cause()),
                                engine.clock().instant());
                    } else {
                        health.working(NAME, engine.clock().instant());
                    }
                    health.rests(NAME, pause, engine.clock().instant());
                    next();
                });
    }

    /** The lanes that can take documents, and how many. */
    private Map<String, Integer> free() {
        Map<String, Integer> free = new LinkedHashMap<>();
        lanes.forEach((connection, lane) -> {
            lane.asked();
            if (lane.free() > 0) {
                free.put(connection, lane.free());
            }
        });
        return free;
    }

    /** Keeps what is in hand; before anything is claimed, so that nothing of our own is claimed a second time. */
    private Future<Void> renew() {
        Instant now = engine.clock().instant();
        // A clock that was set back must not keep claims from being renewed.
        boolean fresh = !now.isBefore(renewedAt) && now.isBefore(renewedAt.plus(pause.dividedBy(2)));
        if (inHand.isEmpty() || fresh) {
            return Future.succeededFuture();
        }
        return engine.onContext(engine.journal().renew(List.copyOf(inHand.values()), now, engine.lease()))
                .onSuccess(ignored -> renewedAt = now)
                .mapEmpty();
    }

    private Future<Void> claim(Map<String, Integer> free) {
        return engine.onContext(engine.journal()
                        .claim(
                                engine.node(),
                                free,
                                engine.lease(),
                                engine.clock().instant()))
                .onSuccess(claims -> claims.forEach(this::take))
                .mapEmpty();
    }

    private void next() {
        if (!stopping && (again || lanes.values().stream().anyMatch(Lane::wantsMore))) {
            look();
        } else {
            timer.run();
            timer = engine.loop().after(pause, this::look);
            rest();
        }
    }

    private void rest() {
        if (stopping && !looking && inHand.isEmpty()) {
            timer.run();
            idle.tryComplete();
        }
    }

    private void take(Claim claim) {
        Lane lane = lanes.get(claim.connection());
        if (lane == null) {
            LOG.log(
                    Level.SEVERE,
                    "The journal gave out document {0} of connection {1}, which it was not asked for",
                    new Object[] {claim.id(), claim.connection()});
            return;
        }
        lane.taken();
        inHand.put(claim.id(), claim);
        Problem why = toBeHeld.remove(claim.id());
        Future<Void> visit = why == null ? lane.visit(claim) : lane.hold(claim, why);
        visit.onComplete(done -> {
            lane.left();
            inHand.remove(claim.id(), claim);
            if (done.failed()) {
                // Nothing is known to be saved: the claim is renewed no more, runs out, and the document is taken up
                // again.
                BrokenOff.log(
                        LOG, "Work on document " + claim.id() + " broke off and will be taken up again", done.cause());
                brokeOff(claim, done.cause());
            } else {
                failures.forget(claim.id());
                unanswered.answered(claim.id());
            }
            engine.loop().signal(Signals.CHANGED, claim.id().text());
            if (lane.wantsMore() && !looking) {
                next();
            }
            rest();
        });
    }

    /**
     * With the journal away nothing is wrong with the document, unless work on others comes to its end meanwhile, time and
     * again: then it is this document that the journal cannot take. What has failed too often is held when it is taken up next.
     */
    private void brokeOff(Claim claim, Throwable failure) {
        if (BrokenOff.journalAway(failure)) {
            if (unanswered.usedUp(claim.id())) {
                toBeHeld(
                        claim,
                        "The journal gave no answer to work on this document " + Unanswered.TRIES
                                + " times in a row, while it answered for others; the log says why. It may be too large"
                                + " for the database. Release the document to have it tried again.");
            }
            return;
        }
        if (failures.usedUp(claim.id())) {
            toBeHeld(
                    claim,
                    "Work on this document broke off " + TRIES
                            + " times in a row because of a defect of ml-connector; the log says where. Report it."
                            + " Release the document to have it tried again.");
        }
    }

    private void toBeHeld(Claim claim, String why) {
        failures.forget(claim.id());
        unanswered.forget(claim.id());
        toBeHeld.put(
                claim.id(), Problem.of(ProblemCode.WORK_BROKE_OFF, claim.id().text(), why));
    }
}
