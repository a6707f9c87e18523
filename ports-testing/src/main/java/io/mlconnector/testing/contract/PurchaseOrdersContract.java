package io.mlconnector.testing.contract;

import static io.mlconnector.testing.contract.Stages.done;
import static io.mlconnector.testing.contract.Stages.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.invoicing.document.OpenOrder;
import io.mlconnector.domain.ordering.ConfirmedContent;
import io.mlconnector.domain.ordering.document.OrderDetails;
import io.mlconnector.domain.ordering.document.OrderKey;
import io.mlconnector.domain.ordering.document.OrderLine;
import io.mlconnector.domain.ordering.document.OrderLineDetails;
import io.mlconnector.domain.ordering.document.PurchaseOrder;
import io.mlconnector.domain.trade.ItemNumber;
import io.mlconnector.domain.trade.LegalEntity;
import io.mlconnector.domain.trade.VendorAccount;
import io.mlconnector.ports.erp.Confirmation;
import io.mlconnector.ports.erp.PurchaseOrders;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** What every source of purchase orders must do. */
public abstract class PurchaseOrdersContract {

    private static final LegalEntity USMF = Trade.USMF;
    private static final LegalEntity DAT = Trade.DAT;

    /** The port under test; the same one during a test. */
    protected abstract PurchaseOrders purchaseOrders();

    /**
     * F&O confirms an order: the first time it is entered with these lines, afterwards changed to have them. The
     * confirmation number is the order number, a dash and a number that counts from 1; the day is that of {@link #today}.
     */
    protected abstract void confirm(PurchaseOrder order);

    /**
     * Whether every revision can be read, under the number that F&O gave it. Otherwise only the present one is there, under a number of
     * its own, and the contract says the less.
     */
    protected boolean remembersRevisions() {
        return true;
    }

    /** The day by which a confirmation of today is known: an order in its present state may tell only the day of the order. */
    protected LocalDate dayOfConfirmation() {
        return today();
    }

    private void assumeThatRevisionsAreRemembered() {
        Assumptions.assumeTrue(remembersRevisions(), "only the present revision can be read");
    }

    /** F&O's present day. */
    protected abstract LocalDate today();

    /** Lets days pass in F&O. */
    protected abstract void daysPass(int days);

    private OrderKey confirmed(LegalEntity legalEntity, String number, int revision, OrderLine... lines) {
        PurchaseOrder order = Trade.order(legalEntity, number, revision, today(), lines);
        return confirmed(order);
    }

    /** Under which it is listed. */
    private OrderKey confirmed(PurchaseOrder order) {
        confirm(order);
        OrderKey key = order.key();
        return remembersRevisions()
                ? key
                : done(purchaseOrders().confirmationsOf(key.legalEntity(), key.orderNumber()))
                        .getLast()
                        .key();
    }

    private OrderKey confirmed(LegalEntity legalEntity, String number, int revision) {
        return confirmed(legalEntity, number, revision, Trade.line(1, "A-1", "10", "2.50"));
    }

    @Test
    void revisions_confirmed_since_a_day_are_listed_oldest_first() {
        assumeThatRevisionsAreRemembered();
        OrderKey before = confirmed(USMF, "PO-1", 1);
        daysPass(1);
        LocalDate day = today();
        OrderKey first = confirmed(USMF, "PO-2", 1);
        daysPass(1);
        OrderKey second = confirmed(USMF, "PO-1", 2);
        assertThat(keys(done(purchaseOrders().confirmedSince(Set.of(USMF), day)).readable()))
                .containsExactly(first, second);
        assertThat(keys(done(purchaseOrders().confirmedSince(Set.of(USMF), day.minusDays(1)))
                        .readable()))
                .containsExactly(before, first, second);
        assertThat(done(purchaseOrders().confirmedSince(Set.of(USMF), today().plusDays(1)))
                        .readable())
                .isEmpty();
    }

    @Test
    void a_confirmation_tells_order_vendor_and_day() {
        OrderKey key = confirmed(USMF, "PO-1", 1);
        assertThat(done(purchaseOrders().confirmedSince(Set.of(USMF), dayOfConfirmation()))
                        .readable())
                .satisfiesExactly(confirmation -> {
                    assertThat(confirmation.key()).isEqualTo(key);
                    assertThat(confirmation.vendor()).isEqualTo(Trade.VENDOR);
                    assertThat(confirmation.date()).isEqualTo(dayOfConfirmation());
                });
    }

