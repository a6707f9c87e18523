package io.mlconnector.engine.runner;

import io.mlconnector.domain.flow.Decision;
import io.mlconnector.domain.flow.Step;
import io.mlconnector.domain.invoicing.InvoiceState;
import io.mlconnector.domain.sending.SendingState;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.engine.Connection;
import io.mlconnector.engine.Engine;
import io.mlconnector.engine.loop.Activity;
import io.mlconnector.engine.loop.BrokenOff;
import io.mlconnector.engine.loop.Signals;
import io.mlconnector.engine.posting.InvoiceFlow;
import io.mlconnector.engine.sending.SendingFlow;
import io.mlconnector.ports.journal.Change;
import io.mlconnector.ports.journal.Claim;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Takes documents that are due and brings each one forward until it rests: gather, decide, commit, at most one write, and
 * again. A bounded number at once; one document is always worked on by one visit only. Claims in hand are renewed as long as
 * this process is alive.
 */
public final class FlowRunner implements Activity {

    private static final Logger LOG = Logger.getLogger(FlowRunner.class.getName());

    private static final Duration LATER = Duration.ofMinutes(5);

    private final Engine engine;
    private final Map<String, SendingFlow> orders = new HashMap<>();
    private final Map<String, InvoiceFlow> invoices = new HashMap<>();
    private final int mostAtOnce;
    private final Duration pause;
    private final Map<DocumentId, Claim> inHand = new LinkedHashMap<>();
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
     * @param mostAtOnce documents under way
     * @param pause between two looks for due documents, and between two renewals; a signal makes a look come sooner
     */
    public FlowRunner(Engine engine, List<Connection> links, int mostAtOnce, Duration pause) {
        this.engine = engine;
        this.mostAtOnce = mostAtOnce;
        this.pause = pause;
        for (Connection link : links) {
            this.orders.put(link.id(), new SendingFlow(engine, link));
            this.invoices.put(link.id(), new InvoiceFlow(engine, link));
        }
    }

    @Override
    public void start() {
        listening = engine.loop().onSignal(Signals.DUE, ignored -> look());
        look();
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
        again = inHand.size() >= mostAtOnce;
        timer.run();
        int free = stopping ? 0 : mostAtOnce - inHand.size();
        renew().compose(ignored -> free > 0 ? claim(free) : Future.succeededFuture(0))
                .onComplete(done -> {
                    looking = false;
                    if (done.failed()) {
                        LOG.log(
                                Level.WARNING,
                                "The journal cannot be read: {0}",
                                done.cause().getMessage());
                    } else if (free > 0 && done.result() == free) {
                        again = true;
                    }
                    next();
                });
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

    private Future<Integer> claim(int free) {
        return engine.onContext(engine.journal()
                        .claim(
                                engine.node(),
                                free,
                                engine.lease(),
                                engine.clock().instant()))
                .map(claims -> {
                    claims.forEach(this::take);
                    return claims.size();
                });
    }

    private void next() {
        if (again && !stopping && inHand.size() < mostAtOnce) {
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
        inHand.put(claim.id(), claim);
        visit(claim).onComplete(done -> {
            inHand.remove(claim.id(), claim);
            if (done.failed()) {
                // Nothing is known to be saved: the claim is renewed no more, runs out, and the document is taken up
                // again.
                BrokenOff.log(
                        LOG, "Work on document " + claim.id() + " broke off and will be taken up again", done.cause());
            }
            engine.loop().signal(Signals.CHANGED, claim.id().text());
            if (again && !looking) {
                next();
            }
            rest();
        });
        if (inHand.size() >= mostAtOnce) {
            again = true;
        }
    }

    private Future<Void> visit(Claim claim) {
        SendingFlow order = orders.get(claim.connection());
        InvoiceFlow invoice = invoices.get(claim.connection());
        if (order == null || invoice == null) {
            return parked(claim);
        }
        return switch (claim.state()) {
            case SendingState ignored -> order.visit(claim);
            case InvoiceState ignored -> invoice.visit(claim);
            // Nothing is done with it: it is put down where it stands.
            default -> commit(claim, Decision.rest(claim.state()));
        };
    }

    /** Its connection is no longer configured: left alone for a while. */
    private Future<Void> parked(Claim claim) {
        LOG.log(Level.WARNING, "Document {0} belongs to connection {1}, which is not configured", new Object[] {
            claim.id(), claim.connection()
        });
        Decision later = new Decision(
                claim.state(), new Step.WaitUntil(engine.clock().instant().plus(LATER)), List.of());
        return commit(claim, later);
    }

    private Future<Void> commit(Claim claim, Decision decision) {
        return engine.onContext(engine.journal()
                        .commit(claim, Change.of(decision), engine.clock().instant(), engine.lease()))
                .mapEmpty();
    }
}
