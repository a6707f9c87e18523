package io.mlconnector.engine.restoration;

import io.mlconnector.domain.agreement.TradingPartner;
import io.mlconnector.domain.sending.NumberAhead;
import io.mlconnector.domain.sending.Restoration;
import io.mlconnector.engine.Engine;
import io.mlconnector.ports.journal.number.NumberSequence;
import io.vertx.core.Future;
import java.util.logging.Level;
import java.util.logging.Logger;

/** What follows when a partner answers a control number that this journal does not know yet; see {@link NumberAhead}. */
public final class ForgottenNumbers {

    private static final Logger LOG = Logger.getLogger(ForgottenNumbers.class.getName());

    private final Engine engine;

    /** On the journal of this engine. */
    public ForgottenNumbers(Engine engine) {
        this.engine = engine;
    }

    /**
     * Looks at a number that answers none of our documents. If it lies ahead of all that are known, it is never given out; if this
     * journal may have forgotten it, outgoing documents are held. May be repeated.
     *
     * @param partner who answers
     * @param set what answers: {@code 997}, {@code 999} or {@code TA1}
     * @param number as received
     */
    public Future<Void> answered(TradingPartner partner, String set, String number) {
        NumberSequence sequence = new NumberSequence(
                partner.interchange().us().toString(),
                partner.interchange().them().toString());
        return engine.onContext(engine.journal().highest(sequence))
                .map(highest -> NumberAhead.of(set, sequence.receiver(), number, highest))
                .compose(ahead -> ahead.isEmpty()
                        ? Future.succeededFuture()
                        // Held first: once the number counts as used, nothing shows any more that it was unknown.
                        : (ahead.get().forgotten() ? hold(ahead.get()) : told(ahead.get()))
                                .compose(ignored -> engine.onContext(engine.journal()
                                        .usedUpTo(sequence, ahead.get().number()))));
    }

    private static Future<Void> told(NumberAhead ahead) {
        LOG.log(
                Level.INFO,
                "{0}. Another system sends, or once sent, under the same ids; its numbers are passed over",
                ahead.evidence());
        return Future.succeededFuture();
    }

    /** What is held already is not held anew: what was let go stays let go. */
    private Future<Void> hold(NumberAhead ahead) {
        return engine.onContext(engine.journal().cursor(Restoration.CODE)).compose(text -> {
            if (text.map(Restoration::parse).filter(Restoration::holding).isPresent()) {
                return Future.succeededFuture();
            }
            LOG.log(
                    Level.WARNING,
                    "{0}. Others may send under the same numbers, or the journal was put back: outgoing documents are held."
                            + " Run ml-connector reconcile",
                    ahead.evidence());
            return engine.onContext(engine.journal()
                    .moveCursor(Restoration.CODE, new Restoration(engine.clock().instant(), ahead.evidence()).text()));
        });
    }
}
