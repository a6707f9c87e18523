package io.mlconnector.twin.dynamics.event;

import io.mlconnector.twin.dynamics.entity.Tables;
import io.mlconnector.twin.dynamics.odata.Values;
import io.mlconnector.twin.dynamics.purchasing.Confirmation;
import io.mlconnector.twin.fault.NoticeDelivery;
import io.mlconnector.twin.http.Ids;
import io.mlconnector.twin.http.Json;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.client.WebClient;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Sends "Purchase order confirmed": any 2xx is delivered, otherwise three retries one second apart, then none.
 */
public final class BusinessEvents {

    private static final int RETRIES = 3;
    private static final long RETRY_MILLIS = 1000;
    private static final long TIMEOUT_MILLIS = 10_000;
    private static final String ID = "PurchaseOrderConfirmedBusinessEvent";
    private static final DateTimeFormatter SEVEN_DIGITS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSS'Z'").withZone(ZoneOffset.UTC);

    private final Vertx vertx;
    private final WebClient client;
    private final Clock clock;
    private final Ids ids;
    private final boolean newShape;
    private final NoticeDelivery delivery;
    private final List<BusinessEvent> events = new ArrayList<>();
    private long nextControlNumber = Tables.FIRST_REC_ID;
    private @Nullable String url;
    private boolean stopped;

    public BusinessEvents(Vertx vertx, Clock clock, Ids ids, boolean newShape, NoticeDelivery delivery) {
        this.vertx = vertx;
        this.client = WebClient.create(vertx);
        this.clock = clock;
        this.ids = ids;
        this.newShape = newShape;
        this.delivery = delivery;
    }

    public synchronized void sendTo(String newUrl) {
        url = newUrl;
    }

    public synchronized List<BusinessEvent> all() {
        return List.copyOf(events);
    }

    public synchronized void stop() {
        stopped = true;
        client.close();
    }

    /** Raises the event; called once the confirmation is in the tables. The kind is the symbol of {@code PurchaseType}. */
    public synchronized void raise(Confirmation confirmation, LocalDate orderDate, String kind) {
        long control = nextControlNumber;
        nextControlNumber += 1 + ids.number("control-gap/" + events.size(), 4); // gaps are normal
        BusinessEvent event = new BusinessEvent(
                control,
                ids.guid("event/" + confirmation.legalEntity() + "/" + confirmation.confirmationNumber()),
                confirmation.legalEntity(),
                confirmation.orderNumber(),
                confirmation.confirmationNumber(),
                BusinessEvent.State.SENDING,
                0,
                0);
        int index = events.size();
        events.add(event);
        if (url == null) {
            events.set(index, event.in(BusinessEvent.State.NO_ENDPOINT));
            return;
        }
        String target = url;
        Buffer body = Json.write(payload(event, confirmation, orderDate, kind));
        if (!delivery.deliver(() -> send(index, target, body))) {
            events.set(index, event.in(BusinessEvent.State.DROPPED));
        }
    }

    private void send(int index, String target, Buffer body) {
        client.postAbs(target)
                .timeout(TIMEOUT_MILLIS)
                .putHeader("Content-Type", "application/json")
                .sendBuffer(body)
                .onComplete(sent -> answered(
                        index, target, body, sent.succeeded() ? sent.result().statusCode() : 0));
    }

    private synchronized void answered(int index, String target, Buffer body, int status) {
        BusinessEvent event = events.get(index).after(status);
        boolean retry = event.state() != BusinessEvent.State.DELIVERED && event.attempts() <= RETRIES && !stopped;
        boolean failed = event.state() != BusinessEvent.State.DELIVERED && !retry;
        events.set(index, failed ? event.in(BusinessEvent.State.FAILED) : event);
        if (retry) {
            vertx.setTimer(RETRY_MILLIS, fired -> send(index, target, body));
        }
    }

    /** Members in alphabetical order, as a data contract serializer writes them. */
    private Map<String, Object> payload(
            BusinessEvent event, Confirmation confirmation, LocalDate orderDate, String kind) {
        Instant now = clock.instant();
        Map<String, Object> body = new TreeMap<>();
        body.put("BusinessEventId", ID);
        body.put("ControlNumber", event.controlNumber());
        body.put("EventId", event.eventId());
        body.put("EventTime", date(now.truncatedTo(ChronoUnit.SECONDS)));
        body.put("LegalEntity", confirmation.legalEntity());
        body.put("MajorVersion", 0);
        body.put("MinorVersion", 0);
        body.put("PurchaseJournal", confirmation.confirmationNumber());
        body.put(
                "PurchaseOrderDate", date(orderDate.atStartOfDay(ZoneOffset.UTC).toInstant()));
        body.put("PurchaseOrderNumber", confirmation.orderNumber());
        body.put("PurchaseType", kind);
        body.put("TransactionCurrencyAmount", Values.plain(confirmation.amount()));
        body.put("TransactionCurrencyCode", confirmation.currency());
        body.put("VendorAccount", confirmation.vendorAccount());
        if (newShape) {
            body.put("BusinessEventLegalEntity", confirmation.legalEntity());
            body.put("ContextRecordSubject", "");
            body.put("EventTimeIso8601", SEVEN_DIGITS.format(now));
            body.put("InitiatingUserAADObjectId", "{" + ids.guid("initiating-user") + "}");
            body.put("ParentContextRecordSubjects", List.of());
        }
        return new LinkedHashMap<>(body);
    }

    private static String date(Instant instant) {
        return "/Date(" + instant.toEpochMilli() + ")/";
    }
}
