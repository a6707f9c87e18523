package io.mlconnector.dynamics;

import io.mlconnector.twin.dynamics.behaviour.DynamicsBehaviour;
import io.mlconnector.twin.dynamics.behaviour.DynamicsBehaviour.BatchReads;

/** The parts of a batch are answered in JSON, the last one first. */
class VendorInvoicesInJsonBatchesTest extends VendorInvoicesTest {

    @Override
    DynamicsBehaviour behaviour() {
        return super.behaviour().withBatchReads(BatchReads.ANSWERED_IN_JSON);
    }
}
