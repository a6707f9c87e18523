package io.mlconnector.dynamics.recorded;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.ordering.document.PurchaseOrder;
import io.mlconnector.dynamics.recorded.Conversations.Conversation;
import io.mlconnector.ports.erp.PurchaseOrders;
import io.mlconnector.testing.contract.PurchaseOrdersContract;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** The contract of purchase orders with recorded answers, as far as it can be shown with fixed data. */
class RecordedPurchaseOrdersTest extends PurchaseOrdersContract {

    private static final Map<String, Conversation> RECORDED = Conversations.in("orders");
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    private final RecordedBench bench = new RecordedBench(false);

    @BeforeEach
    void begin(TestInfo test) {
        String behaviour = test.getTestMethod().orElseThrow().getName();
        if (!behaviour.equals("every_recording_belongs_to_a_behaviour")) {
            bench.says(RECORDED, behaviour);
        }
    }

    @AfterEach
    void end() {
        bench.endsAsRecorded();
    }

    @Test
    void every_recording_belongs_to_a_behaviour() {
        assertThat(List.of(PurchaseOrdersContract.class.getDeclaredMethods()))
                .extracting(java.lang.reflect.Method::getName)
                .containsAll(RECORDED.keySet());
    }

    @Override
    protected PurchaseOrders purchaseOrders() {
        return bench.dynamics.purchaseOrders();
    }

    /** What is recorded has it already. */
    @Override
    protected void confirm(PurchaseOrder order) {}

    @Override
    protected LocalDate today() {
        return TODAY;
    }

    @Override
    protected void daysPass(int days) {
        throw new IllegalStateException("No day passes in a recording");
    }
}
