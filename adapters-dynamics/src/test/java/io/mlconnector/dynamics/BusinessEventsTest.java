package io.mlconnector.dynamics;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.ordering.document.OrderKind;
import io.mlconnector.domain.trade.LegalEntity;
import io.mlconnector.ports.erp.BusinessEvent;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BusinessEventsTest {

    private static final String EVENT =
            "{\"BusinessEventId\":\"PurchaseOrderConfirmedBusinessEvent\",\"EventId\":\"%1$s\",\"LegalEntity\":\"usmf\","
                    + "\"PurchaseOrderNumber\":\"%1$s\"}";

    private static Optional<BusinessEvent.OrderConfirmed> read(String body) {
        return all(body).stream().findFirst();
    }

    private static List<BusinessEvent.OrderConfirmed> all(String body) {
        return events(body).stream()
                .filter(BusinessEvent.OrderConfirmed.class::isInstance)
                .map(BusinessEvent.OrderConfirmed.class::cast)
                .toList();
    }

    private static List<BusinessEvent> events(String body) {
        return new JsonBusinessEvents().read(body.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> orders(String body) {
        return all(body).stream().map(BusinessEvent.OrderConfirmed::orderNumber).toList();
    }

    @Test
    void several_events_in_an_array_are_each_a_hint() {
        assertThat(orders("[" + EVENT.formatted("PO-1") + "," + EVENT.formatted("PO-2") + ",{},7,null]"))
                .containsExactly("PO-1", "PO-2");
    }

    @Test
    void an_event_is_read_in_the_envelopes_of_event_grid_cloud_events_and_dataverse() {
        assertThat(orders("[{\"id\":\"1\",\"eventType\":\"X\",\"data\":" + EVENT.formatted("PO-1") + "}]"))
                .containsExactly("PO-1");
        assertThat(orders("{\"specversion\":\"1.0\",\"type\":\"X\",\"data\":" + EVENT.formatted("PO-2") + "}"))
                .containsExactly("PO-2");
        assertThat(orders("{\"InputParameters\":[{\"key\":\"payload\",\"value\":\""
                        + EVENT.formatted("PO-3").replace("\"", "\\\"") + "\"}]}"))
                .containsExactly("PO-3");
    }

    @Test
    void envelopes_without_end_are_opened_only_so_far() {
        assertThat(orders("[".repeat(500) + EVENT.formatted("PO-1") + "]".repeat(500)))
                .isEmpty();
    }

    @Test
    void event_grid_is_told_that_we_want_its_events() {
        byte[] question =
                "[{\"eventType\":\"Microsoft.EventGrid.SubscriptionValidationEvent\",\"data\":{\"validationCode\":\"512d\"}}]"
                        .getBytes(StandardCharsets.UTF_8);
        assertThat(new JsonBusinessEvents().handshake(question)).contains("{\"validationResponse\":\"512d\"}");
        assertThat(new JsonBusinessEvents().handshake("{}".getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
    }

    @Test
    void the_older_format_is_read() {
        assertThat(read("""
                {"BusinessEventId":"PurchaseOrderConfirmedBusinessEvent","ControlNumber":5637144576,
                 "EventId":"55A81094-A14E-46A6-A12C-07ED5C5990C6","EventTime":"/Date(1637246655000)/",
                 "LegalEntity":"brmf","MajorVersion":0,"MinorVersion":0,
                 "PurchaseJournal":"BRMF-000018-2","PurchaseOrderDate":"/Date(1637193600000)/",
                 "PurchaseOrderNumber":"BRMF-000018","PurchaseType":"Purch",
                 "TransactionCurrencyAmount":90055.6,"TransactionCurrencyCode":"BRL","VendorAccount":"BRMF-000004"}
                """))
                .contains(new BusinessEvent.OrderConfirmed(
                        new LegalEntity("brmf"),
                        "BRMF-000018",
                        OrderKind.PURCHASE,
                        "55A81094-A14E-46A6-A12C-07ED5C5990C6",
                        "5637144576"));
    }

    @Test
    void the_newer_format_is_read_with_unknown_members() {
        assertThat(read("""
                {"BusinessEventId":"PurchaseOrderConfirmedBusinessEvent","BusinessEventLegalEntity":"USMF",
                 "ContextRecordSubject":"","ControlNumber":1,"EventId":"A","Extension":{"a":[1,null]},
                 "InitiatingUserAADObjectId":"{410A2690}","LegalEntity":"dat","ParentContextRecordSubjects":[],
                 "PurchaseOrderNumber":"PO-1"}
                """)).hasValueSatisfying(event -> {
            assertThat(event.legalEntity()).isEqualTo(new LegalEntity("usmf"));
            assertThat(event.orderNumber()).isEqualTo("PO-1");
        });
    }

    @Test
    void an_event_without_id_and_control_number_is_still_a_hint() {
        assertThat(read("{\"LegalEntity\":\"usmf\",\"PurchaseOrderNumber\":\"PO-1\"}"))
                .contains(new BusinessEvent.OrderConfirmed(new LegalEntity("usmf"), "PO-1", OrderKind.UNKNOWN, "", ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "[]",
                "[{\"PurchaseOrderNumber\":\"PO-1\"}]",
                "\"text\"",
                "17",
                "{",
                "<html>",
                "grant_type=password",
                "{}",
                "{\"BusinessEventId\":\"BusinessEventsTestEndpointContract\"}",
                "{\"BusinessEventId\":\"VendorInvoicePostedBusinessEvent\",\"LegalEntity\":\"usmf\",\"PurchaseOrderNumber\":\"PO-1\"}",
                "{\"BusinessEventId\":\"PurchaseOrderConfirmedBusinessEvent\",\"LegalEntity\":\"\",\"PurchaseOrderNumber\":\"\"}",
                "{\"BusinessEventId\":null,\"LegalEntity\":null,\"PurchaseOrderNumber\":null}",
                "{\"LegalEntity\":\"toolong\",\"PurchaseOrderNumber\":\"PO-1\"}",
                "{\"LegalEntity\":{\"a\":1},\"PurchaseOrderNumber\":[\"PO-1\"]}"
            })
    void anything_else_is_not_a_hint(String body) {
        assertThat(read(body)).isEmpty();
    }

    @Test
    void binary_content_is_not_a_hint() {
        assertThat(new JsonBusinessEvents().read(new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1, 2}))
                .isEmpty();
        assertThat(new JsonBusinessEvents().read("[".repeat(100_000).getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
    }

    @Test
    void a_posted_invoice_is_read_by_whatever_member_bears_its_number() {
        assertThat(events("""
                {"BusinessEventId":"VendorInvoicePostedBusinessEvent","EventId":"E1","BusinessEventLegalEntity":"usmf",
                 "InvoiceAccount":"1001","InvoiceId":"INV-7","LedgerVoucher":"APV-1","ControlNumber":5}
                """))
                .containsExactly(new BusinessEvent.InvoicePosted(
                        new LegalEntity("usmf"), Optional.of("1001"), "INV-7", Optional.of("APV-1"), "E1", "5"));
        assertThat(events("""
                {"BusinessEventId":"VendorInvoicePostedBusinessEvent","LegalEntity":"usmf","InvoiceNumber":"INV-8"}
                """))
                .containsExactly(new BusinessEvent.InvoicePosted(
                        new LegalEntity("usmf"), Optional.empty(), "INV-8", Optional.empty(), "", ""));
    }

    @Test
    void a_receipt_is_read_with_its_order() {
        assertThat(events("""
                {"BusinessEventId":"PurchaseOrderReceivedBusinessEvent","EventId":"E2","LegalEntity":"usmf",
                 "PurchaseOrderNumber":"PO-1","PackingSlipId":"PS-1"}
                """))
                .containsExactly(new BusinessEvent.ProductsReceived(
                        new LegalEntity("usmf"), "PO-1", Optional.of("PS-1"), "E2", ""));
    }

    @Test
    void any_other_kind_and_one_that_names_no_document_keeps_its_kind() {
        assertThat(events("{\"BusinessEventId\":\"VendorPaymentPostedBusinessEvent\",\"EventId\":\"E3\"}"))
                .containsExactly(new BusinessEvent.Other("VendorPaymentPostedBusinessEvent", "E3", ""));
        assertThat(events("{\"BusinessEventId\":\"VendorInvoicePostedBusinessEvent\",\"LegalEntity\":\"usmf\"}"))
                .containsExactly(new BusinessEvent.Other("VendorInvoicePostedBusinessEvent", "", ""));
        assertThat(events("{\"test\":true}")).isEmpty();
    }
}
