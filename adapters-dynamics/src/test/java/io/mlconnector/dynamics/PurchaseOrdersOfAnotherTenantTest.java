package io.mlconnector.dynamics;

import io.mlconnector.twin.dynamics.DynamicsBehaviour;

/** Rows have members that nobody knows, and lack those without a value; the user's own company is another one. */
class PurchaseOrdersOfAnotherTenantTest extends PurchaseOrdersTest {

    @Override
    DynamicsBehaviour behaviour() {
        return DynamicsBehaviour.defaults()
                .withUnknownMembers(true)
                .withOmitOptional(true)
                .withDefaultCompany("dat");
    }
}
