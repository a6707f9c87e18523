package io.mlconnector.dynamics;

import static io.mlconnector.testing.contract.Stages.done;
import static io.mlconnector.testing.contract.Stages.notNow;
import static io.mlconnector.testing.contract.Stages.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.alignment.ProductFacts;
import io.mlconnector.domain.ordering.document.OrderKey;
import io.mlconnector.domain.ordering.document.OrderLine;
import io.mlconnector.domain.ordering.document.PurchaseOrder;
import io.mlconnector.domain.trade.ItemNumber;
import io.mlconnector.domain.words.Outcome;
import io.mlconnector.ports.erp.Products;
import io.mlconnector.ports.erp.PurchaseOrders;
import io.mlconnector.testing.contract.Trade;
import io.mlconnector.twin.dynamics.purchasing.PurchaseOrderLine;
import io.mlconnector.twin.fault.Fault;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FewCallsTest {

    private static final LocalDate WANTED = LocalDate.of(2026, 3, 20);
    private static final int LINES = 20;

    private final DynamicsBench bench = new DynamicsBench();
    private final PurchaseOrders orders = bench.dynamics.purchaseOrders();
    private final Products products = bench.dynamics.products();

    @AfterEach
    void stop() {
        bench.close();
    }

    private static OrderKey key(int order) {
        String number = "PO-%06d".formatted(order);
        return new OrderKey(Trade.USMF, number, number + "-1");
    }

    private static String item(int line) {
        return "ITEM-" + line;
    }

    private void confirmed(int count) {
        bench.vendor(Trade.USMF, Trade.VENDOR, "Acme");
        for (int order = 1; order <= count; order++) {
            bench.twin
                    .dynamics()
                    .addPurchaseOrder(new io.mlconnector.twin.dynamics.purchasing.PurchaseOrder(
                            "usmf",
                            key(order).orderNumber(),
                            Trade.VENDOR.number(),
                            "USD",
                            WANTED.minusDays(10),
                            WANTED,
                            IntStream.rangeClosed(1, LINES)
                                    .mapToObj(
                                            line -> PurchaseOrderLine.of(line, item(line), "Chips", "10", "ea", "9.95"))
                                    .toList(),
                            Map.of(),
                            List.of()));
            bench.twin.dynamics().confirm("usmf", key(order).orderNumber());
        }
    }

    private List<CompletionStage<Outcome<PurchaseOrder>>> read(int count) {
        return bench.inOneTurn(() -> IntStream.rangeClosed(1, count)
                .mapToObj(order -> orders.read(key(order)))
                .toList());
    }

    private int reads() {
        return bench.requests();
    }

    private static Set<ItemNumber> items(PurchaseOrder order) {
        return order.openLines().stream()
                .map(OrderLine::item)
                .map(item -> item.orElseThrow())
                .collect(Collectors.toSet());
    }

    @Test
    void a_hundred_orders_of_twenty_lines_are_read_with_their_items_in_a_handful_of_calls() {
        confirmed(101);
        // What this environment does not have is found out once for a process, with the first order.
        done(orders.read(key(101)));
        int before = reads();

        List<PurchaseOrder> read = read(100).stream().map(stage -> done(stage)).toList();
        assertThat(read).allSatisfy(order -> assertThat(order.lines()).hasSize(LINES));
        assertThat(read).extracting(PurchaseOrder::key).doesNotHaveDuplicates();
        List<CompletionStage<Outcome<ProductFacts>>> facts = bench.inOneTurn(() -> read.stream()
                .map(order -> products.facts(Trade.USMF, order.vendor(), items(order)))
                .toList());
        facts.forEach(asked -> done(asked));

        // By themselves they would be 500: one request for headers and lines, one for vendor, numbers and barcodes of
        // all items, and a second page of lines: this environment has pages of a thousand rows.
        assertThat(reads() - before).isLessThanOrEqualTo(4);
    }

    /** The limit of one answer is the measure: within the first one the list arrives as a whole, within the second one in pieces. */
    @Test
    void a_poll_takes_less_than_half_a_kilobyte_for_each_confirmation_in_its_window() {
        confirmed(100);
        int before = reads();
        assertThat(done(within(100 * 512).confirmedSince(Set.of(Trade.USMF), WANTED.minusDays(60)))
                        .readable())
                .hasSize(100);
        int whole = reads() - before;
        done(within(100 * 100).confirmedSince(Set.of(Trade.USMF), WANTED.minusDays(60)));
        assertThat(reads() - before - whole).isGreaterThan(whole);
    }

    private PurchaseOrders within(long bytes) {
        return bench.connect(bench.optionsWithin(bytes)).purchaseOrders();
    }

    @Test
    void one_order_that_is_not_there_costs_its_neighbours_nothing() {
        confirmed(3);
        CompletionStage<Outcome<PurchaseOrder>> absent = orders.read(key(9));
        read(3).forEach(stage -> assertThat(done(stage).lines()).hasSize(LINES));
        assertThat(refused(absent).code()).isEqualTo("order-not-found");
    }

    @Test
    void a_query_that_f_and_o_refuses_is_read_in_halves() {
        confirmed(3);
        done(orders.read(key(1)));
        bench.fails(
                "GET",
                "/data/PurchaseOrderConfirmationLines",
                new Fault.Answer(414, "<html>URI Too Long</html>", Map.of("Content-Type", "text/html")));
        read(3).forEach(stage -> assertThat(done(stage).lines()).hasSize(LINES));
    }

    @Test
    void what_is_throttled_is_throttled_for_all_that_were_read_together() {
        confirmed(3);
        done(orders.read(key(1)));
        bench.fails("GET", "/data/PurchaseOrderConfirmationHeaders", new Fault.Throttle(7));
        read(3).forEach(stage -> assertThat(notNow(stage).why().code()).isEqualTo("throttled"));
    }

    @Test
    void an_item_of_which_everything_is_known_is_not_asked_for_again_for_minutes() {
        bench.vendor(Trade.USMF, Trade.VENDOR, "Acme");
        ItemNumber whole = new ItemNumber("A-1");
        ItemNumber without = new ItemNumber("A-2");
        number("A-1", "V-1");
        bench.twin.dynamics().masterData().addBarcode("usmf", "A-1", Map.of(), "ea", "EAN", "4006381333931");
        assertThat(facts(Set.of(whole, without)).vendorItems()).hasSize(1);
        int before = reads();
        facts(Set.of(whole));
        facts(Set.of(whole, without));
        assertThat(reads()).as("also that nothing is known").isEqualTo(before);

        number("A-2", "V-2");
        bench.clock.advance(Duration.ofSeconds(11));
        assertThat(facts(Set.of(whole, without)).vendorItems())
                .as("what was missing is asked again after seconds")
                .hasSize(2);

        bench.twin.dynamics().masterData().addBarcode("usmf", "A-1", Map.of(), "box", "EAN", "4006381333948");
        assertThat(facts(Set.of(whole)).barcodes()).hasSize(1);
        bench.clock.advance(Duration.ofMinutes(5));
        assertThat(facts(Set.of(whole)).barcodes()).hasSize(2);
    }

    @Test
    void items_by_the_hundred_are_asked_for_in_a_few_calls_and_in_halves_where_an_address_is_too_long() {
        bench.vendor(Trade.USMF, Trade.VENDOR, "Acme");
        Set<ItemNumber> items = IntStream.rangeClosed(1, 200)
                .mapToObj(line -> new ItemNumber(item(line)))
                .collect(Collectors.toSet());
        number(item(1), "V-1");
        number(item(200), "V-200");
        bench.fails(
                "GET",
                "/data/ProductBarcodesV3",
                new Fault.Answer(404, "<html>Not Found</html>", Map.of("Content-Type", "text/html")));
        assertThat(facts(items).vendorItems()).hasSize(2);
        assertThat(bench.calls("GET", "VendorProductDescriptionsV2")).isLessThanOrEqualTo(2);
    }

    private void number(String item, String number) {
        bench.twin
                .dynamics()
                .masterData()
                .addVendorProductDescription("usmf", Trade.VENDOR.number(), false, item, Map.of(), number);
    }

    private ProductFacts facts(Set<ItemNumber> items) {
        return done(products.facts(Trade.USMF, Trade.VENDOR, items));
    }
}
