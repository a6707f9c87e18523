package io.mlconnector.testing.memory;

import io.mlconnector.domain.trade.LegalEntity;
import io.mlconnector.domain.trade.VendorAccount;
import io.mlconnector.ports.erp.Vendors;
import io.mlconnector.testing.contract.VendorsContract;
import java.util.Optional;

class MemoryVendorsTest extends VendorsContract {

    private final MemoryVendors vendors = new MemoryVendors();

    @Override
    protected Vendors vendors() {
        return vendors;
    }

    @Override
    protected void vendor(LegalEntity legalEntity, VendorAccount account, String name, Optional<String> hold) {
        vendors.put(legalEntity, new Vendors.Vendor(account, name, hold));
    }
}