    @Test
    void a_confirmation_has_the_same_fingerprint_at_every_look_and_another_one_has_another() {
        assumeThatRevisionsAreRemembered();
        confirmed(USMF, "PO-1", 1, Trade.line(1, "A-1", "10", "2.50"));
        Confirmation first =
                done(purchaseOrders().confirmationsOf(USMF, "PO-1")).getFirst();
        confirmed(USMF, "PO-1", 2, Trade.line(1, "A-1", "11", "2.50"));
        List<Confirmation> both = done(purchaseOrders().confirmationsOf(USMF, "PO-1"));
        assertThat(both.getFirst().fingerprint()).isEqualTo(first.fingerprint());
        assertThat(both.getLast().fingerprint()).isNotEqualTo(first.fingerprint());
    }

    @Test
    void the_header_totals_every_open_line_so_that_it_shows_whether_all_were_read() {
        assumeThatRevisionsAreRemembered();
        confirmed(USMF, "PO-1", 1, Trade.line(1, "A-1", "10", "2.50"), Trade.line(2, "B-2", "3", "1.00"));
        OrderKey second = confirmed(
                USMF,
                "PO-1",
                2,
                Trade.line(1, "A-1", "10", "2.50"),
                Trade.cancelled(Trade.line(2, "B-2", "3", "1.00")));
        PurchaseOrder order = done(purchaseOrders().read(second));
        assertThat(order.details().totals()).hasValueSatisfying(totals -> {
            assertThat(totals.subTotal()).isEqualByComparingTo("25.00");
            assertThat(totals.total()).isEqualByComparingTo("25.00");
            assertThat(totals.quantity()).isEqualByComparingTo("10");
        });
        assertThat(ConfirmedContent.of(order, ConfirmedContent.Comparison.EVERYTHING))
                .isInstanceOf(ConfirmedContent.Whole.class);
        assertThat(ConfirmedContent.of(
                        order.having(order.lines().subList(1, 2), order.details()),
                        ConfirmedContent.Comparison.EVERYTHING))
                .isInstanceOf(ConfirmedContent.NotWhole.class);
    }

    @Test
    void only_the_legal_entities_asked_for_are_listed() {
        OrderKey usmf = confirmed(USMF, "PO-1", 1);
        OrderKey dat = confirmed(DAT, "PO-1", 1);
        assertThat(keys(done(purchaseOrders().confirmedSince(Set.of(USMF), dayOfConfirmation()))
                        .readable()))
                .containsExactly(usmf);
        assertThat(keys(done(purchaseOrders().confirmedSince(Set.of(DAT), dayOfConfirmation()))
                        .readable()))
                .containsExactly(dat);
        assertThat(keys(done(purchaseOrders().confirmedSince(Set.of(USMF, DAT), dayOfConfirmation()))
                        .readable()))
                .containsExactlyInAnyOrder(usmf, dat);
    }

    @Test
    void the_tenth_revision_of_an_order_comes_after_the_ninth() {
        assumeThatRevisionsAreRemembered();
        List<OrderKey> keys = new ArrayList<>();
        for (int revision = 1; revision <= 11; revision++) {
            keys.add(confirmed(USMF, "PO-1", revision, Trade.line(1, "A-1", Integer.toString(10 + revision), "2.50")));
        }
        assertThat(keys(done(purchaseOrders().confirmationsOf(USMF, "PO-1")))).containsExactlyElementsOf(keys);
        assertThat(keys(done(purchaseOrders().confirmedSince(Set.of(USMF), today()))
                        .readable()))
                .containsExactlyElementsOf(keys);
    }

    @Test
    void an_order_that_was_never_confirmed_has_no_revisions() {
        confirmed(USMF, "PO-1", 1);
        assertThat(done(purchaseOrders().confirmationsOf(USMF, "PO-2"))).isEmpty();
        assertThat(done(purchaseOrders().confirmationsOf(DAT, "PO-1"))).isEmpty();
    }

