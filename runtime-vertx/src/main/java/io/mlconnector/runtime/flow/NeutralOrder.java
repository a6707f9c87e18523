package io.mlconnector.runtime.flow;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mlconnector.domain.agreement.TradingPartner;
import io.mlconnector.domain.ordering.AlignedLine;
import io.mlconnector.domain.ordering.LineChange;
import io.mlconnector.domain.ordering.OrderLine;
import io.mlconnector.domain.ordering.OrderMessage;
import io.mlconnector.domain.ordering.PurchaseOrder;
import io.mlconnector.domain.trade.Address;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes an order as a neutral JSON file, which a Cleo Studio project maps (docs/neutral-order.md). */
final class NeutralOrder {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private NeutralOrder() {}

    static byte[] write(OrderMessage message, TradingPartner partner) {
        PurchaseOrder order = message.order().order();
        ObjectNode root = JSON.createObjectNode();
        root.put("document", "purchase-order");
        root.put("version", 1);
        root.put(
                "purpose",
                switch (message) {
                    case OrderMessage.NewOrder ignored -> "original";
                    case OrderMessage.ReplacingOrder ignored -> "replace";
                    case OrderMessage.OrderChange ignored -> "change";
                    case OrderMessage.OrderCancellation ignored -> "cancel";
                });
        root.put("partner", partner.id().id());
        root.put("legalEntity", order.key().legalEntity().id());
        root.put("orderNumber", order.key().orderNumber());
        root.put("confirmationNumber", order.key().confirmationNumber());
        root.put("confirmationDate", order.confirmationDate().toString());
        root.put("orderDate", order.orderDate().toString());
        root.put("vendorAccount", order.vendor().number());
        root.put("currency", order.currency().code());
        order.requestedDelivery().ifPresent(day -> root.put("requestedDelivery", day.toString()));
        order.deliveryAddress().ifPresent(address -> address(root.putObject("deliverTo"), address));
        ArrayNode lines = root.putArray("lines");
        if (message instanceof OrderMessage.OrderChange(var ignored, int revision, List<LineChange> changes)) {
            root.put("revision", revision);
            for (LineChange change : changes) {
                ObjectNode line = lines.addObject();
                line.put("change", change.kind().code());
                line(line, change.line());
                line.put("quantity", change.quantity().toPlainString());
            }
        } else {
            message.order().lines().forEach(line -> line(lines.addObject(), line));
        }
        return root.toPrettyString().getBytes(StandardCharsets.UTF_8);
    }

    private static void line(ObjectNode json, AlignedLine aligned) {
        OrderLine line = aligned.line();
        json.put("lineNumber", line.number());
        line.item().ifPresent(item -> json.put("itemNumber", item.number()));
        json.put("description", line.description());
        json.put("quantity", line.quantity().amount().toPlainString());
        json.put("unit", line.quantity().unit().symbol());
        json.put("x12Unit", aligned.unit().code());
        json.put("price", line.price().amount().toPlainString());
        json.put("priceQuantity", line.price().per().toPlainString());
        json.put("netAmount", line.netAmount().toPlainString());
        line.requestedDelivery().ifPresent(day -> json.put("requestedDelivery", day.toString()));
        ArrayNode ids = json.putArray("productIds");
        aligned.productIds()
                .forEach(id -> ids.addObject().put("qualifier", id.qualifier()).put("id", id.id()));
    }

    private static void address(ObjectNode json, Address address) {
        json.put("code", address.code());
        json.put("name", address.name());
        json.put("street", address.street());
        json.put("city", address.city());
        json.put("state", address.state());
        json.put("postalCode", address.postalCode());
        json.put("country", address.country());
    }
}
