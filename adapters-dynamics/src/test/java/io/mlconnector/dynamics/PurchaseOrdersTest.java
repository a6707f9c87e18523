package io.mlconnector.dynamics;

import static io.mlconnector.testing.contract.Stages.await;
import static io.mlconnector.testing.contract.Stages.done;
import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.ordering.document.PurchaseOrder;
import io.mlconnector.domain.words.Outcome;
import io.mlconnector.ports.erp.PurchaseOrders;
import io.mlconnector.testing.contract.PurchaseOrdersContract;
import io.mlconnector.testing.contract.Trade;
import io.mlconnector.twin.dynamics.behaviour.DynamicsBehaviour;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PurchaseOrdersTest extends PurchaseOrdersContract {

    private final DynamicsBench bench = new DynamicsBench(behaviour());

    DynamicsBehaviour behaviour() {
        return DynamicsBehaviour.defaults();
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    @Override
    protected PurchaseOrders purchaseOrders() {
        return bench.dynamics.purchaseOrders();
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
    protected void daysPass(int days) {
        bench.clock.advance(Duration.ofDays(days));
    }

    @Test
    void a_confirmation_without_lines_is_not_sent() {
        PurchaseOrder order = Trade.order(Trade.USMF, "PO-1", 1, today());
        confirm(order);
        assertThat(await(purchaseOrders().read(order.key()))).isNotInstanceOf(Outcome.Done.class);
    }

    @Test
    void an_order_number_with_an_asterisk_does_not_match_others() {
        confirm(Trade.order(Trade.USMF, "PO-1", 1, today(), Trade.line(1, "A-1", "1", "1")));
        confirm(Trade.order(Trade.USMF, "PO-2", 1, today(), Trade.line(1, "A-1", "1", "1")));
        assertThat(done(purchaseOrders().find(Set.of(Trade.USMF), "PO*"))).isEmpty();
        assertThat(done(purchaseOrders().confirmationsOf(Trade.USMF, "*-1"))).isEmpty();
    }

    @Test
    void the_mapped_user_sees_its_legal_entities() {
        assertThat(done(bench.dynamics.sees(Trade.USMF))).isTrue();
        assertThat(done(bench.dynamics.sees(Trade.DAT))).isTrue();
        assertThat(done(bench.dynamics.sees(new io.mlconnector.domain.trade.LegalEntity("none"))))
                .isFalse();
    }
}
