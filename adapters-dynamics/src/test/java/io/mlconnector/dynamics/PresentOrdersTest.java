package io.mlconnector.dynamics;

import static io.mlconnector.testing.contract.Stages.done;
import static io.mlconnector.testing.contract.Stages.notNow;
import static io.mlconnector.testing.contract.Stages.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.ordering.ContentRevision;
import io.mlconnector.domain.ordering.document.OrderKey;
import io.mlconnector.domain.ordering.document.PurchaseOrder;
import io.mlconnector.domain.trade.LegalEntity;
import io.mlconnector.dynamics.options.OrderSource;
import io.mlconnector.ports.erp.Confirmation;
import io.mlconnector.ports.erp.PurchaseOrders;
import io.mlconnector.testing.contract.PurchaseOrdersContract;
import io.mlconnector.testing.contract.Trade;
import io.mlconnector.twin.fault.Fault;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The role shows no confirmations, only the orders in their present state. */
class PresentOrdersTest extends PurchaseOrdersContract {

    private static final String CONFIRMATIONS = "PurchaseOrderConfirmationHeaders";
    private static final LocalDate ORDERED = LocalDate.of(2026, 2, 1);

    private final DynamicsBench bench = new DynamicsBench();
    private final Dynamics dynamics = bench.connect(bench.options(OrderSource.ORDERS));

    @AfterEach
    void stop() {
        bench.close();
    }

    @Override
    protected PurchaseOrders purchaseOrders() {
        return dynamics.purchaseOrders();
    }

    @Override
    protected void confirm(PurchaseOrder order) {
        bench.confirm(order);
    }

    @Override
    protected LocalDate today() {
        return bench.today();
    }

    @Override
    protected LocalDate dayOfConfirmation() {
        return ORDERED;
    }

    @Override
    protected void daysPass(int days) {
        bench.clock.advance(Duration.ofDays(days));
    }

    @Override
    protected boolean remembersRevisions() {
        return false;
    }

    private void ordered(String number, String quantity) {
        bench.confirm(Trade.order(Trade.USMF, number, 1, today(), Trade.line(1, "A-1", quantity, "2.50")));
    }

    private List<Confirmation> listed(LocalDate since) {
        return done(purchaseOrders().confirmedSince(Set.of(Trade.USMF), since)).readable();
    }

    private OrderKey present(String number) {
        return done(purchaseOrders().confirmationsOf(Trade.USMF, number))
                .getFirst()
                .key();
    }

    @Test
    void confirmations_are_not_asked_for() {
        bench.twin.dynamics().deny(CONFIRMATIONS, 403);
        bench.twin.dynamics().deny("PurchaseOrderConfirmationLines", 403);
        ordered("PO-1", "10");
        assertThat(listed(ORDERED)).hasSize(1);
        assertThat(done(purchaseOrders().read(present("PO-1"))).lines()).hasSize(1);
        assertThat(bench.calls("GET", CONFIRMATIONS)).isZero();
        assertThat(purchaseOrders().remark()).isEmpty();
    }

    @Test
    void the_same_content_is_the_same_revision_and_other_content_another_one() {
        ordered("PO-1", "10");
        OrderKey first = present("PO-1");
        // Somebody confirmed it again without a change.
        bench.twin.dynamics().confirm("usmf", "PO-1");
        assertThat(present("PO-1")).isEqualTo(first);
        assertThat(listed(ORDERED)).extracting(Confirmation::key).containsExactly(first);
        bench.twin.dynamics().changeQuantity("usmf", "PO-1", 1, new BigDecimal("11"));
        bench.twin.dynamics().confirm("usmf", "PO-1");
        assertThat(present("PO-1")).isNotEqualTo(first);
        assertThat(listed(ORDERED)).extracting(Confirmation::key).containsExactly(present("PO-1"));
        bench.twin.dynamics().changeQuantity("usmf", "PO-1", 1, new BigDecimal("10"));
        bench.twin.dynamics().confirm("usmf", "PO-1");
        assertThat(present("PO-1")).isEqualTo(first);
    }

    @Test
    void an_order_that_is_being_changed_is_not_listed_and_is_read_when_it_is_confirmed_again() {
        ordered("PO-1", "10");
        OrderKey first = present("PO-1");
        bench.twin.dynamics().changeQuantity("usmf", "PO-1", 1, new BigDecimal("11"));
        assertThat(listed(ORDERED)).isEmpty();
        assertThat(done(purchaseOrders().confirmationsOf(Trade.USMF, "PO-1"))).isEmpty();
        assertThat(notNow(purchaseOrders().read(first)).why().code()).isEqualTo("order-not-confirmed");
        bench.twin.dynamics().changeQuantity("usmf", "PO-1", 1, new BigDecimal("10"));
        bench.twin.dynamics().confirm("usmf", "PO-1");
        assertThat(done(purchaseOrders().read(first)).key()).isEqualTo(first);
    }

