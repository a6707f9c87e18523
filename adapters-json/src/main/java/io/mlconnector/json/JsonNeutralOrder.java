package io.mlconnector.json;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mlconnector.domain.agreement.TradingPartner;
import io.mlconnector.domain.ordering.AlignedLine;
import io.mlconnector.domain.ordering.LineChange;
import io.mlconnector.domain.ordering.OrderMessage;
import io.mlconnector.domain.ordering.document.OrderCharge;
import io.mlconnector.domain.ordering.document.OrderDetails;
import io.mlconnector.domain.ordering.document.OrderLine;
import io.mlconnector.domain.ordering.document.OrderLineDetails;
import io.mlconnector.domain.ordering.document.OrderTotals;
import io.mlconnector.domain.ordering.document.PurchaseOrder;
import io.mlconnector.domain.ordering.document.ScheduledDelivery;
import io.mlconnector.domain.trade.Address;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.ports.edi.NeutralOrderFormat;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Writes an order as a neutral JSON file, which a Cleo Studio project maps (docs/neutral-order.md). */
public final class JsonNeutralOrder implements NeutralOrderFormat {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final String SCHEMA = "/schemas/neutral-order.json";

    /** The JSON Schema (draft 2020-12) of what is written, as text. */
    public static String schema() {
        try (InputStream in = JsonNeutralOrder.class.getResourceAsStream(SCHEMA)) {
            return new String(
                    Objects.requireNonNull(in, SCHEMA + " is not in this program")
                            .readAllBytes(),
                    StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(SCHEMA + " cannot be read from this program", e);
        }
    }

    @Override
    public byte[] write(OrderMessage message, TradingPartner partner, Optional<DocumentId> document) {
        PurchaseOrder order = message.order().order();
        ObjectNode root = JSON.createObjectNode();
        root.put("document", "purchase-order");
        root.put("version", 1);
        document.ifPresent(id -> root.put("documentId", id.text()));
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
        details(root, order);
        partner.interchange()
                .profile()
                .header()
                .ourDuns(order.key().legalEntity())
                .ifPresent(number -> root.put("companyDuns", number));
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

    private static void details(ObjectNode root, PurchaseOrder order) {
        OrderDetails details = order.details();
        text(root, "paymentTerms", order.paymentTerms());
        text(root, "deliveryTerms", order.deliveryTerms());
        text(root, "deliveryMode", details.deliveryMode());
        text(root, "shippingCarrier", details.shippingCarrier());
        text(root, "contact", order.buyer());
        text(root, "contactEmail", details.email());
        text(root, "vendorReference", order.vendorReference());
        text(root, "pool", details.pool());
        text(root, "project", details.project());
        text(root, "buyerGroup", details.buyerGroup());
        day(root, "requestedShip", details.requestedShip());
        day(root, "confirmedDelivery", details.confirmedDelivery());
        day(root, "confirmedShip", details.confirmedShip());
        text(root, "cashDiscount", details.cashDiscount());
        number(root, "cashDiscountPercentage", details.cashDiscountPercentage());
        number(root, "totalDiscountPercentage", details.totalDiscountPercentage());
        number(root, "unreadCharges", details.unreadCharges());
        if (details.pricesIncludeTax()) {
            root.put("pricesIncludeTax", true);
        }
        text(root, "companyName", details.companyName());
        details.invoiceAddress().ifPresent(address -> address(root.putObject("invoiceTo"), address));
        text(root, "deliveryLocation", details.place().location());
        text(root, "deliveryDuns", details.place().duns());
        details.totals().ifPresent(totals -> totals(root.putObject("totals"), totals));
        if (!details.notes().isEmpty()) {
            details.notes().forEach(root.putArray("notes")::add);
        }
        charges(root, details.charges());
    }

    /** As F&O's header has them, zeros too. */
    private static void totals(ObjectNode json, OrderTotals totals) {
        json.put("lines", totals.subTotal().toPlainString());
        json.put("lineDiscounts", totals.lineDiscount().toPlainString());
        json.put("discount", totals.discount().toPlainString());
        json.put("charges", totals.charges().toPlainString());
        json.put("tax", totals.tax().toPlainString());
        json.put("roundOff", totals.roundOff().toPlainString());
        json.put("total", totals.total().toPlainString());
        json.put("quantity", totals.quantity().toPlainString());
    }

    private static void details(ObjectNode json, OrderLineDetails details) {
        number(json, "discountPercentage", details.discountPercentage());
        number(json, "discountAmount", details.discountAmount());
        number(json, "multilineDiscountPercentage", details.multilineDiscountPercentage());
        number(json, "multilineDiscountAmount", details.multilineDiscountAmount());
        number(json, "priceCharges", details.priceCharges());
        text(json, "deliveryMode", details.deliveryMode());
        text(json, "deliveryTerms", details.deliveryTerms());
        text(json, "deliveryLocation", details.place().location());
        text(json, "deliveryDuns", details.place().duns());
        if (!details.notes().isEmpty()) {
            details.notes().forEach(json.putArray("notes")::add);
        }
        day(json, "requestedShip", details.requestedShip());
        day(json, "confirmedDelivery", details.confirmedDelivery());
        day(json, "confirmedShip", details.confirmedShip());
        text(json, "customerReference", details.customerReference());
        text(json, "requisition", details.requisition());
        if (!details.deliveries().isEmpty()) {
            ArrayNode deliveries = json.putArray("deliveries");
            for (ScheduledDelivery delivery : details.deliveries()) {
                deliveries
                        .addObject()
                        .put("lineNumber", delivery.number())
                        .put("quantity", delivery.quantity().toPlainString())
                        .put("requestedDelivery", delivery.day().toString());
            }
        }
        charges(json, details.charges());
    }

    private static void charges(ObjectNode json, List<OrderCharge> charges) {
        if (charges.isEmpty()) {
            return;
        }
        ArrayNode array = json.putArray("charges");
        for (OrderCharge charge : charges) {
            array.addObject()
                    .put("code", charge.code())
                    .put(
                            "category",
                            switch (charge.category()) {
                                case FIXED -> "fixed";
                                case PER_UNIT -> "per-unit";
                                case PERCENT -> "percent";
                            })
                    .put("value", charge.value().toPlainString())
                    .put("description", charge.description());
        }
    }

    /** What is not known is left out. */
    private static void text(ObjectNode json, String member, String value) {
        if (!value.isBlank()) {
            json.put(member, value);
        }
    }

    private static void number(ObjectNode json, String member, BigDecimal value) {
        if (value.signum() != 0) {
            json.put(member, value.toPlainString());
        }
    }

    private static void day(ObjectNode json, String member, Optional<LocalDate> value) {
        value.ifPresent(day -> json.put(member, day.toString()));
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
        line.deliveryAddress().ifPresent(there -> address(json.putObject("deliverTo"), there));
        details(json, line.details());
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
