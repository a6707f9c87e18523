package io.mlconnector.dynamics;

import io.mlconnector.twin.dynamics.behaviour.DynamicsBehaviour;

/** Every page has two rows, and the next link names a host that cannot be reached. */
class PurchaseOrdersInSmallPagesTest extends PurchaseOrdersTest {

    @Override
    DynamicsBehaviour behaviour() {
        return DynamicsBehaviour.defaults().withMaxPageSize(2).withNextLinkHost("https://aos-7.internal:8443");
    }
}
