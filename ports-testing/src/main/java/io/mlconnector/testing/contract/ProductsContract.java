package io.mlconnector.testing.contract;

import static io.mlconnector.testing.contract.Stages.done;
import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.alignment.ProductFacts;
import io.mlconnector.domain.trade.Gtin;
import io.mlconnector.domain.trade.ItemNumber;
import io.mlconnector.domain.trade.LegalEntity;
import io.mlconnector.domain.trade.VendorAccount;
import io.mlconnector.ports.erp.Products;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every source of product facts must do. */
public abstract class ProductsContract {

    private static final VendorAccount OTHER = new VendorAccount("V-2");
    private static final ItemNumber A = new ItemNumber("A-1");
    private static final ItemNumber B = new ItemNumber("B-2");
    private static final Gtin GTIN = new Gtin("04006381333931");

    /** The port under test; the same one during a test. */
    protected abstract Products products();

    /** Enters what a vendor calls an item. */
    protected abstract void vendorItem(LegalEntity legalEntity, VendorAccount vendor, ItemNumber item, String theirs);

    /** Enters the barcode of an item. */
    protected abstract void barcode(LegalEntity legalEntity, ItemNumber item, Gtin gtin);

    private ProductFacts facts(ItemNumber... items) {
        return done(products().facts(Trade.USMF, Trade.VENDOR, Set.of(items)));
    }

    @Test
    void facts_are_those_of_the_vendor_and_the_items_asked_for() {
        vendorItem(Trade.USMF, Trade.VENDOR, A, "their-A");
        vendorItem(Trade.USMF, Trade.VENDOR, B, "their-B");
        vendorItem(Trade.USMF, OTHER, A, "others-A");
        barcode(Trade.USMF, A, GTIN);
        assertThat(facts(A)).isEqualTo(new ProductFacts(Map.of(A, "their-A"), Map.of(A, GTIN)));
        assertThat(facts(A, B).vendorItems()).isEqualTo(Map.of(A, "their-A", B, "their-B"));
        assertThat(done(products().facts(Trade.USMF, OTHER, Set.of(A, B))).vendorItems())
                .isEqualTo(Map.of(A, "others-A"));
    }

    @Test
    void facts_are_those_of_the_legal_entity() {
        vendorItem(Trade.DAT, Trade.VENDOR, A, "their-A");
        barcode(Trade.DAT, A, GTIN);
        assertThat(facts(A)).isEqualTo(ProductFacts.NONE);
        assertThat(done(products().facts(Trade.DAT, Trade.VENDOR, Set.of(A))))
                .isEqualTo(new ProductFacts(Map.of(A, "their-A"), Map.of(A, GTIN)));
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
        assertThat(done(products().facts(Trade.USMF, Trade.VENDOR, items)).vendorItems())
                .hasSize(75)
                .containsEntry(new ItemNumber("ITEM-74"), "their-74");
    }

    @Test
    void odd_item_numbers_are_told_of_too() {
        ItemNumber leading = new ItemNumber(" lead");
        ItemNumber quoted = new ItemNumber("3/4\" o'ring & +1%");
        vendorItem(Trade.USMF, Trade.VENDOR, leading, "their-lead");
        vendorItem(Trade.USMF, Trade.VENDOR, quoted, "their-ring");
        barcode(Trade.USMF, quoted, GTIN);
        assertThat(facts(leading, quoted))
                .isEqualTo(new ProductFacts(Map.of(leading, "their-lead", quoted, "their-ring"), Map.of(quoted, GTIN)));
    }

    @Test
    void an_item_is_told_of_as_it_was_asked_for_whatever_its_case() {
        vendorItem(Trade.USMF, Trade.VENDOR, A, "their-A");
        barcode(Trade.USMF, A, GTIN);
        ItemNumber lower = new ItemNumber("a-1");
        assertThat(facts(lower)).isEqualTo(new ProductFacts(Map.of(lower, "their-A"), Map.of(lower, GTIN)));
    }
}
