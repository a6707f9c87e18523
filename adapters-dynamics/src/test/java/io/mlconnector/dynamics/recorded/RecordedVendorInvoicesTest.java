package io.mlconnector.dynamics.recorded;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.trade.LegalEntity;
import io.mlconnector.dynamics.recorded.Conversations.Conversation;
import io.mlconnector.ports.erp.VendorInvoices;
import io.mlconnector.testing.contract.VendorInvoicesContract;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** The contract of vendor invoices with recorded answers, as far as it can be shown with fixed data. */
class RecordedVendorInvoicesTest extends VendorInvoicesContract {

    private static final Map<String, Conversation> RECORDED = Conversations.in("invoices");

    private final RecordedBench bench = new RecordedBench(false);
    private Conversation conversation = new Conversation(List.of(), 0);

    @BeforeEach
    void begin(TestInfo test) {
        String behaviour = test.getTestMethod().orElseThrow().getName();
        if (!behaviour.equals("every_recording_belongs_to_a_behaviour")) {
            conversation = bench.says(RECORDED, behaviour);
        }
    }

    @AfterEach
    void end() {
        bench.endsAsRecorded();
    }

    @Test
    void every_recording_belongs_to_a_behaviour() {
        assertThat(List.of(VendorInvoicesContract.class.getDeclaredMethods()))
                .extracting(java.lang.reflect.Method::getName)
                .containsAll(RECORDED.keySet());
    }

    @Override
    public VendorInvoices vendorInvoices() {
        return bench.dynamics.vendorInvoices();
    }

    /** What is recorded after it tells of it. */
    @Override
    public void post(LegalEntity legalEntity, String headerReference) {}

    @Override
    public void receive(LegalEntity legalEntity, String orderNumber, long orderLine, String quantity) {}

    @Override
    public int invoices() {
        return conversation.invoices();
    }
}
