package io.mlconnector.dynamics;

import io.mlconnector.twin.dynamics.DynamicsBehaviour;

/** Refusals come with status 500, rows are odd, pages have two rows, the user's own company is another one. */
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
