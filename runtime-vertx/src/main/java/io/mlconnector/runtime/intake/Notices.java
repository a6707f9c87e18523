package io.mlconnector.runtime.intake;

import io.mlconnector.dynamics.BusinessEvents;
import io.mlconnector.runtime.flow.Engine;
import io.mlconnector.runtime.journal.Hashes;
import io.mlconnector.runtime.loop.Signals;
import io.vertx.core.Future;
import java.util.Optional;

/** What the remote systems tell us by themselves: stored before it is answered, and a reason to look sooner. Never the truth. */
public final class Notices {

    private final Engine engine;

    /** On this engine's journal. */
    public Notices(Engine engine) {
        this.engine = engine;
    }

    /**
     * A Business Event, of whatever shape.
     *
     * @return whether it was heard for the first time
     */
    public Future<Boolean> businessEvent(String connection, byte[] body) {
        Optional<BusinessEvents.OrderConfirmed> event = BusinessEvents.orderConfirmed(body);
        return engine.onContext(engine.journal()
                        .hear(connection, key(event, body), body, engine.clock().instant()))
                .onSuccess(ignored -> event.ifPresent(confirmed -> engine.loop()
                        .signal(
                                Signals.ordersOf(connection),
                                confirmed.legalEntity() + "/" + confirmed.orderNumber())));
    }

    /** F&O sends an event again under its own id; where it has none, its control number tells, or the whole of it. */
    private static String key(Optional<BusinessEvents.OrderConfirmed> event, byte[] body) {
        return event.map(BusinessEvents.OrderConfirmed::eventId)
                .filter(id -> !id.isEmpty())
                .or(() -> event.filter(known -> !known.controlNumber().isEmpty())
                        .map(known -> "control-number " + known.legalEntity() + " " + known.orderNumber() + " "
                                + known.controlNumber()))
                .orElseGet(() -> Hashes.of(body).hex());
    }

    /** A file has landed in some folder of a connection. */
    public void fileArrived(String connection) {
        engine.loop().signal(Signals.filesOf(connection), "");
    }
}
