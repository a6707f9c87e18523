package io.mlconnector.testing.contract;

import static io.mlconnector.testing.contract.Stages.done;
import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.alignment.ProductFacts;
import io.mlconnector.domain.ordering.document.ProductVariant;
import io.mlconnector.domain.trade.Gtin;
import io.mlconnector.domain.trade.ItemNumber;
import io.mlconnector.domain.trade.LegalEntity;
import io.mlconnector.domain.trade.UnitSymbol;
import io.mlconnector.domain.trade.VendorAccount;
import io.mlconnector.domain.trade.conversion.UnitConversion;
import io.mlconnector.domain.trade.conversion.UnitConversion.Factor;
import io.mlconnector.ports.erp.Products;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every source of product facts must do. */
public abstract class ProductsContract {

    private static final UnitSymbol EACH = new UnitSymbol("ea");
    private static final VendorAccount OTHER = new VendorAccount("V-2");
    private static final ItemNumber A = new ItemNumber("A-1");
    private static final ItemNumber B = new ItemNumber("B-2");
    private static final Gtin GTIN = new Gtin("04006381333931");

    /** The port under test; the same one during a test. */
    protected abstract Products products();

    /** Enters what a vendor calls an item or a variant of it. */
    protected abstract void vendorItem(LegalEntity legalEntity, VendorAccount vendor, ProductFacts.VendorItem number);

    /** Enters the barcode of an item or a variant of it. */
    protected abstract void barcode(LegalEntity legalEntity, ProductFacts.Barcode barcode);

    /** Enters a conversion of units. */
    protected abstract void conversion(UnitConversion conversion);

    private static UnitConversion conversion(String product, String from, String to, long numerator, long denominator) {
        return new UnitConversion(
                Optional.of(product).filter(number -> !number.isEmpty()),
                new UnitSymbol(from),
                new UnitSymbol(to),
                Factor.of(numerator, denominator));
    }

    private Optional<String> factor(String product, String from, String to) {
        return done(products().conversions(Trade.USMF, Set.of(product)))
                .factor(List.of(product), new UnitSymbol(from), new UnitSymbol(to))
                .map(Factor::toString);
    }

    @Test
    void conversions_are_those_of_the_products_asked_for_and_those_of_everything() {
        conversion(conversion("", "dz", "ea", 12, 1));
        conversion(conversion("A-1", "cs", "ea", 24, 1));
        conversion(conversion("B-2", "cs", "ea", 6, 1));
        conversion(conversion("A-1", "kg", "ea", 10, 3));
        assertThat(factor("A-1", "cs", "ea")).contains("24");
        assertThat(factor("b-2", "cs", "ea")).contains("6");
        assertThat(factor("A-1", "dz", "ea")).contains("12");
        assertThat(factor("A-1", "ea", "cs")).contains("1/24");
        assertThat(factor("A-1", "kg", "ea")).contains("10/3");
        assertThat(factor("C-3", "cs", "ea")).isEmpty();
        assertThat(done(products().conversions(Trade.USMF, Set.of())).all()).hasSize(1);
    }

    private void vendorItem(LegalEntity legalEntity, VendorAccount vendor, ItemNumber item, String theirs) {
        vendorItem(legalEntity, vendor, new ProductFacts.VendorItem(item, ProductVariant.NONE, false, theirs));
    }

    private void barcode(LegalEntity legalEntity, ItemNumber item, Gtin gtin) {
        barcode(legalEntity, new ProductFacts.Barcode(item, ProductVariant.NONE, EACH, true, gtin));
    }

    private static Optional<String> theirs(ProductFacts facts, ItemNumber item) {
        return facts.vendorItem(item, ProductVariant.NONE);
    }

    private static Optional<Gtin> gtin(ProductFacts facts, ItemNumber item) {
        return facts.gtin(item, ProductVariant.NONE, EACH);
    }

    private ProductFacts facts(ItemNumber... items) {
        return done(products().facts(Trade.USMF, Trade.VENDOR, Set.of(items)));
    }

    @Test
    void facts_are_those_of_the_vendor_and_the_items_asked_for() {
        vendorItem(Trade.USMF, Trade.VENDOR, A, "their-A");
        vendorItem(Trade.USMF, Trade.VENDOR, B, "their-B");
        vendorItem(Trade.USMF, OTHER, A, "others-A");
        barcode(Trade.USMF, A, GTIN);
        assertThat(theirs(facts(A), A)).contains("their-A");
        assertThat(gtin(facts(A), A)).contains(GTIN);
        assertThat(theirs(facts(A), B)).isEmpty();
        assertThat(theirs(facts(A, B), B)).contains("their-B");
        ProductFacts others = done(products().facts(Trade.USMF, OTHER, Set.of(A, B)));
        assertThat(theirs(others, A)).contains("others-A");
        assertThat(theirs(others, B)).isEmpty();
    }

