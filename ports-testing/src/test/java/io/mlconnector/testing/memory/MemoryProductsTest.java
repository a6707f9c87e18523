package io.mlconnector.testing.memory;

import io.mlconnector.domain.trade.Gtin;
import io.mlconnector.domain.trade.ItemNumber;
import io.mlconnector.domain.trade.LegalEntity;
import io.mlconnector.domain.trade.VendorAccount;
import io.mlconnector.ports.erp.Products;
import io.mlconnector.testing.contract.ProductsContract;

class MemoryProductsTest extends ProductsContract {

    private final MemoryProducts products = new MemoryProducts();

    @Override
    protected Products products() {
        return products;
    }

    @Override
    protected void vendorItem(LegalEntity legalEntity, VendorAccount vendor, ItemNumber item, String theirs) {
        products.vendorItem(legalEntity, vendor, item, theirs);
    }

    @Override
    protected void barcode(LegalEntity legalEntity, ItemNumber item, Gtin gtin) {
        products.barcode(legalEntity, item, gtin);
    }
}
