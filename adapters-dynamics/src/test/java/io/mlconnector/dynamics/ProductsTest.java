package io.mlconnector.dynamics;

import static io.mlconnector.testing.contract.Stages.done;
import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.alignment.ProductFacts;
import io.mlconnector.domain.ordering.document.ProductVariant;
import io.mlconnector.domain.trade.ItemNumber;
import io.mlconnector.domain.trade.LegalEntity;
import io.mlconnector.domain.trade.VendorAccount;
import io.mlconnector.domain.trade.conversion.UnitConversion;
import io.mlconnector.ports.erp.Products;
import io.mlconnector.testing.contract.ProductsContract;
import io.mlconnector.testing.contract.Trade;
import io.mlconnector.twin.dynamics.behaviour.DynamicsBehaviour;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProductsTest extends ProductsContract {

    private final DynamicsBench bench = new DynamicsBench(behaviour());

    DynamicsBehaviour behaviour() {
        return DynamicsBehaviour.defaults();
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    @Override
    protected Products products() {
        return bench.dynamics.products();
    }

    @Override
    protected void vendorItem(LegalEntity legalEntity, VendorAccount vendor, ProductFacts.VendorItem number) {
        bench.twin
                .dynamics()
                .masterData()
                .addVendorProductDescription(
                        legalEntity.id(),
                        vendor.number(),
                        number.ofGroup(),
                        number.item().number(),
                        dimensions(number.variant()),
                        number.number());
    }

    @Override
    protected void barcode(LegalEntity legalEntity, ProductFacts.Barcode barcode) {
        bench.twin
                .dynamics()
                .masterData()
                .addBarcode(
                        legalEntity.id(),
                        barcode.item().number(),
                        dimensions(barcode.variant()),
                        barcode.unit().symbol(),
                        "EAN",
                        barcode.gtin().digits());
    }

    @Override
    protected void conversion(UnitConversion conversion) {
        bench.twin
                .dynamics()
                .masterData()
                .addUnitConversion(
                        conversion.product().orElse(""),
                        conversion.from().symbol(),
                        conversion.to().symbol(),
                        conversion.factor().numerator(),
                        conversion.factor().denominator().longValueExact());
    }

    @Test
    void conversions_are_remembered() {
        bench.twin.dynamics().masterData().addUnitConversion("A-1", "cs", "ea", new BigDecimal("24"), 1);
        bench.twin.dynamics().masterData().addUnitConversion("", "dz", "ea", new BigDecimal("12"), 1);
        done(products().conversions(Trade.USMF, Set.of("A-1")));
        int before = bench.calls("GET", "");
        assertThat(done(products().conversions(Trade.USMF, Set.of("A-1"))).all())
                .hasSize(2);
        assertThat(bench.calls("GET", "")).isEqualTo(before).isPositive();
    }

    private static Map<String, Object> dimensions(ProductVariant variant) {
        return Map.of(
                "ProductConfigurationId", variant.configuration(),
                "ProductColorId", variant.color(),
                "ProductSizeId", variant.size(),
                "ProductStyleId", variant.style(),
                "ProductVersionId", variant.version());
    }

    @Test
    void no_items_mean_no_requests() {
        done(products().facts(Trade.USMF, Trade.VENDOR, Set.of()));
        assertThat(bench.calls("GET", "")).isZero();
    }

    @Test
    void a_barcode_that_is_not_a_gtin_is_ignored() {
        bench.twin.dynamics().masterData().addBarcode("usmf", "A-1", "ea", "OWN", "12345");
        assertThat(done(products().facts(Trade.USMF, Trade.VENDOR, Set.of(new ItemNumber("A-1"))))
                        .barcodes())
                .isEmpty();
    }
}
