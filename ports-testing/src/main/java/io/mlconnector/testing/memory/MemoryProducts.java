package io.mlconnector.testing.memory;

import io.mlconnector.domain.alignment.ProductFacts;
import io.mlconnector.domain.trade.ItemNumber;
import io.mlconnector.domain.trade.LegalEntity;
import io.mlconnector.domain.trade.VendorAccount;
import io.mlconnector.domain.trade.conversion.UnitConversion;
import io.mlconnector.domain.trade.conversion.UnitConversions;
import io.mlconnector.domain.words.Outcome;
import io.mlconnector.ports.erp.Products;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** What is known of items, in memory. Every method is done when it returns. Safe for use by several threads. */
public final class MemoryProducts implements Products {

    private record VendorItem(LegalEntity legalEntity, VendorAccount vendor, ProductFacts.VendorItem number) {}

    private record Barcode(LegalEntity legalEntity, ProductFacts.Barcode barcode) {}

    private final Object lock = new Object();

    // All guarded by lock.
    private final List<VendorItem> vendorItems = new ArrayList<>();
    private final List<Barcode> barcodes = new ArrayList<>();
    private final List<UnitConversion> conversions = new ArrayList<>();
    private final Endings endings = Endings.ofDynamics();
    private int reads;

    /** Tells what a vendor calls an item or a variant of it. */
    public void vendorItem(LegalEntity legalEntity, VendorAccount vendor, ProductFacts.VendorItem number) {
        synchronized (lock) {
            vendorItems.add(new VendorItem(legalEntity, vendor, number));
        }
    }

    /** Gives an item or a variant of it a barcode. */
    public void barcode(LegalEntity legalEntity, ProductFacts.Barcode barcode) {
        synchronized (lock) {
            barcodes.add(new Barcode(legalEntity, barcode));
        }
    }

    /** Lets a unit be converted. */
    public void conversion(UnitConversion conversion) {
        synchronized (lock) {
            conversions.add(conversion);
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

    @Override
    public CompletionStage<Outcome<UnitConversions>> conversions(LegalEntity legalEntity, Set<String> products) {
        synchronized (lock) {
            reads++;
            return CompletableFuture.completedFuture(endings.end(() ->
                    Outcome.done(new UnitConversions(conversions.stream()
                            .filter(known -> known.product().isEmpty()
                                    || products.stream()
                                            .anyMatch(known.product().get()::equalsIgnoreCase))
                            .toList()))));
        }
    }

    private ProductFacts known(LegalEntity legalEntity, VendorAccount vendor, Set<ItemNumber> items) {
        return new ProductFacts(
                vendorItems.stream()
                        .filter(known -> known.legalEntity().equals(legalEntity)
                                && known.vendor().number().equalsIgnoreCase(vendor.number())
                                && asked(items, known.number().item()))
                        .map(VendorItem::number)
                        .toList(),
                barcodes.stream()
                        .filter(known -> known.legalEntity().equals(legalEntity)
                                && asked(items, known.barcode().item()))
                        .map(Barcode::barcode)
                        .toList());
    }

    /** F&O does not regard case. */
    private static boolean asked(Set<ItemNumber> items, ItemNumber item) {
        return items.stream().anyMatch(item::same);
    }
}
