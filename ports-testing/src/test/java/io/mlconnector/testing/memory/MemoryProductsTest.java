package io.mlconnector.testing.memory;

import io.mlconnector.domain.alignment.ProductFacts;
import io.mlconnector.domain.trade.LegalEntity;
import io.mlconnector.domain.trade.VendorAccount;
import io.mlconnector.domain.trade.conversion.UnitConversion;
import io.mlconnector.ports.erp.Products;
import io.mlconnector.testing.contract.ProductsContract;

class MemoryProductsTest extends ProductsContract {

    private final MemoryProducts products = new MemoryProducts();

    @Override
    protected Products products() {
        return products;
    }

    @Override
    protected void vendorItem(LegalEntity legalEntity, VendorAccount vendor, ProductFacts.VendorItem number) {
        products.vendorItem(legalEntity, vendor, number);
    }

    @Override
    protected void barcode(LegalEntity legalEntity, ProductFacts.Barcode barcode) {
        products.barcode(legalEntity, barcode);
    }

    @Override
    protected void conversion(UnitConversion conversion) {
        products.conversion(conversion);
    }
}
