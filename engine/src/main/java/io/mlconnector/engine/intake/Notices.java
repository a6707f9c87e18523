package io.mlconnector.engine.intake;

import io.mlconnector.engine.Engine;
import io.mlconnector.engine.loop.BrokenOff;
import io.mlconnector.engine.loop.Signals;
import io.mlconnector.ports.erp.BusinessEvents;
import io.mlconnector.ports.journal.payload.Hashes;
import io.vertx.core.Future;
import java.util.Optional;
import java.util.logging.Logger;

/** What the remote systems tell us by themselves: stored before it is answered, and a reason to look sooner. Never the truth. */
public final class Notices {

    private static final Logger LOG = Logger.getLogger(Notices.class.getName());

    private final Engine engine;
    private final BusinessEvents events;

    /**
     * On this engine's journal.
     *
     * @param events reads what F&O posts
     */
    public Notices(Engine engine, BusinessEvents events) {
        this.engine = engine;
        this.events = events;
    }

    /**
     * A Business Event, of whatever shape.
     *
     * @return whether it came for the first time
     */
    public Future<Boolean> businessEvent(String connection, byte[] body) {
        Optional<BusinessEvents.OrderConfirmed> event = read(connection, body);
        return engine.onContext(engine.journal()
                        .recordNotice(
                                connection,
                                key(event, body),
                                body,
                                engine.clock().instant()))
                .onSuccess(ignored -> event.ifPresent(confirmed -> engine.loop()
                        .signal(
                                Signals.ordersOf(connection),
                                new OrderHint(confirmed.legalEntity().id(), confirmed.orderNumber(), confirmed.kind())
                                        .text())));
    }

    /** An event that cannot be read is stored and answered all the same: F&O would send it again and again. */
    private Optional<BusinessEvents.OrderConfirmed> read(String connection, byte[] body) {
        try {
            return events.orderConfirmed(body);
        } catch (RuntimeException e) {
            BrokenOff.log(LOG, "Reading a Business Event of " + connection + " broke off; it is only stored", e);
            return Optional.empty();
        }
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
