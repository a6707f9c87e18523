package io.mlconnector.runtime.flow;

import io.mlconnector.domain.flow.Circumstances;
import io.mlconnector.domain.flow.Decision;
import io.mlconnector.domain.flow.FlowState;
import io.mlconnector.domain.flow.Step;
import io.mlconnector.domain.invoicing.InvoiceDecisions;
import io.mlconnector.domain.invoicing.InvoiceState;
import io.mlconnector.domain.ordering.OrderDecisions;
import io.mlconnector.domain.ordering.OrderState;
import io.mlconnector.ports.journal.Change;
import io.mlconnector.ports.journal.Claim;
import io.mlconnector.runtime.lifecycle.Signals;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.VerticleBase;
import io.vertx.core.eventbus.MessageConsumer;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Takes documents that are due and brings each one forward until it rests: gather, decide, commit, at most one write, and
 * again. A bounded number at once; one document is always worked on by one visit only.
 */
public final class FlowRunner extends VerticleBase {

    private static final Logger LOG = Logger.getLogger(FlowRunner.class.getName());

    private final Engine engine;
    private final Map<String, OrderFlow> orders = new HashMap<>();
    private final Map<String, InvoiceFlow> invoices = new HashMap<>();
    private final Map<String, Link> links = new HashMap<>();
    private final int mostAtOnce;
    private final Duration pause;
    private int underWay;
    private boolean claiming;
    private boolean again;
    private boolean stopping;
    private long timer = -1;
    private Promise<Void> idle = Promise.promise();
    private MessageConsumer<Object> wake;

    /**
     * For these connections.
     *
     * @param mostAtOnce documents under way
     * @param pause between two looks for due documents; a signal makes it shorter
     */
    @SuppressWarnings("NullAway.Init") // the consumer is registered at start
    public FlowRunner(Engine engine, List<Link> links, int mostAtOnce, Duration pause) {
        this.engine = engine;
        this.mostAtOnce = mostAtOnce;
        this.pause = pause;
        for (Link link : links) {
            this.links.put(link.id(), link);
            this.orders.put(link.id(), new OrderFlow(engine, link));
            this.invoices.put(link.id(), new InvoiceFlow(engine, link));
        }
    }

    @Override
    public Future<?> start() {
        wake = vertx.eventBus().localConsumer(Signals.DUE, ignored -> look());
        look();
        return Future.succeededFuture();
    }

    /** Takes nothing new and waits for what is under way. */
    @Override
    public Future<?> stop() {
        stopping = true;
        vertx.cancelTimer(timer);
        Future<?> quiet = underWay == 0 && !claiming ? Future.succeededFuture() : idle.future();
        return wake.unregister().compose(ignored -> quiet);
    }

    private void look() {
        if (stopping) {
            return;
        }
        if (claiming || underWay >= mostAtOnce) {
            again = true;
            return;
        }
        claiming = true;
        again = false;
        vertx.cancelTimer(timer);
        int free = mostAtOnce - underWay;
        engine.onContext(engine.journal()
                        .claim(
                                engine.node(),
                                free,
                                engine.lease(),
                                engine.clock().instant()))
                .onComplete(done -> {
                    claiming = false;
                    if (done.succeeded()) {
                        done.result().forEach(this::take);
                        again = again || done.result().size() == free;
                    } else {
                        LOG.log(
                                Level.WARNING,
                                "The journal cannot be read: {0}",
                                done.cause().getMessage());
                    }
                    next();
                });
    }

    private void next() {
        if (stopping) {
            if (underWay == 0 && !claiming) {
                idle.tryComplete();
            }
            return;
        }
        if (again && underWay < mostAtOnce) {
            look();
        } else {
            vertx.cancelTimer(timer);
            timer = vertx.setTimer(Math.max(1, pause.toMillis()), ignored -> look());
        }
    }

    private void take(Claim claim) {
        underWay++;
        visit(claim).onComplete(done -> {
            underWay--;
            if (done.failed()) {
                // Nothing is known to be saved: the claim runs out and the document is taken up again.
                LOG.log(
                        Level.SEVERE,
                        "Work on document " + claim.id() + " broke off and will be taken up again",
                        done.cause());
            }
            vertx.eventBus().publish(Signals.CHANGED, claim.id().text());
            next();
        });
    }

