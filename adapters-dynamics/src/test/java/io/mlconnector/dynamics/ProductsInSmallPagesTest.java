package io.mlconnector.dynamics;

import io.mlconnector.twin.dynamics.behaviour.DynamicsBehaviour;

/** Every page has two rows, with unknown members and without members that have no value. */
class ProductsInSmallPagesTest extends ProductsTest {

    @Override
    DynamicsBehaviour behaviour() {
        return DynamicsBehaviour.defaults()
                .withMaxPageSize(2)
                .withUnknownMembers(true)
                .withOmitOptional(true);
    }
}
