package io.mlconnector.testing.memory;

import static io.mlconnector.testing.contract.Stages.await;
import static io.mlconnector.testing.contract.Stages.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.ordering.document.PurchaseOrder;
import io.mlconnector.domain.words.Outcome;
import io.mlconnector.ports.erp.PurchaseOrders;
import io.mlconnector.testing.contract.PurchaseOrdersContract;
import io.mlconnector.testing.contract.Trade;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class MemoryPurchaseOrdersTest extends PurchaseOrdersContract {

    private final MemoryPurchaseOrders orders = new MemoryPurchaseOrders();
    private LocalDate today = LocalDate.of(2026, 3, 2);

    @Override
    protected PurchaseOrders purchaseOrders() {
        return orders;
    }

    @Override
    protected void confirm(PurchaseOrder order) {
        orders.confirm(order);
    }

    @Override
    protected LocalDate today() {
        return today;
    }

    @Override
    protected void daysPass(int days) {
        today = today.plusDays(days);
    }

    @Test
    void a_confirmation_without_lines_is_refused() {
        PurchaseOrder order = Trade.order(Trade.USMF, "PO-1", 1, today);
        orders.confirm(order);
        assertThat(refused(orders.read(order.key())).code()).isEqualTo("order-not-found");
    }

    @Test
    void a_read_ends_as_planned() {
        orders.nextEnding(Ending.NOT_NOW);
        assertThat(await(orders.confirmationsOf(Trade.USMF, "PO-1"))).isInstanceOf(Outcome.NotNow.class);
        assertThat(await(orders.confirmationsOf(Trade.USMF, "PO-1"))).isInstanceOf(Outcome.Done.class);
        assertThat(orders.reads()).isEqualTo(2);
    }
}
