package io.mlconnector.dynamics;

import io.mlconnector.twin.dynamics.DynamicsBehaviour;

/** Every page has two rows, and the link to the next one names a machine that cannot be reached from here. */
class PurchaseOrdersInSmallPagesTest extends PurchaseOrdersTest {

    @Override
    DynamicsBehaviour behaviour() {
        return DynamicsBehaviour.defaults().withMaxPageSize(2).withNextLinkHost("https://aos-7.internal:8443");
    }
}
