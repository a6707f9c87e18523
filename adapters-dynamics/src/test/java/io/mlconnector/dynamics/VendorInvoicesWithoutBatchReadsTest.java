package io.mlconnector.dynamics;

import io.mlconnector.twin.dynamics.behaviour.DynamicsBehaviour;
import io.mlconnector.twin.dynamics.behaviour.DynamicsBehaviour.BatchReads;

/** Reads in batches are refused. */
class VendorInvoicesWithoutBatchReadsTest extends VendorInvoicesTest {

    @Override
    DynamicsBehaviour behaviour() {
        return super.behaviour().withBatchReads(BatchReads.REFUSED);
    }
}
