package io.mlconnector.domain.alignment;

import io.mlconnector.domain.ordering.document.ProductVariant;
import io.mlconnector.domain.trade.Gtin;
import io.mlconnector.domain.trade.ItemNumber;
import io.mlconnector.domain.trade.UnitSymbol;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What F&O knows of the items of one document, for one vendor in one legal entity. A number is that of one variant, a barcode that
 * of one variant in one unit: where none matches there is none, never that of another variant or unit.
 *
 * @param vendorItems what the vendor calls our items
 * @param barcodes of our items
 */
public record ProductFacts(List<VendorItem> vendorItems, List<Barcode> barcodes) {

    /** Nothing is known. */
    public static final ProductFacts NONE = new ProductFacts(List.of(), List.of());

    /**
     * An external item number.
     *
     * @param item ours
     * @param variant whose number it is; none if the vendor numbers the item and not its variants
     * @param ofGroup whether it is that of the vendor's group; one of the vendor himself comes first
     * @param number the vendor's
     */
    public record VendorItem(ItemNumber item, ProductVariant variant, boolean ofGroup, String number) {
        public VendorItem {
            Objects.requireNonNull(item, "item");
            Objects.requireNonNull(variant, "variant");
            Objects.requireNonNull(number, "number");
        }
    }

    /**
     * A barcode.
     *
     * @param item ours
     * @param variant whose barcode it is
     * @param unit of which: a case has another one than a piece
     * @param preferred whether F&O takes it by default
     * @param gtin the number
     */
    public record Barcode(ItemNumber item, ProductVariant variant, UnitSymbol unit, boolean preferred, Gtin gtin) {
        public Barcode {
            Objects.requireNonNull(item, "item");
            Objects.requireNonNull(variant, "variant");
            Objects.requireNonNull(unit, "unit");
            Objects.requireNonNull(gtin, "gtin");
        }
    }

    public ProductFacts {
        vendorItems = List.copyOf(vendorItems);
        barcodes = List.copyOf(barcodes);
    }

    /**
     * What the vendor calls a variant of an item: by the number of that very variant; by the number of the item only where the
     * vendor has no number for any of its variants.
     */
    public Optional<String> vendorItem(ItemNumber item, ProductVariant variant) {
        List<VendorItem> ofItem = vendorItems.stream()
                .filter(known -> known.item().same(item))
                .sorted(Comparator.comparing(VendorItem::ofGroup))
                .toList();
        Optional<String> exact = ofItem.stream()
                .filter(known -> known.variant().same(variant))
                .map(VendorItem::number)
                .findFirst();
        boolean byVariant = ofItem.stream().anyMatch(known -> !known.variant().isNone());
        return exact.isPresent() || byVariant
                ? exact
                : ofItem.stream().map(VendorItem::number).findFirst();
    }

    /** The GTIN of a variant of an item in a unit. */
    public Optional<Gtin> gtin(ItemNumber item, ProductVariant variant, UnitSymbol unit) {
        return of(item, variant)
                .filter(known -> known.unit().same(unit))
                .min(Comparator.comparing(known -> !known.preferred()))
                .map(Barcode::gtin);
    }

    /** All GTINs of a variant of an item, of whatever unit. */
    public Set<Gtin> gtins(ItemNumber item, ProductVariant variant) {
        return of(item, variant).map(Barcode::gtin).collect(Collectors.toUnmodifiableSet());
    }

    private Stream<Barcode> of(ItemNumber item, ProductVariant variant) {
        return barcodes.stream()
                .filter(known -> known.item().same(item) && known.variant().same(variant));
    }

    /** What both know. */
    public ProductFacts and(ProductFacts other) {
        return new ProductFacts(
                Stream.concat(vendorItems.stream(), other.vendorItems.stream()).toList(),
                Stream.concat(barcodes.stream(), other.barcodes.stream()).toList());
    }
}