    @Test
    void a_revision_is_read_as_it_was_confirmed_not_as_it_is_now() {
        assumeThatRevisionsAreRemembered();
        OrderKey first = confirmed(USMF, "PO-1", 1, Trade.line(1, "A-1", "10", "2.50"));
        OrderKey second =
                confirmed(USMF, "PO-1", 2, Trade.line(1, "A-1", "12", "2.50"), Trade.line(2, "B-2", "1", "9.99"));
        PurchaseOrder then = done(purchaseOrders().read(first));
        assertThat(then.key()).isEqualTo(first);
        assertThat(then.lines()).hasSize(1);
        assertThat(then.lines().getFirst().quantity().amount()).isEqualByComparingTo("10");
        PurchaseOrder now = done(purchaseOrders().read(second));
        assertThat(now.lines()).extracting(OrderLine::number).containsExactly(1L, 2L);
        assertThat(now.lines().getFirst().quantity().amount()).isEqualByComparingTo("12");
    }

    @Test
    void an_order_is_read_with_all_that_its_header_says() {
        OrderKey key = confirmed(USMF, "PO-1", 1);
        PurchaseOrder order = done(purchaseOrders().read(key));
        PurchaseOrder expected = Trade.order(USMF, "PO-1", 1, today());
        assertThat(order.confirmationDate()).isEqualTo(dayOfConfirmation());
        assertThat(order.orderDate()).isEqualTo(expected.orderDate());
        assertThat(order.vendor()).isEqualTo(Trade.VENDOR);
        assertThat(order.invoiceVendor()).isEqualTo(Trade.VENDOR);
        assertThat(order.currency()).isEqualTo(expected.currency());
        assertThat(order.vendorReference()).isEqualTo("their-4711");
        assertThat(order.requestedDelivery()).isEqualTo(expected.requestedDelivery());
        assertThat(order.paymentTerms()).isEqualTo("Net30");
        assertThat(order.deliveryTerms()).isEqualTo("FOB");
        assertThat(order.deliveryAddress()).isEqualTo(expected.deliveryAddress());
    }

    @Test
    void nothing_that_a_confirmed_order_says_is_left_out() {
        PurchaseOrder expected = Trade.detailed(USMF, "PO-1", today());
        PurchaseOrder read = done(purchaseOrders().read(confirmed(expected)));
        assertThat(read)
                .usingRecursiveComparison()
                .withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                .ignoringFields(
                        remembersRevisions()
                                ? new String[] {"details.companyName"}
                                // An order that is not confirmed has neither the day nor the totals of a confirmation.
                                : new String[] {
                                    "details.companyName",
                                    "details.totals",
                                    "key.confirmationNumber",
                                    "confirmationDate"
                                })
                .isEqualTo(expected);
    }

    @Test
    void an_order_that_says_nothing_besides_is_read_as_such() {
        OrderKey key = confirmed(USMF, "PO-1", 1);
        PurchaseOrder order = done(purchaseOrders().read(key));
        assertThat(order.details().same(OrderDetails.NONE)).isTrue();
        assertThat(order.details().confirmedDelivery()).isEmpty();
        assertThat(order.details().confirmedShip()).isEmpty();
        OrderLineDetails line = order.lines().getFirst().details();
        assertThat(line.sameTerms(OrderLineDetails.NONE)).isTrue();
        assertThat(line.sameDays(OrderLineDetails.NONE)).isTrue();
    }

    @Test
    void lines_are_read_in_order_of_their_numbers_with_all_that_they_say() {
        OrderLine priced = Trade.pricedPer(Trade.line(2, "B-2", "2500", "1.25"), "100");
        OrderLine identified = Trade.identified(Trade.line(10, "C-3", "3", "0.3333"), "V-99", "4006381333931");
        OrderKey key = confirmed(USMF, "PO-1", 1, identified, priced);
        List<OrderLine> lines = done(purchaseOrders().read(key)).lines();
        assertThat(lines).extracting(OrderLine::number).containsExactly(2L, 10L);
        OrderLine first = lines.get(0);
        assertThat(first.item()).contains(new ItemNumber("B-2"));
        assertThat(first.quantity().amount()).isEqualByComparingTo("2500");
        assertThat(first.quantity().unit().symbol()).isEqualTo("ea");
        assertThat(first.price().amount()).isEqualByComparingTo("1.25");
        assertThat(first.price().per()).isEqualByComparingTo("100");
        assertThat(first.netAmount()).isEqualByComparingTo("31.25");
        assertThat(first.vendorItem()).isEmpty();
        assertThat(first.barcode()).isEmpty();
        assertThat(first.cancelled()).isFalse();
        assertThat(first.description()).isEqualTo("item B-2");
        assertThat(lines.get(1).vendorItem()).contains("V-99");
        assertThat(lines.get(1).barcode()).contains("4006381333931");
        assertThat(lines.get(1).price().amount()).isEqualByComparingTo("0.3333");
    }

