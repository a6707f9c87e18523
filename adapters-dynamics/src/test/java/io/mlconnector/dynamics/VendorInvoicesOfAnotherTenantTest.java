package io.mlconnector.dynamics;

import io.mlconnector.twin.dynamics.behaviour.DynamicsBehaviour;

/** Rejections have status 500, rows have unusual members, pages have two rows, the user has another default company. */
class VendorInvoicesOfAnotherTenantTest extends VendorInvoicesTest {

    @Override
    DynamicsBehaviour behaviour() {
        return super.behaviour()
                .withValidationStatus(500)
                .withMaxPageSize(2)
                .withNextLinkHost("https://aos-7.internal:8443")
                .withUnknownMembers(true)
                .withOmitOptional(true)
                .withDefaultCompany("dat");
    }
}