    /** Goes from state to state until the document rests. */
    private Future<Void> visit(Claim claim) {
        if (!links.containsKey(claim.connection())) {
            return parked(claim);
        }
        return switch (claim.state()) {
            case OrderState state -> order(claim, OrderDecisions.resume(state, circumstances()), true);
            case InvoiceState state ->
                invoice(claim, InvoiceDecisions.resume(state, mode(claim), circumstances()), true);
            default -> throw new IllegalStateException("No flow moves a document in the state " + claim.state());
        };
    }

    /** Its connection is no longer configured: left alone for a while. */
    private Future<Void> parked(Claim claim) {
        LOG.log(Level.WARNING, "Document {0} belongs to connection {1}, which is not configured", new Object[] {
            claim.id(), claim.connection()
        });
        Decision<FlowState> later = new Decision<>(
                claim.state(), new Step.WaitUntil(engine.clock().instant().plus(Duration.ofMinutes(5))), List.of());
        return engine.onContext(engine.journal()
                        .commit(claim, Change.of(later), engine.clock().instant(), engine.lease()))
                .mapEmpty();
    }

    /**
     * Commits a decision if it changes anything, then takes its step.
     *
     * @param fresh whether the decision is not committed yet
     */
    private Future<Void> order(Claim claim, Decision<OrderState> decision, boolean fresh) {
        OrderFlow flow = flow(orders, claim);
        boolean nothingNew =
                decision.next().equals(claim.state()) && decision.history().isEmpty();
        boolean rests = decision.step() instanceof Step.Rest || decision.step() instanceof Step.WaitUntil;
        if (decision.next() instanceof OrderState.Uploading uploading) {
            return flow.send(claim, uploading, decision).compose(this::goOnOrder);
        }
        if (fresh && (rests || !nothingNew)) {
            return flow.commit(claim, decision).compose(this::goOnOrder);
        }
        return switch (decision.next()) {
            case OrderState.Announced state -> flow.prepare(claim, state).compose(this::goOnOrder);
            case OrderState.InDoubt state -> flow.ask(claim, state).compose(this::goOnOrder);
            default -> throw new IllegalStateException("No step leads on from " + decision.next());
        };
    }

    /** After a commit the state itself says which step is due. */
    private Future<Void> goOnOrder(Optional<Claim> claim) {
        if (claim.isEmpty()) {
            return Future.succeededFuture();
        }
        OrderState state = (OrderState) claim.get().state();
        return order(claim.get(), new Decision<>(state, new Step.Ask(), List.of()), false);
    }

    private Future<Void> invoice(Claim claim, Decision<InvoiceState> decision, boolean fresh) {
        InvoiceFlow flow = flow(invoices, claim);
        boolean nothingNew =
                decision.next().equals(claim.state()) && decision.history().isEmpty();
        boolean rests = decision.step() instanceof Step.Rest || decision.step() instanceof Step.WaitUntil;
        if (fresh && (rests || !nothingNew)) {
            return flow.commit(claim, Change.of(decision)).compose(this::goOnInvoice);
        }
        return switch (decision.next()) {
            case InvoiceState.Received state -> flow.prepare(claim, state).compose(this::goOnInvoice);
            case InvoiceState.InDoubt state -> flow.ask(claim, state).compose(this::goOnInvoice);
            case InvoiceState.PostingWhole state -> flow.write(claim, state).compose(this::goOnInvoice);
            case InvoiceState.PostingHeader state -> flow.write(claim, state).compose(this::goOnInvoice);
            case InvoiceState.PostingLines state -> flow.write(claim, state).compose(this::goOnInvoice);
            default -> throw new IllegalStateException("No step leads on from " + decision.next());
        };
    }

    private Future<Void> goOnInvoice(Optional<Claim> claim) {
        if (claim.isEmpty()) {
            return Future.succeededFuture();
        }
        InvoiceState state = (InvoiceState) claim.get().state();
        return invoice(claim.get(), new Decision<>(state, new Step.Write(), List.of()), false);
    }

    private static <T> T flow(Map<String, T> flows, Claim claim) {
        T flow = flows.get(claim.connection());
        if (flow == null) {
            throw new IllegalStateException("No connection is called " + claim.connection());
        }
        return flow;
    }

    private InvoiceDecisions.HeaderReference mode(Claim claim) {
        Link link = links.get(claim.connection());
        if (link == null) {
            throw new IllegalStateException("No connection is called " + claim.connection());
        }
        return link.settings().dynamics().headerReference();
    }

    private Circumstances circumstances() {
        return engine.circumstances();
    }
}
