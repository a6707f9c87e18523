package io.mlconnector.twin;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.twin.dynamics.behaviour.DynamicsBehaviour;
import io.mlconnector.twin.dynamics.event.BusinessEvent;
import io.vertx.core.http.HttpServer;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class BusinessEventsTest extends TwinTest {

    private final List<JsonObject> received = new CopyOnWriteArrayList<>();

    private String receiver(int failures) {
        AtomicInteger left = new AtomicInteger(failures);
        HttpServer server = await(vertx.createHttpServer()
                .requestHandler(request -> request.body().onSuccess(body -> {
                    received.add(body.toJsonObject());
                    request.response()
                            .setStatusCode(left.getAndDecrement() > 0 ? 503 : 202)
                            .end();
                }))
                .listen(0, "127.0.0.1"));
        return "http://127.0.0.1:" + server.actualPort() + "/hook?key=abc";
    }

    private Twin filled(boolean newShape) {
        Twin twin = start(
                TwinOptions.empty(1).withDynamics(DynamicsBehaviour.defaults().withNewEventShape(newShape)));
        fill(twin.dynamics(), "P1", "P2");
        return twin;
    }

    private BusinessEvent event(Twin twin) {
        return twin.record().events().getFirst();
    }

    @Test
    void aConfirmationSendsItsEventInAlphabeticalOrder() {
        Twin twin = filled(false);
        twin.sendBusinessEventsTo(receiver(0));
        twin.dynamics().confirm("usmf", "P1");
        until(() -> event(twin).state() == BusinessEvent.State.DELIVERED);
        JsonObject event = received.getFirst();
        assertThat(event.fieldNames())
                .containsExactly(
                        "BusinessEventId",
                        "ControlNumber",
                        "EventId",
                        "EventTime",
                        "LegalEntity",
                        "MajorVersion",
                        "MinorVersion",
                        "PurchaseJournal",
                        "PurchaseOrderDate",
                        "PurchaseOrderNumber",
                        "PurchaseType",
                        "TransactionCurrencyAmount",
                        "TransactionCurrencyCode",
                        "VendorAccount");
        assertThat(event.getLong("ControlNumber")).isEqualTo(5637144576L);
        assertThat(event.getString("PurchaseJournal")).isEqualTo("P1-1");
        assertThat(event.getString("PurchaseOrderDate")).isEqualTo("/Date(1793664000000)/");
        assertThat(event.getString("EventTime")).matches("/Date\\(\\d+000\\)/");
        assertThat(event.getString("EventId")).matches("[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}");
        assertThat(event.getValue("TransactionCurrencyAmount")).isEqualTo(62.6);
    }

    @Test
    void theNewerShapeAddsMembers() {
        Twin twin = filled(true);
        twin.sendBusinessEventsTo(receiver(0));
        twin.dynamics().confirm("usmf", "P1");
        twin.dynamics().confirm("usmf", "P2");
        until(() -> received.size() == 2);
        JsonObject event = received.getFirst();
        assertThat(event.getString("BusinessEventLegalEntity")).isEqualTo("usmf");
        assertThat(event.getString("EventTimeIso8601")).matches(".*\\.\\d{7}Z");
        assertThat(event.getString("InitiatingUserAADObjectId")).startsWith("{").endsWith("}");
    }

    @Test
    void aRefusedEventIsSentAgainWithTheSameId() {
        Twin twin = filled(true);
        twin.sendBusinessEventsTo(receiver(2));
        twin.dynamics().confirm("usmf", "P1");
        until(() -> event(twin).state() == BusinessEvent.State.DELIVERED);
        assertThat(event(twin).attempts()).isEqualTo(3);
        assertThat(received)
                .extracting(json -> json.getString("EventId"))
                .hasSize(3)
                .containsOnly(event(twin).eventId());
    }

    @Test
    void afterThreeRetriesAnEventIsParkedInTheErrorLog() {
        Twin twin = filled(true);
        twin.sendBusinessEventsTo("http://127.0.0.1:1/nobody");
        twin.dynamics().confirm("usmf", "P1");
        until(() -> event(twin).state() == BusinessEvent.State.FAILED);
        assertThat(event(twin).attempts()).isEqualTo(4);
        assertThat(event(twin).lastStatus()).isZero();
    }
}
