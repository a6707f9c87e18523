package io.mlconnector.dynamics;

import static io.mlconnector.testing.contract.Stages.done;
import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.invoicing.document.OpenOrder;
import io.mlconnector.domain.ordering.document.OrderCharge;
import io.mlconnector.domain.ordering.document.OrderDetails;
import io.mlconnector.domain.ordering.document.OrderKey;
import io.mlconnector.domain.ordering.document.OrderLineDetails;
import io.mlconnector.domain.ordering.document.PurchaseOrder;
import io.mlconnector.domain.words.Outcome;
import io.mlconnector.ports.erp.PurchaseOrders;
import io.mlconnector.testing.contract.Trade;
import io.mlconnector.twin.dynamics.purchasing.PurchaseOrderCharge;
import io.mlconnector.twin.dynamics.purchasing.PurchaseOrderLine;
import io.mlconnector.twin.fault.Fault;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OrderDetailsTest {

    private static final OrderKey KEY = new OrderKey(Trade.USMF, "PO-7", "PO-7-1");
    private static final LocalDate WANTED = LocalDate.of(2026, 3, 20);

    private final DynamicsBench bench = new DynamicsBench();
    private final PurchaseOrders orders = bench.dynamics.purchaseOrders();

    @AfterEach
    void stop() {
        bench.close();
    }

    private void confirmed(List<PurchaseOrderCharge> charges) {
        bench.vendor(Trade.USMF, Trade.VENDOR, "Acme");
        bench.twin
                .dynamics()
                .addPurchaseOrder(new io.mlconnector.twin.dynamics.purchasing.PurchaseOrder(
                        "usmf",
                        "PO-7",
                        Trade.VENDOR.number(),
                        "USD",
                        WANTED.minusDays(10),
                        WANTED,
                        List.of(
                                PurchaseOrderLine.of(1, "A-1", "Chips", "10", "ea", "9.95")
                                        .with(Map.of(
                                                "CustomerReference", "STORE 7",
                                                "LineDiscountPercentage", 5,
                                                "RequestedShippingDate", "2026-03-18")),
                                PurchaseOrderLine.of(2, "A-2", "Salsa", "4", "ea", "2.50")),
                        Map.of(
                                "DeliveryModeId", "Truck",
                                "CashDiscountCode", "2D10",
                                "CashDiscountPercentage", 2,
                                "RequestedShipDate", "2026-03-17",
                                "Email", "jane@contoso.com",
                                "PurchaseOrderPoolId", "030",
                                "ReasonComment", "Dock 4"),
                        charges));
        bench.twin.dynamics().confirm("usmf", "PO-7");
    }

    private static PurchaseOrderCharge charge(long line, String code, String category, String value) {
        return new PurchaseOrderCharge(line, code, category, new BigDecimal(value), "About " + code);
    }

    @Test
    void additional_confirmation_fields_are_read() {
        confirmed(List.of());

        PurchaseOrder order = done(orders.read(KEY));

        OrderDetails details = order.details();
        assertThat(details.deliveryMode()).isEqualTo("Truck");
        assertThat(details.cashDiscount()).isEqualTo("2D10");
        assertThat(details.cashDiscountPercentage()).isEqualByComparingTo("2");
        assertThat(details.requestedShip()).contains(LocalDate.of(2026, 3, 17));
        assertThat(details.email()).isEqualTo("jane@contoso.com");
        assertThat(details.pool()).isEqualTo("030");
        assertThat(details.notes()).containsExactly("Dock 4");
        OrderLineDetails line = order.lines().get(0).details();
        assertThat(line.customerReference()).isEqualTo("STORE 7");
        assertThat(line.discountPercentage()).isEqualByComparingTo("5");
        assertThat(line.requestedShip()).contains(LocalDate.of(2026, 3, 18));
        assertThat(order.lines().get(1).details()).isEqualTo(OrderLineDetails.NONE);
    }

    @Test
    void charges_are_not_read_where_the_confirmation_has_none() {
        confirmed(List.of());

        done(orders.read(KEY));

        assertThat(bench.calls("GET", "Charges")).isZero();
        assertThat(bench.calls("GET", "ChargesV2")).isZero();
    }

    @Test
    void charges_are_read_with_their_order_and_their_lines() {
        confirmed(List.of(
                charge(0, "FREIGHT", "Fixed", "35"),
                charge(0, "INSURE", "Percent", "1.5"),
                charge(2, "HANDLING", "Pcs", "0.10")));

        PurchaseOrder order = done(orders.read(KEY));

        assertThat(order.details().charges())
                .extracting(
                        OrderCharge::code,
                        OrderCharge::category,
                        one -> one.value().stripTrailingZeros().toPlainString())
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple("FREIGHT", OrderCharge.Category.FIXED, "35"),
                        org.assertj.core.api.Assertions.tuple("INSURE", OrderCharge.Category.PERCENT, "1.5"));
        assertThat(order.details().unreadCharges()).isZero();
        assertThat(order.lines().get(0).details().charges()).isEmpty();
        assertThat(order.lines().get(1).details().charges()).satisfiesExactly(charge -> {
            assertThat(charge.category()).isEqualTo(OrderCharge.Category.PER_UNIT);
            assertThat(charge.amount(new BigDecimal("4"), BigDecimal.TEN)).isEqualByComparingTo("0.40");
        });
        assertThat(bench.calls("GET", "Charges") + bench.calls("GET", "ChargesV2"))
                .isEqualTo(2);
    }

    @Test
    void an_order_with_unreadable_charges_is_read_and_carries_their_total() {
        confirmed(List.of(charge(0, "FREIGHT", "Fixed", "35")));
        bench.fails("GET", "/data/PurchaseOrderHeaderCharges", new Fault.Answer(404, "", Map.of()));

        PurchaseOrder order = done(orders.read(KEY));

        assertThat(order.details().charges()).isEmpty();
        assertThat(order.details().unreadCharges()).isEqualByComparingTo("35");
        assertThat(done(orders.read(KEY)).details().unreadCharges()).isEqualByComparingTo("35");
        assertThat(bench.calls("GET", "Charges")).isEqualTo(1);
    }

    @Test
    void the_company_has_its_name_which_is_read_once() {
        confirmed(List.of());

        assertThat(done(orders.read(KEY)).details().companyName()).isEqualTo("usmf");
        int calls = bench.calls("GET", "LegalEntities");
        done(orders.read(KEY));
        assertThat(bench.calls("GET", "LegalEntities")).isEqualTo(calls);
    }

    @Test
    void of_two_confirmations_under_one_number_the_newer_one_is_read_and_lines_are_never_mixed() {
        confirmed(List.of());
        String before = done(orders.confirmationsOf(Trade.USMF, "PO-7"))
                .getFirst()
                .fingerprint()
                .hex();
        bench.clock.advance(java.time.Duration.ofDays(1));
        bench.twin.dynamics().cancelLine("usmf", "PO-7", 2);
        bench.twin.dynamics().reuseConfirmationNumber("usmf", "PO-7");
        bench.twin.dynamics().confirm("usmf", "PO-7");

        PurchaseOrder order = done(orders.read(KEY));

        assertThat(order.lines()).hasSize(2);
        assertThat(order.openLines()).hasSize(1);
        assertThat(done(orders.confirmationsOf(Trade.USMF, "PO-7")))
                .extracting(confirmation -> confirmation.fingerprint().hex())
                .hasSize(2)
                .contains(before)
                .doesNotHaveDuplicates();
    }

    @Test
    void an_order_says_the_same_whether_its_properties_are_asked_for_or_all_there_are() {
        confirmed(List.of(charge(0, "FREIGHT", "Fixed", "35")));
        PurchaseOrder selected = done(orders.read(KEY));
        Fault refusal =
                new Fault.Answer(400, "{\"error\":{\"message\":\"The query option is not supported.\"}}", Map.of());
        bench.fails("GET", "/data/PurchaseOrderConfirmationHeaders", refusal);
        bench.fails("GET", "/data/PurchaseOrderConfirmationLines", refusal);

        PurchaseOrder whole =
                done(bench.connect(bench.options()).purchaseOrders().read(KEY));

        assertThat(whole).isEqualTo(selected);
    }

    @Test
    void an_open_order_says_the_same_whether_its_properties_are_asked_for_or_all_there_are() {
        bench.vendor(Trade.USMF, Trade.VENDOR, "Acme");
        bench.twin
                .dynamics()
                .addPurchaseOrder(new io.mlconnector.twin.dynamics.purchasing.PurchaseOrder(
                        "usmf",
                        "PO-8",
                        Trade.VENDOR.number(),
                        "USD",
                        WANTED.minusDays(10),
                        WANTED,
                        List.of(PurchaseOrderLine.of(1, "A-1", "Chips", "10", "ea", "9.95")
                                .with(Map.of(
                                        "VendorInvoiceMatchingPolicy",
                                        "TwoWayMatch",
                                        "AllowedOverdeliveryPercentage",
                                        10))),
                        Map.of(),
                        List.of()));
        List<OpenOrder> selected = done(orders.find(Set.of(Trade.USMF), "PO-8"));
        assertThat(selected.get(0).matchingOf(1).overDelivery()).isEqualByComparingTo("0.1");
        Fault refusal =
                new Fault.Answer(400, "{\"error\":{\"message\":\"The query option is not supported.\"}}", Map.of());
        bench.fails("GET", "/data/PurchaseOrderHeadersV2", refusal);
        bench.fails("GET", "/data/PurchaseOrderLinesV2", refusal);

        List<OpenOrder> whole =
                done(bench.connect(bench.options()).purchaseOrders().find(Set.of(Trade.USMF), "PO-8"));

        assertThat(whole).isEqualTo(selected);
    }

    @Test
    void what_a_tenant_does_not_have_is_refused_once_and_not_asked_for_again() {
        confirmed(List.of());
        List<CompletionStage<Outcome<PurchaseOrder>>> together = bench.inOneTurn(
                () -> Stream.generate(() -> orders.read(KEY)).limit(8).toList());
        together.forEach(reading -> done(reading));
        int learned = bench.requests();
        assertThat(learned).as("all properties at once, and not for each order").isLessThanOrEqualTo(4);
        int reads = bench.calls("GET", "PurchaseOrderConfirmationHeaders");

        done(orders.read(KEY));

        assertThat(bench.requests()).isEqualTo(learned + 1);
        assertThat(bench.calls("GET", "PurchaseOrderConfirmationHeaders")).isEqualTo(reads + 1);
    }

    @Test
    void without_batches_what_a_tenant_does_not_have_is_refused_once_too() {
        confirmed(List.of());
        PurchaseOrders singly = bench.connect(bench.optionsReadingSingly()).purchaseOrders();
        List<CompletionStage<Outcome<PurchaseOrder>>> together =
                Stream.generate(() -> singly.read(KEY)).limit(8).toList();
        together.forEach(reading -> done(reading));
        int learned = bench.calls("GET", "PurchaseOrderConfirmationHeaders");
        assertThat(learned).as("each missing property once, not for each order").isLessThan(8 + 6);

        done(singly.read(KEY));

        assertThat(bench.calls("GET", "PurchaseOrderConfirmationHeaders")).isEqualTo(learned + 1);
        assertThat(bench.calls("POST", "$batch")).isZero();
    }
}
