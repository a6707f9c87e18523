package io.mlconnector.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.mlconnector.domain.agreement.HeaderRules;
import io.mlconnector.domain.agreement.InterchangeAgreement;
import io.mlconnector.domain.agreement.TradingPartner;
import io.mlconnector.domain.agreement.WritingProfile;
import io.mlconnector.domain.interchange.Delimiters;
import io.mlconnector.domain.interchange.InterchangeAddress;
import io.mlconnector.domain.interchange.Release;
import io.mlconnector.domain.interchange.Usage;
import io.mlconnector.domain.ordering.AlignedLine;
import io.mlconnector.domain.ordering.AlignedOrder;
import io.mlconnector.domain.ordering.LineChange;
import io.mlconnector.domain.ordering.OrderMessage;
import io.mlconnector.domain.ordering.document.OrderCharge;
import io.mlconnector.domain.ordering.document.OrderDetails;
import io.mlconnector.domain.ordering.document.OrderKey;
import io.mlconnector.domain.ordering.document.OrderLine;
import io.mlconnector.domain.ordering.document.OrderLineDetails;
import io.mlconnector.domain.ordering.document.PurchaseOrder;
import io.mlconnector.domain.ordering.document.ScheduledDelivery;
import io.mlconnector.domain.trade.CurrencyCode;
import io.mlconnector.domain.trade.LegalEntity;
import io.mlconnector.domain.trade.PartnerId;
import io.mlconnector.domain.trade.Price;
import io.mlconnector.domain.trade.Quantity;
import io.mlconnector.domain.trade.UnitCode;
import io.mlconnector.domain.trade.UnitSymbol;
import io.mlconnector.domain.trade.VendorAccount;
import io.mlconnector.domain.words.DocumentId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JsonNeutralOrderTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final JsonSchema SCHEMA = strict();
    private static final DocumentId DOCUMENT = new DocumentId("01k2p5w2q7-8x4c");
    private static final LegalEntity USMF = new LegalEntity("usmf");
    private static final VendorAccount VENDOR = new VendorAccount("1001");
    private static final InterchangeAddress END = new InterchangeAddress("ZZ", "CONTOSO", "CONTOSO");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 20);
    private static final TradingPartner PARTNER = new TradingPartner(
            new PartnerId("acme"),
            "Acme",
            Map.of(USMF, VENDOR),
            new InterchangeAgreement(END, END, Release.R004010, Usage.TEST, Delimiters.USUAL),
            Optional.empty(),
            Optional.empty());

    private static JsonNode written(OrderDetails details, OrderLineDetails lineDetails) throws IOException {
        return written(details, lineDetails, PARTNER);
    }

    private static JsonNode written(OrderDetails details, OrderLineDetails lineDetails, TradingPartner partner)
            throws IOException {
        return written(new OrderMessage.NewOrder(order(details, lineDetails)), partner);
    }

    /** Whatever a test has written must be valid. */
    private static JsonNode written(OrderMessage message, TradingPartner partner) throws IOException {
        JsonNode json = JSON.readTree(new JsonNeutralOrder().write(message, partner, Optional.of(DOCUMENT)));
        assertThat(SCHEMA.validate(json)).as(json.toPrettyString()).isEmpty();
        return json;
    }

    private static AlignedOrder order(OrderDetails details, OrderLineDetails lineDetails) {
        var line = new OrderLine(
                1,
                Optional.empty(),
                "",
                "Chips",
                new Quantity(BigDecimal.TEN, new UnitSymbol("ea")),
                Price.each(BigDecimal.ONE),
                BigDecimal.TEN,
                Optional.empty(),
                Optional.empty(),
                Optional.of(DAY),
                false,
                Optional.empty(),
                lineDetails);
        var order = new PurchaseOrder(
                new OrderKey(USMF, "PO-1", "PO-1-1"),
                DAY,
                DAY,
                VENDOR,
                VENDOR,
                new CurrencyCode("USD"),
                "",
                Optional.of(DAY),
                "Net30",
                "",
                "",
                Optional.empty(),
                List.of(line),
                details);
        return new AlignedOrder(
                order, List.of(new AlignedLine(line, new UnitCode("EA"), List.of())), "Contoso", "Acme");
    }

    @Test
    void everything_that_f_and_o_says_of_an_order_is_in_it() throws IOException {
        var freight = new OrderCharge("FREIGHT", OrderCharge.Category.PER_UNIT, new BigDecimal("0.10"), "Freight");
        JsonNode json = written(
                OrderDetails.NONE.charged(List.of(freight), BigDecimal.ONE),
                OrderLineDetails.NONE
                        .charged(List.of(freight))
                        .delivered(List.of(new ScheduledDelivery(2, BigDecimal.TEN, DAY))));

        assertThat(json.path("paymentTerms").asText()).isEqualTo("Net30");
        assertThat(json.path("unreadCharges").asText()).isEqualTo("1");
        for (JsonNode charge : List.of(
                json.path("charges").path(0),
                json.path("lines").path(0).path("charges").path(0))) {
            assertThat(charge.toString())
                    .isEqualTo("{\"code\":\"FREIGHT\",\"category\":\"per-unit\",\"value\":\"0.10\","
                            + "\"description\":\"Freight\"}");
        }
        assertThat(json.path("lines").path(0).path("deliveries").path(0).toString())
                .isEqualTo("{\"lineNumber\":2,\"quantity\":\"10\",\"requestedDelivery\":\"2026-03-20\"}");
    }

    @Test
    void the_notes_of_header_and_line_and_our_duns_number_are_in_it() throws IOException {
        var known = new TradingPartner(
                PARTNER.id(),
                PARTNER.name(),
                PARTNER.vendors(),
                new InterchangeAgreement(
                        END,
                        END,
                        Release.R004010,
                        Usage.TEST,
                        Delimiters.USUAL,
                        false,
                        WritingProfile.USUAL.with(HeaderRules.USUAL.with(Map.of(USMF, "123456789")))),
                Optional.empty(),
                Optional.empty());
        JsonNode json = written(
                OrderDetails.NONE.noted(List.of("Ring twice")),
                OrderLineDetails.NONE.noted(List.of("Green ones")),
                known);
        assertThat(json.path("companyDuns").asText()).isEqualTo("123456789");
        assertThat(json.path("notes").toString()).isEqualTo("[\"Ring twice\"]");
        assertThat(json.path("lines").path(0).path("notes").toString()).isEqualTo("[\"Green ones\"]");
    }

    @Test
    void what_f_and_o_does_not_say_is_left_out() throws IOException {
        JsonNode json = written(OrderDetails.NONE, OrderLineDetails.NONE);

        List<String> members = new ArrayList<>();
        json.fieldNames().forEachRemaining(members::add);
        assertThat(members)
                .containsExactly(
                        "document",
                        "version",
                        "documentId",
                        "purpose",
                        "partner",
                        "legalEntity",
                        "orderNumber",
                        "confirmationNumber",
                        "confirmationDate",
                        "orderDate",
                        "vendorAccount",
                        "currency",
                        "requestedDelivery",
                        "paymentTerms",
                        "lines");
    }

    @Test
    void the_document_has_its_id() throws IOException {
        var freight = new OrderCharge("FREIGHT", OrderCharge.Category.PER_UNIT, new BigDecimal("0.10"), "Freight");
        JsonNode json = written(
                OrderDetails.NONE.charged(List.of(freight), BigDecimal.ONE),
                OrderLineDetails.NONE
                        .charged(List.of(freight))
                        .delivered(List.of(new ScheduledDelivery(2, BigDecimal.TEN, DAY))));
        assertThat(json.path("documentId").asText()).isEqualTo(DOCUMENT.text());
    }

    @Test
    void every_purpose_with_and_without_details_is_valid() throws IOException {
        assertThat(SCHEMA.validate(JSON.readTree("{\"document\":\"purchase-order\",\"lines\":[{\"quantity\":1}]}")))
                .as("the validator judges")
                .isNotEmpty();
        AlignedOrder order = order(OrderDetails.NONE, OrderLineDetails.NONE);
        AlignedLine line = order.lines().getFirst();
        List<OrderMessage> all = new ArrayList<>(List.of(
                new OrderMessage.NewOrder(order),
                new OrderMessage.ReplacingOrder(order),
                new OrderMessage.OrderCancellation(order, 2)));
        for (LineChange.Kind kind : LineChange.Kind.values()) {
            all.add(new OrderMessage.OrderChange(order, 3, List.of(new LineChange(kind, line, BigDecimal.TWO))));
        }
        for (OrderMessage message : all) {
            assertThat(written(message, PARTNER).path("version").asInt()).isEqualTo(1);
        }
        assertThat(JSON.readTree(new JsonNeutralOrder().write(all.getFirst(), PARTNER, Optional.empty()))
                        .has("documentId"))
                .isFalse();
    }

    @Test
    void the_schema_lets_members_pass_that_it_does_not_know() throws IOException {
        ObjectNode json = (ObjectNode) written(OrderDetails.NONE, OrderLineDetails.NONE);
        json.put("addedLater", true);
        assertThat(schema(JSON.readTree(JsonNeutralOrder.schema())).validate(json))
                .isEmpty();
        assertThat(SCHEMA.validate(json))
                .as("but nothing is written that it lacks")
                .isNotEmpty();
    }

    private static JsonSchema schema(JsonNode text) {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(text);
    }

    /** The schema, and nothing may be written that it does not describe. */
    private static JsonSchema strict() {
        try {
            JsonNode text = JSON.readTree(JsonNeutralOrder.schema());
            text.findParents("properties").forEach(rules -> ((ObjectNode) rules).put("additionalProperties", false));
            return schema(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