    @Test
    void facts_are_those_of_the_legal_entity() {
        vendorItem(Trade.DAT, Trade.VENDOR, A, "their-A");
        barcode(Trade.DAT, A, GTIN);
        assertThat(facts(A)).isEqualTo(ProductFacts.NONE);
        ProductFacts there = done(products().facts(Trade.DAT, Trade.VENDOR, Set.of(A)));
        assertThat(theirs(there, A)).contains("their-A");
        assertThat(gtin(there, A)).contains(GTIN);
    }

    @Test
    void of_items_of_which_nothing_is_known_nothing_is_told() {
        assertThat(facts(A, B)).isEqualTo(ProductFacts.NONE);
    }

    @Test
    void without_items_there_is_nothing_to_tell() {
        assertThat(facts()).isEqualTo(ProductFacts.NONE);
    }

    @Test
    void many_items_are_told_of_at_once() {
        Set<ItemNumber> items = new HashSet<>();
        for (int i = 0; i < 75; i++) {
            ItemNumber item = new ItemNumber("ITEM-" + i);
            items.add(item);
            vendorItem(Trade.USMF, Trade.VENDOR, item, "their-" + i);
        }
        ProductFacts facts = done(products().facts(Trade.USMF, Trade.VENDOR, items));
        assertThat(facts.vendorItems()).hasSize(75);
        assertThat(theirs(facts, new ItemNumber("ITEM-74"))).contains("their-74");
    }

    @Test
    void odd_item_numbers_are_told_of_too() {
        ItemNumber leading = new ItemNumber(" lead");
        ItemNumber quoted = new ItemNumber("3/4\" o'ring & +1%");
        vendorItem(Trade.USMF, Trade.VENDOR, leading, "their-lead");
        vendorItem(Trade.USMF, Trade.VENDOR, quoted, "their-ring");
        barcode(Trade.USMF, quoted, GTIN);
        ProductFacts facts = facts(leading, quoted);
        assertThat(theirs(facts, leading)).contains("their-lead");
        assertThat(theirs(facts, quoted)).contains("their-ring");
        assertThat(gtin(facts, quoted)).contains(GTIN);
    }

    @Test
    void an_item_is_told_of_as_it_was_asked_for_whatever_its_case() {
        vendorItem(Trade.USMF, Trade.VENDOR, A, "their-A");
        barcode(Trade.USMF, A, GTIN);
        ItemNumber lower = new ItemNumber("a-1");
        assertThat(theirs(facts(lower), lower)).contains("their-A");
        assertThat(gtin(facts(lower), lower)).contains(GTIN);
    }

    @Test
    void a_variant_has_numbers_and_barcodes_of_its_own() {
        ProductVariant red = new ProductVariant("C1", "Red", "L", "Slim", "2");
        ProductVariant blue = new ProductVariant("C1", "Blue", "L", "Slim", "2");
        vendorItem(Trade.USMF, Trade.VENDOR, new ProductFacts.VendorItem(A, red, false, "their-red"));
        vendorItem(Trade.USMF, Trade.VENDOR, new ProductFacts.VendorItem(A, blue, false, "their-blue"));
        barcode(Trade.USMF, new ProductFacts.Barcode(A, red, EACH, true, GTIN));
        ProductFacts facts = facts(A);
        assertThat(facts.vendorItem(A, red)).contains("their-red");
        assertThat(facts.vendorItem(A, blue)).contains("their-blue");
        assertThat(facts.vendorItem(A, ProductVariant.NONE)).isEmpty();
        assertThat(facts.gtin(A, red, EACH)).contains(GTIN);
        assertThat(facts.gtin(A, blue, EACH)).isEmpty();
        assertThat(facts.gtin(A, red, new UnitSymbol("case"))).isEmpty();
    }

    @Test
    void a_number_of_the_vendors_group_serves_where_the_vendor_has_none() {
        vendorItem(Trade.USMF, Trade.VENDOR, new ProductFacts.VendorItem(A, ProductVariant.NONE, true, "group-A"));
        vendorItem(Trade.USMF, Trade.VENDOR, new ProductFacts.VendorItem(B, ProductVariant.NONE, true, "group-B"));
        vendorItem(Trade.USMF, Trade.VENDOR, B, "own-B");
        ProductFacts facts = facts(A, B);
        assertThat(theirs(facts, A)).contains("group-A");
        assertThat(theirs(facts, B)).contains("own-B");
    }
}
