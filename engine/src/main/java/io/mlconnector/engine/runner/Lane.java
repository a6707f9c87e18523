package io.mlconnector.engine.runner;

import io.mlconnector.domain.flow.Decision;
import io.mlconnector.domain.flow.StoppedInterventions;
import io.mlconnector.domain.invoicing.InvoiceState;
import io.mlconnector.domain.sending.SendingState;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.engine.Connection;
import io.mlconnector.engine.Engine;
import io.mlconnector.engine.posting.InvoiceFlow;
import io.mlconnector.engine.sending.SendingFlow;
import io.mlconnector.ports.journal.Change;
import io.mlconnector.ports.journal.Claim;
import io.vertx.core.Future;

/**
 * The documents of one connection, and its share of what is worked on at once. Shares do not overlap: however long a
 * connection keeps its documents, the places of the others stay free. Touched on one event loop only.
 */
final class Lane {

    private final Engine engine;
    private final SendingFlow orders;
    private final InvoiceFlow invoices;
    private final int share;
    private int inHand;
    private boolean full;

    /**
     * Without a document in hand.
     *
     * @param share at most so many documents at once, at least 1
     */
    Lane(Engine engine, Connection connection, int share) {
        this.engine = engine;
        this.orders = new SendingFlow(engine, connection);
        this.invoices = new InvoiceFlow(engine, connection);
        this.share = share;
    }

    /** How many documents it can still take. */
    int free() {
        return Math.max(0, share - inHand);
    }

    /** Its due documents are asked for with the places that are free; whatever was known of more is out of date. */
    void asked() {
        full = free() == 0;
    }

    /** A document is in hand. With the last free place taken, more may be due. */
    void taken() {
        inHand++;
        full |= free() == 0;
    }

    /** Its visit has ended. */
    void left() {
        inHand--;
    }

    /** Whether a place became free since all were taken: more may be due. */
    boolean wantsMore() {
        return full && free() > 0;
    }

    /** Brings a document forward until it rests. */
    Future<Void> visit(Claim claim) {
        try {
            return switch (claim.state()) {
                case SendingState ignored -> orders.visit(claim);
                case InvoiceState ignored -> invoices.visit(claim);
                // Nothing is done with it: it is put down where it stands.
                default -> commit(claim, Decision.rest(claim.state()));
            };
        } catch (RuntimeException e) {
            return Future.failedFuture(e);
        }
    }

    /** Stops a document on which work broke off again and again, so that a person sees it and it takes nobody's place. */
    Future<Void> hold(Claim claim, Problem why) {
        return commit(
                claim,
                StoppedInterventions.hold(claim.state(), why, engine.clock().instant()));
    }

    private Future<Void> commit(Claim claim, Decision decision) {
        return engine.onContext(engine.journal()
                        .commit(claim, Change.of(decision), engine.clock().instant(), engine.lease()))
                .mapEmpty();
    }
}
