package io.mlconnector.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
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
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JsonNeutralOrderTest {

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
        var aligned = new AlignedOrder(
                order, List.of(new AlignedLine(line, new UnitCode("EA"), List.of())), "Contoso", "Acme");
        return JsonMapper.builder()
                .build()
                .readTree(new JsonNeutralOrder()
                        .write(new OrderMessage.NewOrder(aligned), partner, Optional.of(DOCUMENT)));
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
    void the_document_has_its_id_and_the_schema_knows_and_requires_what_is_written() throws IOException {
        var freight = new OrderCharge("FREIGHT", OrderCharge.Category.PER_UNIT, new BigDecimal("0.10"), "Freight");
        JsonNode json = written(
                OrderDetails.NONE.charged(List.of(freight), BigDecimal.ONE),
                OrderLineDetails.NONE
                        .charged(List.of(freight))
                        .delivered(List.of(new ScheduledDelivery(2, BigDecimal.TEN, DAY))));
        assertThat(json.path("documentId").asText()).isEqualTo(DOCUMENT.text());
        JsonNode schema = JsonMapper.builder()
                .build()
                .readTree(Path.of("..", "docs", "neutral-order.schema.json").toFile());
        fits(json, schema, schema, "order");
    }

    private static void fits(JsonNode value, JsonNode rule, JsonNode schema, String where) {
        JsonNode rules = rule.has("$ref") ? schema.at(rule.path("$ref").asText().substring(1)) : rule;
        assertThat(rules.isMissingNode()).as(where).isFalse();
        if (value.isObject()) {
            value.properties().forEach(member -> {
                assertThat(rules.path("properties").has(member.getKey()))
                        .as(where + "." + member.getKey())
                        .isTrue();
                fits(
                        member.getValue(),
                        rules.path("properties").path(member.getKey()),
                        schema,
                        where + "." + member.getKey());
            });
            rules.path("required")
                    .forEach(name -> assertThat(value.has(name.asText()))
                            .as(where + "." + name.asText())
                            .isTrue());
        } else if (value.isArray()) {
            assertThat(rules.path("type").asText()).as(where).isEqualTo("array");
            value.forEach(item -> fits(item, rules.path("items"), schema, where + "[]"));
        } else if (rules.has("pattern")) {
            assertThat(value.asText()).as(where).matches(rules.path("pattern").asText());
        } else if (rules.has("enum")) {
            assertThat(rules.path("enum")).as(where).contains(value);
        } else if (rules.has("const")) {
            assertThat(value).as(where).isEqualTo(rules.path("const"));
        }
    }
}