    @Test
    void a_revision_that_was_overtaken_is_not_read_as_what_came_after_it() {
        ordered("PO-1", "10");
        OrderKey first = present("PO-1");
        bench.twin.dynamics().changeQuantity("usmf", "PO-1", 1, new BigDecimal("11"));
        bench.twin.dynamics().confirm("usmf", "PO-1");
        assertThat(refused(purchaseOrders().read(first)).code()).isEqualTo("order-changed");
        assertThat(refused(purchaseOrders().read(new OrderKey(Trade.USMF, "PO-7", first.confirmationNumber())))
                        .code())
                .isEqualTo("order-not-found");
    }

    @Test
    void a_revision_that_comes_a_second_time_is_read_under_its_own_number() {
        ordered("PO-1", "10");
        OrderKey second = new OrderKey(Trade.USMF, "PO-1", present("PO-1").confirmationNumber() + "-2");
        assertThat(done(purchaseOrders().read(second)).key()).isEqualTo(second);
    }

    @Test
    void lines_are_read_again_only_of_orders_that_changed() {
        ordered("PO-0", "10");
        assertThat(listed(ORDERED)).hasSize(1);
        int first = bench.calls("GET", "PurchaseOrderLinesV2");
        for (int i = 1; i <= 44; i++) {
            ordered("PO-" + i, "10");
        }
        assertThat(listed(ORDERED)).hasSize(45);
        int before = bench.calls("GET", "PurchaseOrderLinesV2");
        assertThat(before).isEqualTo(first + 3);
        assertThat(listed(ORDERED)).hasSize(45);
        assertThat(bench.calls("GET", "PurchaseOrderLinesV2")).isEqualTo(before);
        bench.twin.dynamics().changeQuantity("usmf", "PO-7", 1, new BigDecimal("11"));
        bench.twin.dynamics().confirm("usmf", "PO-7");
        assertThat(listed(ORDERED)).hasSize(45);
        assertThat(bench.calls("GET", "PurchaseOrderLinesV2")).isEqualTo(before + 1);
    }

    @Test
    void an_order_of_an_earlier_day_is_left_alone_until_it_was_told_once_and_is_confirmed_again() {
        ordered("PO-1", "10");
        ordered("PO-2", "10");
        assertThat(listed(ORDERED.plusDays(1))).isEmpty();
        bench.twin.dynamics().changeQuantity("usmf", "PO-1", 1, new BigDecimal("11"));
        bench.twin.dynamics().confirm("usmf", "PO-1");
        assertThat(listed(ORDERED.plusDays(1))).isEmpty();
        assertThat(listed(ORDERED)).hasSize(2);
        bench.twin.dynamics().changeQuantity("usmf", "PO-1", 1, new BigDecimal("12"));
        bench.twin.dynamics().confirm("usmf", "PO-1");
        for (int look = 0; look < 2; look++) {
            assertThat(listed(ORDERED.plusDays(1)))
                    .extracting(confirmation -> confirmation.key().orderNumber())
                    .containsExactly("PO-1");
        }
    }

    @Test
    void a_look_at_another_legal_entity_forgets_nothing_of_this_one() {
        ordered("PO-1", "10");
        assertThat(listed(ORDERED)).hasSize(1);
        bench.twin.dynamics().changeQuantity("usmf", "PO-1", 1, new BigDecimal("11"));
        bench.twin.dynamics().confirm("usmf", "PO-1");
        assertThat(done(purchaseOrders().confirmedSince(Set.of(new LegalEntity("gbsi")), ORDERED))
                        .readable())
                .isEmpty();
        assertThat(listed(ORDERED.plusDays(1)))
                .extracting(confirmation -> confirmation.key().orderNumber())
                .containsExactly("PO-1");
    }

    @Test
    void the_day_of_the_last_change_counts_where_the_tenant_has_one() {
        ordered("PO-1", "10");
        bench.fails(
                "GET",
                "/data/PurchaseOrderHeadersV2",
                new Fault.Answer(200, """
                        {"value": [{"dataAreaId": "usmf", "PurchaseOrderNumber": "PO-1",
                          "OrderVendorAccountNumber": "V-1", "CurrencyCode": "USD", "DocumentApprovalStatus": "Confirmed",
                          "AccountingDate": "2026-02-01T12:00:00Z", "ModifiedDateTime1": "2026-02-27T16:11:09Z"}]}""", Map.of("Content-Type", "application/json")));
        assertThat(listed(LocalDate.of(2026, 2, 27)))
                .extracting(Confirmation::date)
                .containsExactly(LocalDate.of(2026, 2, 27));
    }

