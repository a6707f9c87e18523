package io.mlconnector.engine.intake;

import io.mlconnector.domain.agreement.FolderReference;
import io.mlconnector.engine.Engine;
import io.mlconnector.engine.event.EventCounts;
import io.mlconnector.engine.event.OrderHint;
import io.mlconnector.engine.event.ToldEvents;
import io.mlconnector.engine.intake.recognition.StoredDownloads;
import io.mlconnector.engine.loop.BrokenOff;
import io.mlconnector.engine.loop.Signals;
import io.mlconnector.ports.erp.BusinessEvent;
import io.mlconnector.ports.erp.BusinessEvents;
import io.mlconnector.ports.journal.file.Download;
import io.mlconnector.ports.journal.payload.Hashes;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.logging.Logger;

/** What the remote systems tell us by themselves: stored before it is answered, and a reason to look sooner. Never the truth. */
public final class Notices {

    private static final Logger LOG = Logger.getLogger(Notices.class.getName());

    /** So much of a hash tells files apart. */
    private static final int SHORT = 16;

    private final Engine engine;
    private final BusinessEvents events;
    private final ToldEvents told;

    /**
     * On this engine's journal.
     *
     * @param events reads what F&O posts
     * @param counts where the events are counted by kind
     */
    public Notices(Engine engine, BusinessEvents events, EventCounts counts) {
        this.engine = engine;
        this.events = events;
        this.told = new ToldEvents(engine, counts);
    }

    /**
     * A Business Event, of whatever shape.
     *
     * @return whether it came for the first time
     */
    public Future<Boolean> businessEvent(String connection, byte[] body) {
        List<BusinessEvent> read = read(connection, body);
        return engine.onContext(engine.journal()
                        .recordNotice(
                                connection,
                                key(read, body),
                                body,
                                engine.clock().instant()))
                .onSuccess(first -> {
                    read.forEach(event -> lookFor(connection, event));
                    if (first) {
                        told.heard(connection, read);
                    }
                });
    }

    private void lookFor(String connection, BusinessEvent event) {
        if (event instanceof BusinessEvent.OrderConfirmed confirmed) {
            OrderHint hint = new OrderHint(confirmed.legalEntity().id(), confirmed.orderNumber(), confirmed.kind());
            engine.loop().signal(Signals.ordersOf(connection), hint.text());
        }
    }

    /** What has to be answered so that events are sent at all; empty if nothing is asked. */
    public Optional<String> handshake(String connection, byte[] body) {
        try {
            return events.handshake(body);
        } catch (RuntimeException e) {
            BrokenOff.log(LOG, "Reading a Business Event of " + connection + " broke off; it is only stored", e);
            return Optional.empty();
        }
    }

    /** An event that cannot be read is stored and answered all the same: F&O would send it again and again. */
    private List<BusinessEvent> read(String connection, byte[] body) {
        try {
            return events.read(body);
        } catch (RuntimeException e) {
            BrokenOff.log(LOG, "Reading a Business Event of " + connection + " broke off; it is only stored", e);
            return List.of();
        }
    }

    /** F&O sends an event again under its own id; where it has none, its control number tells, or the whole of it. */
    private static String key(List<BusinessEvent> read, byte[] body) {
        Optional<BusinessEvent> event = read.size() == 1 ? Optional.of(read.get(0)) : Optional.empty();
        return event.map(BusinessEvent::eventId)
                .filter(id -> !id.isEmpty())
                .or(() -> event.filter(known -> !known.controlNumber().isEmpty())
                        .flatMap(known -> about(known)
                                .map(document -> "control-number " + document + " " + known.controlNumber())))
                .orElseGet(() -> Hashes.of(body).hex());
    }

    private static Optional<String> about(BusinessEvent event) {
        return switch (event) {
            case BusinessEvent.OrderConfirmed confirmed ->
                Optional.of(confirmed.legalEntity() + " " + confirmed.orderNumber());
            case BusinessEvent.ProductsReceived received ->
                Optional.of("received " + received.legalEntity() + " " + received.orderNumber());
            case BusinessEvent.InvoicePosted posted ->
                Optional.of("posted " + posted.legalEntity() + " " + posted.invoiceNumber());
            case BusinessEvent.Other ignored -> Optional.empty();
        };
    }

    /**
     * An interchange came in the body of a hook: it is in the journal when this ends, and is taken like a file of this folder
     * whose gateway has it no more. The same bytes again are the same file.
     *
     * @param folder as configured
     */
    public Future<Void> fileBrought(String connection, String folder, byte[] body) {
        String hash = Hashes.of(body).hex();
        Download download = new Download(
                connection,
                folder,
                StoredDownloads.BROUGHT + hash,
                "hook-" + hash.substring(0, SHORT) + ".edi",
                OptionalLong.of(body.length),
                "",
                engine.clock().instant());
        return engine.onContext(engine.journal().read(download, body))
                .onSuccess(ignored -> fileArrived(connection, FolderReference.parse(folder)));
    }

    /** A file has landed in some folder of a connection. */
    public void fileArrived(String connection) {
        engine.loop().signal(Signals.filesOf(connection), "");
    }

    /** A file has landed in this folder of a connection; no other one is listed because of it. */
    public void fileArrived(String connection, FolderReference folder) {
        engine.loop().signal(Signals.filesOf(connection), folder.toString());
    }
}
