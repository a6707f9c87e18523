package io.mlconnector.dynamics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.mlconnector.domain.ordering.document.OrderKind;
import io.mlconnector.domain.trade.LegalEntity;
import io.mlconnector.ports.erp.BusinessEvents;
import java.io.IOException;
import java.util.Optional;

/**
 * Reads Business Events as F&O posts them to an HTTPS endpoint, in the older and the newer format (reference dynamics,
 * section 5.2). An event is only a hint: the confirmed data is read from F&O.
 */
public final class JsonBusinessEvents implements BusinessEvents {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Override
    public Optional<OrderConfirmed> orderConfirmed(byte[] body) {
        JsonNode event;
        try {
            event = JSON.readTree(body);
        } catch (IOException e) {
            // Not JSON: the caller stores and acknowledges it anyway; it is just not a usable hint.
            return Optional.empty();
        }
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