    @Test
    void an_order_that_cannot_be_read_hides_none_of_the_others() {
        ordered("PO-1", "10");
        bench.fails(
                "GET",
                "/data/PurchaseOrderHeadersV2",
                new Fault.Answer(200, """
                        {"value": [{"dataAreaId": "usmf", "PurchaseOrderNumber": "PO-0", "CurrencyCode": "USD",
                            "DocumentApprovalStatus": "Confirmed", "AccountingDate": "1900-01-01T12:00:00Z"},
                          {"dataAreaId": "usmf", "PurchaseOrderNumber": "PO-1", "OrderVendorAccountNumber": "V-1",
                            "CurrencyCode": "USD", "DocumentApprovalStatus": "Confirmed",
                            "AccountingDate": "2026-02-01T12:00:00Z"}]}""", Map.of("Content-Type", "application/json")));
        var found = done(purchaseOrders().confirmedSince(Set.of(Trade.USMF), ORDERED));
        assertThat(found.readable()).hasSize(1);
        assertThat(found.unreadable()).singleElement().satisfies(row -> {
            assertThat(row.orderNumber()).isEqualTo("PO-0");
            assertThat(row.why().message()).contains("AccountingDate");
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 404})
    void where_the_role_does_not_show_confirmations_the_orders_are_read_and_it_is_said(int status) {
        bench.twin.dynamics().deny(CONFIRMATIONS, status);
        ordered("PO-1", "10");
        PurchaseOrders automatic = bench.dynamics.purchaseOrders();
        notNow(automatic.confirmedSince(Set.of(Trade.USMF), ORDERED));
        bench.clock.advance(Duration.ofSeconds(60));
        List<Confirmation> found =
                done(automatic.confirmedSince(Set.of(Trade.USMF), ORDERED)).readable();
        assertThat(found).hasSize(1);
        assertThat(ContentRevision.is(found.getFirst().key().confirmationNumber()))
                .isTrue();
        assertThat(automatic.remark())
                .hasValueSatisfying(said -> assertThat(said).contains(CONFIRMATIONS, "dynamics.orders.source"));
        // Once found out it stays so: the numbers of revisions do not change with every look.
        bench.twin.dynamics().grant(CONFIRMATIONS);
        assertThat(done(automatic.confirmedSince(Set.of(Trade.USMF), ORDERED)).readable())
                .isEqualTo(found);
    }

    @Test
    void where_only_the_lines_of_confirmations_are_denied_an_announced_revision_is_read_as_the_order_is() {
        bench.twin.dynamics().deny("PurchaseOrderConfirmationLines", 403);
        ordered("PO-1", "10");
        PurchaseOrders automatic = bench.dynamics.purchaseOrders();
        OrderKey key = new OrderKey(Trade.USMF, "PO-1", "PO-1-1");
        notNow(automatic.read(key));
        bench.clock.advance(Duration.ofSeconds(60));
        assertThat(done(automatic.read(key)).key()).isEqualTo(key);
        assertThat(automatic.remark()).isPresent();
    }

    @Test
    void where_neither_can_be_read_the_confirmations_are_what_is_missing() {
        bench.twin.dynamics().deny(CONFIRMATIONS, 404);
        bench.twin.dynamics().deny("PurchaseOrderHeadersV2", 404);
        PurchaseOrders automatic = bench.dynamics.purchaseOrders();
        for (int look = 0; look < 2; look++) {
            assertThat(notNow(automatic.confirmedSince(Set.of(Trade.USMF), ORDERED))
                            .why()
                            .message())
                    .contains(CONFIRMATIONS);
            bench.clock.advance(Duration.ofSeconds(60));
        }
        assertThat(automatic.remark()).isEmpty();
    }

    @Test
    void a_denial_that_passes_does_not_change_where_orders_are_read() {
        PurchaseOrders automatic = bench.dynamics.purchaseOrders();
        for (int times = 0; times < 2; times++) {
            bench.twin.dynamics().deny(CONFIRMATIONS, 403);
            notNow(automatic.confirmedSince(Set.of(Trade.USMF), ORDERED));
            bench.twin.dynamics().grant(CONFIRMATIONS);
            bench.clock.advance(Duration.ofSeconds(60));
            assertThat(done(automatic.confirmedSince(Set.of(Trade.USMF), ORDERED))
                            .readable())
                    .isEmpty();
        }
        assertThat(automatic.remark()).isEmpty();
    }

    @Test
    void as_configured_the_orders_do_not_take_the_place_of_the_confirmations() {
        bench.twin.dynamics().deny(CONFIRMATIONS, 403);
        ordered("PO-1", "10");
        Dynamics strict = bench.connect(bench.options(OrderSource.CONFIRMATIONS));
        assertThat(notNow(strict.purchaseOrders().confirmedSince(Set.of(Trade.USMF), ORDERED))
                        .why()
                        .code())
                .isEqualTo("credentials-refused");
    }
}
