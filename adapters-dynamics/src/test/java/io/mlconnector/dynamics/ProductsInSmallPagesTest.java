package io.mlconnector.dynamics;

import io.mlconnector.twin.dynamics.DynamicsBehaviour;

/** Every page has two rows, with members that nobody knows and without those that have no value. */
class ProductsInSmallPagesTest extends ProductsTest {

    @Override
    DynamicsBehaviour behaviour() {
        return DynamicsBehaviour.defaults()
                .withMaxPageSize(2)
                .withUnknownMembers(true)
                .withOmitOptional(true);
    }
}
