package io.mlconnector.dynamics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.mlconnector.domain.ordering.document.OrderKind;
import io.mlconnector.domain.trade.LegalEntity;
import io.mlconnector.ports.erp.BusinessEvents;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads Business Events as F&O posts them to an HTTPS endpoint, in the older and the newer format (reference dynamics,
 * section 5.2), also several in an array and inside of an envelope: Event Grid and CloudEvents have the event under {@code data},
 * Dataverse as text among its parameters. An event is only a hint: the confirmed data is read from F&O.
 */
public final class JsonBusinessEvents implements BusinessEvents {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Envelopes within envelopes that are opened. */
    private static final int DEEPEST = 8;

    /** Events of one body that are a hint; the poll finds the others. */
    private static final int MOST = 1_000;

    @Override
    public List<OrderConfirmed> ordersConfirmed(byte[] body) {
        Set<OrderConfirmed> found = new LinkedHashSet<>();
        json(body).ifPresent(event -> collect(event, DEEPEST, found));
        return List.copyOf(found);
    }

    /** Azure Event Grid: the code of its question is answered (Event Grid, endpoint validation with the event schema). */
    @Override
    public Optional<String> handshake(byte[] body) {
        return json(body)
                .map(json -> json.isArray() ? json.path(0) : json)
                .filter(event ->
                        event.path("eventType").asText("").equals("Microsoft.EventGrid.SubscriptionValidationEvent"))
                .map(event -> event.path("data").path("validationCode").asText(""))
                .filter(code -> !code.isBlank())
                .map(code ->
                        JSON.createObjectNode().put("validationResponse", code).toString());
    }

    /** What is not JSON is stored and acknowledged by the caller anyway; it is just not a usable hint. */
    private static Optional<JsonNode> json(byte[] body) {
        try {
            return Optional.ofNullable(JSON.readTree(body));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static void collect(JsonNode node, int depth, Set<OrderConfirmed> found) {
        if (found.size() >= MOST || depth == 0) {
            return;
        }
        if (node.isObject()) {
            Optional<OrderConfirmed> event = event(node);
            if (event.isPresent()) {
                found.add(event.get());
                return;
            }
        }
        if (node.isContainerNode()) {
            node.forEach(inner -> collect(inner, depth - 1, found));
        } else if (node.isTextual() && node.textValue().stripLeading().startsWith("{")) {
            json(node.textValue().getBytes(StandardCharsets.UTF_8))
                    .ifPresent(inner -> collect(inner, depth - 1, found));
        }
    }

    private static Optional<OrderConfirmed> event(JsonNode event) {
        String kind = event.path("BusinessEventId").asText("");
        String order = event.path("PurchaseOrderNumber").asText("").strip();
        String company = event.path("BusinessEventLegalEntity").asText("").strip();
        if (company.isEmpty()) {
            company = event.path("LegalEntity").asText("").strip();
        }
        boolean confirmed = kind.isEmpty() || kind.startsWith("PurchaseOrderConfirmed");
        if (!confirmed || order.isEmpty() || company.isEmpty() || company.length() > 4) {
            return Optional.empty();
        }
        return Optional.of(new OrderConfirmed(
                new LegalEntity(company),
                order,
                OrderKind.of(event.path("PurchaseType").asText("")),
                event.path("EventId").asText(""),
                event.path("ControlNumber").asText("")));
    }
}
