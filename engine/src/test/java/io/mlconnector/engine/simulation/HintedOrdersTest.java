package io.mlconnector.engine.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.invoicing.InvoiceDecisions.HeaderReference;
import io.mlconnector.domain.ordering.document.OrderKey;
import io.mlconnector.domain.ordering.document.OrderKind;
import io.mlconnector.domain.trade.VendorAccount;
import io.mlconnector.domain.words.Outcome;
import io.mlconnector.engine.Connection;
import io.mlconnector.engine.Engine;
import io.mlconnector.engine.FileSizes;
import io.mlconnector.engine.event.HintedOrders;
import io.mlconnector.engine.event.OrderHint;
import io.mlconnector.ports.erp.Confirmation;
import io.mlconnector.ports.erp.Confirmations;
import io.mlconnector.ports.erp.PurchaseOrders;
import io.mlconnector.ports.journal.payload.Hashes;
import io.mlconnector.testing.memory.journal.MemoryJournal;
import io.mlconnector.x12.X12Codec;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Orders that Business Events name. */
class HintedOrdersTest {

    private final VirtualTime time = new VirtualTime(Instant.parse("2026-03-02T08:00:00Z"));
    private final List<Throwable> defects = new ArrayList<>();
    private final Life life = new Life(time, new Story(time, false), defects::add);
    private final Engine engine = SimulatedEngine.of(
            life, new MemoryJournal(time::now), new X12Codec(), time::now, new Chance(1).generator(), "node-1");
    private final Companies companies = new Companies(time, HeaderReference.ASSIGNED);
    private final List<String> asked = new ArrayList<>();
    private final List<Throwable> broke = new ArrayList<>();
    private final Promise<LocalDate> start = Promise.promise();

    /** F&O has one confirmation of each order, and breaks off for the order of this number. */
    private PurchaseOrders orders(String poison) {
        return (PurchaseOrders) Proxy.newProxyInstance(
                PurchaseOrders.class.getClassLoader(),
                new Class<?>[] {PurchaseOrders.class},
                (proxy, method, arguments) -> {
                    if (!method.getName().equals("confirmationsOf")) {
                        throw new UnsupportedOperationException(method.getName());
                    }
                    String number = (String) arguments[1];
                    asked.add(number);
                    return number.equals(poison)
                            ? CompletableFuture.failedFuture(new IllegalStateException("A defect of our own"))
                            : CompletableFuture.completedFuture(Outcome.done(List.of(confirmation(number))));
                });
    }

    private static Confirmation confirmation(String number) {
        return new Confirmation(
                new OrderKey(Trade.USMF, number, number + "-1"),
                new VendorAccount("V-1"),
                LocalDate.of(2026, 3, 2),
                OrderKind.UNKNOWN,
                Hashes.of(new byte[0]));
    }

    private HintedOrders hinted(PurchaseOrders orders, Function<Outcome<Confirmations>, Future<Void>> enter) {
        Connection connection = Trade.CONTOSO.connection(
                HeaderReference.ASSIGNED,
                FileSizes.USUAL,
                orders,
                companies.products(),
                companies.invoices(),
                companies.mailbox());
        return new HintedOrders(engine, connection, start::future, enter, broke::add);
    }

    private static String hint(String number) {
        return new OrderHint("USMF", number, OrderKind.UNKNOWN).text();
    }

    private void begin() {
        start.complete(LocalDate.of(2026, 1, 1));
        time.runUntil(time.now().plusSeconds(1));
        assertThat(defects).isEmpty();
    }

    private static List<String> numbers(Outcome<Confirmations> outcome) {
        return ((Outcome.Done<Confirmations>) outcome)
                .value().readable().stream()
                        .map(confirmation -> confirmation.key().orderNumber())
                        .toList();
    }

    @Test
    void what_is_named_while_others_are_asked_for_goes_together_and_each_order_once() {
        List<List<String>> entered = new ArrayList<>();
        HintedOrders hinted = hinted(orders(""), outcome -> {
            entered.add(numbers(outcome));
            return Future.succeededFuture();
        });
        for (int event = 0; event < 200; event++) {
            hinted.named(hint("PO-" + event % 20));
        }
        begin();
        assertThat(asked).hasSizeLessThanOrEqualTo(21);
        assertThat(entered).hasSize(2);
        assertThat(entered.get(1)).contains("PO-1", "PO-19");
    }

    @Test
    void an_order_that_cannot_be_asked_for_keeps_none_of_the_others() {
        List<String> entered = new ArrayList<>();
        HintedOrders hinted = hinted(orders("PO-2"), outcome -> {
            entered.addAll(numbers(outcome));
            return Future.succeededFuture();
        });
        for (String number : List.of("PO-1", "PO-2", "PO-3")) {
            hinted.named(hint(number));
        }
        begin();
        assertThat(entered).containsExactly("PO-1", "PO-3");
        assertThat(broke).hasSize(1);
    }

    @Test
    void an_order_that_cannot_be_entered_keeps_none_of_the_others() {
        List<String> entered = new ArrayList<>();
        HintedOrders hinted = hinted(orders(""), outcome -> {
            List<String> numbers = numbers(outcome);
            if (numbers.contains("PO-3")) {
                return Future.failedFuture(new IllegalStateException("A defect of our own"));
            }
            entered.addAll(numbers);
            return Future.succeededFuture();
        });
        for (int number = 1; number <= 4; number++) {
            hinted.named(hint("PO-" + number));
        }
        begin();
        assertThat(entered).containsExactly("PO-1", "PO-2", "PO-4");
        assertThat(broke).hasSize(1);
    }

    @Test
    void what_names_no_legal_entity_of_ours_is_not_asked_for() {
        HintedOrders hinted = hinted(orders(""), outcome -> Future.succeededFuture());
        hinted.named("none/PO-1");
        hinted.named("no order at all");
        begin();
        assertThat(asked).isEmpty();
    }
}