    @Test
    void a_line_without_an_item_tells_its_category() {
        OrderKey key = confirmed(USMF, "PO-1", 1, Trade.categoryLine(1, "Office supplies", "pens for all"));
        OrderLine line = done(purchaseOrders().read(key)).lines().getFirst();
        assertThat(line.item()).isEmpty();
        assertThat(line.category()).isEqualTo("Office supplies");
        assertThat(line.description()).isEqualTo("pens for all");
    }

    @Test
    void a_cancelled_line_is_read_as_such() {
        confirmed(USMF, "PO-1", 1, Trade.line(1, "A-1", "10", "2.50"), Trade.line(2, "B-2", "1", "9.99"));
        OrderKey second = confirmed(
                USMF,
                "PO-1",
                2,
                Trade.line(1, "A-1", "10", "2.50"),
                Trade.cancelled(Trade.line(2, "B-2", "1", "9.99")));
        PurchaseOrder order = done(purchaseOrders().read(second));
        assertThat(order.lines()).extracting(OrderLine::cancelled).containsExactly(false, true);
        assertThat(order.openLines()).hasSize(1);
    }

    @Test
    void a_revision_that_does_not_exist_is_refused() {
        assumeThatRevisionsAreRemembered();
        OrderKey key = confirmed(USMF, "PO-1", 1);
        assertThat(refused(purchaseOrders().read(new OrderKey(USMF, "PO-1", "PO-1-2")))
                        .code())
                .isEqualTo("order-not-found");
        assertThat(refused(purchaseOrders().read(new OrderKey(DAT, "PO-1", key.confirmationNumber())))
                        .code())
                .isEqualTo("order-not-found");
    }

    @Test
    void an_order_is_found_in_its_present_state_in_every_legal_entity() {
        confirmed(USMF, "PO-1", 1, Trade.line(1, "A-1", "10", "2.50"));
        confirmed(USMF, "PO-1", 2, Trade.line(1, "A-1", "12", "2.50"));
        confirmed(DAT, "PO-1", 1, Trade.line(1, "A-1", "7", "2.50"), Trade.line(2, "B-2", "1", "9.99"));
        confirmed(DAT, "PO-2", 1);
        List<OpenOrder> found = done(purchaseOrders().find(Set.of(USMF, DAT), "PO-1"));
        assertThat(found).extracting(OpenOrder::legalEntity).containsExactlyInAnyOrder(USMF, DAT);
        OpenOrder usmf = found.get(found.get(0).legalEntity().equals(USMF) ? 0 : 1);
        OpenOrder dat = found.get(found.get(0).legalEntity().equals(USMF) ? 1 : 0);
        assertThat(usmf.number()).isEqualTo("PO-1");
        assertThat(usmf.vendor()).isEqualTo(new VendorAccount("V-1"));
        assertThat(usmf.invoiceVendor()).isEqualTo(new VendorAccount("V-1"));
        assertThat(usmf.currency().code()).isEqualTo("USD");
        assertThat(amounts(usmf)).containsExactly(new BigDecimal("12"));
        assertThat(amounts(dat)).containsExactly(new BigDecimal("7"), new BigDecimal("1"));
    }

    @Test
    void an_order_that_does_not_exist_is_not_found() {
        confirmed(USMF, "PO-1", 1);
        assertThat(done(purchaseOrders().find(Set.of(USMF, DAT), "PO-2"))).isEmpty();
        assertThat(done(purchaseOrders().find(Set.of(DAT), "PO-1"))).isEmpty();
    }

    @Test
    void odd_item_numbers_come_through() {
        OrderKey key = confirmed(
                USMF, "O'Neil & Co/1", 1, Trade.line(1, " lead", "1", "1"), Trade.line(2, "3/4\" o'ring", "1", "1"));
        assertThat(done(purchaseOrders().read(key)).lines())
                .extracting(OrderLine::item)
                .containsExactly(Optional.of(new ItemNumber(" lead")), Optional.of(new ItemNumber("3/4\" o'ring")));
    }

    private static List<OrderKey> keys(List<Confirmation> confirmations) {
        return confirmations.stream().map(Confirmation::key).toList();
    }

    private static List<BigDecimal> amounts(OpenOrder order) {
        return order.lines().stream()
                .map(line -> line.quantity().amount().stripTrailingZeros())
                .toList();
    }
}
