package io.mlconnector.dynamics;

import io.mlconnector.twin.dynamics.behaviour.DynamicsBehaviour;

/** Rows have unknown members and lack members without a value; the user has another default company. */
class PurchaseOrdersOfAnotherTenantTest extends PurchaseOrdersTest {

    @Override
    DynamicsBehaviour behaviour() {
        return DynamicsBehaviour.defaults()
                .withUnknownMembers(true)
                .withOmitOptional(true)
                .withDefaultCompany("dat");
    }
}
