package io.mlconnector.testing.memory;

import io.mlconnector.domain.alignment.ProductFacts;
import io.mlconnector.domain.trade.Gtin;
import io.mlconnector.domain.trade.ItemNumber;
import io.mlconnector.domain.trade.LegalEntity;
import io.mlconnector.domain.trade.VendorAccount;
import io.mlconnector.domain.words.Outcome;
import io.mlconnector.ports.erp.Products;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** What is known of items, in memory. Every method is done when it returns. Safe for use by several threads. */
public final class MemoryProducts implements Products {

    /** F&O does not regard case. */
    private record Item(LegalEntity legalEntity, String number) {
        static Item of(LegalEntity legalEntity, ItemNumber item) {
            return new Item(legalEntity, item.number().toUpperCase(Locale.ROOT));
        }
    }

    private record VendorItem(String vendor, Item item) {
        static VendorItem of(LegalEntity legalEntity, VendorAccount vendor, ItemNumber item) {
            return new VendorItem(vendor.number().toUpperCase(Locale.ROOT), Item.of(legalEntity, item));
        }
    }

    private final Object lock = new Object();

    // All guarded by lock.
    private final Map<VendorItem, String> vendorItems = new HashMap<>();
    private final Map<Item, Gtin> gtins = new HashMap<>();
    private final Endings endings = Endings.ofDynamics();
    private int reads;

    /** Tells what a vendor calls an item. */
    public void vendorItem(LegalEntity legalEntity, VendorAccount vendor, ItemNumber item, String theirs) {
        synchronized (lock) {
            vendorItems.put(VendorItem.of(legalEntity, vendor, item), theirs);
        }
    }

    /** Gives an item a barcode. */
    public void barcode(LegalEntity legalEntity, ItemNumber item, Gtin gtin) {
        synchronized (lock) {
            gtins.put(Item.of(legalEntity, item), gtin);
        }
    }

    /** Plans how the next call ends that has no planned ending yet; {@code UNKNOWN_} is for writes only. */
    public void nextEnding(Ending ending) {
        synchronized (lock) {
            endings.planRead(ending);
        }
    }

    /** How often it was asked. */
    public int reads() {
        synchronized (lock) {
            return reads;
        }
    }

    @Override
    public CompletionStage<Outcome<ProductFacts>> facts(
            LegalEntity legalEntity, VendorAccount vendor, Set<ItemNumber> items) {
        synchronized (lock) {
            if (items.isEmpty()) {
                return CompletableFuture.completedFuture(Outcome.done(ProductFacts.NONE));
            }
            reads++;
            return CompletableFuture.completedFuture(
                    endings.end(() -> Outcome.done(known(legalEntity, vendor, items))));
        }
    }

    private ProductFacts known(LegalEntity legalEntity, VendorAccount vendor, Set<ItemNumber> items) {
        Map<ItemNumber, String> theirs = new HashMap<>();
        Map<ItemNumber, Gtin> barcodes = new HashMap<>();
        for (ItemNumber item : items) {
            Optional.ofNullable(vendorItems.get(VendorItem.of(legalEntity, vendor, item)))
                    .ifPresent(number -> theirs.put(item, number));
            Optional.ofNullable(gtins.get(Item.of(legalEntity, item))).ifPresent(gtin -> barcodes.put(item, gtin));
        }
        return new ProductFacts(theirs, barcodes);
    }
}
