package io.mlconnector.domain.alignment;

import io.mlconnector.domain.ordering.document.ProductVariant;
import io.mlconnector.domain.trade.Gtin;
import io.mlconnector.domain.trade.ItemNumber;
import io.mlconnector.domain.trade.UnitSymbol;
import io.mlconnector.domain.trade.conversion.UnitConversions;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What F&O knows of the items of one document, for one vendor in one legal entity. A number is that of one variant, a barcode that
 * of one variant in one unit: where none matches there is none, never that of another variant or unit. A question takes a step, not
 * one for each fact.
 */
public final class ProductFacts {

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

    private final List<VendorItem> vendorItems;
    private final List<Barcode> barcodes;
    private final UnitConversions conversions;
    // F&O compares item numbers without regard to case.
    private final Map<String, List<VendorItem>> vendorItemsOf;
    private final Map<String, List<Barcode>> barcodesOf;

    /**
     * These facts.
     *
     * @param vendorItems what the vendor calls our items
     * @param barcodes of our items
     */
    public ProductFacts(List<VendorItem> vendorItems, List<Barcode> barcodes) {
        this(vendorItems, barcodes, UnitConversions.NONE);
    }

    private ProductFacts(List<VendorItem> vendorItems, List<Barcode> barcodes, UnitConversions conversions) {
        this.conversions = conversions;
        this.vendorItems = List.copyOf(vendorItems);
        this.barcodes = List.copyOf(barcodes);
        this.vendorItemsOf = this.vendorItems.stream()
                .sorted(Comparator.comparing(VendorItem::ofGroup))
                .collect(Collectors.groupingBy(known -> key(known.item())));
        this.barcodesOf = this.barcodes.stream().collect(Collectors.groupingBy(known -> key(known.item())));
    }

    private static String key(ItemNumber item) {
        return item.number().stripTrailing().toLowerCase(Locale.ROOT);
    }

    /** What the vendor calls our items. */
    public List<VendorItem> vendorItems() {
        return vendorItems;
    }

    /** The barcodes of our items. */
    public List<Barcode> barcodes() {
        return barcodes;
    }

    /**
     * What the vendor calls a variant of an item: by the number of that very variant; by the number of the item only where the
     * vendor has no number for any of its variants.
     */
    public Optional<String> vendorItem(ItemNumber item, ProductVariant variant) {
        List<VendorItem> ofItem = vendorItemsOf.getOrDefault(key(item), List.of());
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
        return barcodesOf.getOrDefault(key(item), List.of()).stream()
                .filter(known -> known.variant().same(variant));
    }

    /** The conversions of units of these items; none as long as nobody asked for them. */
    public UnitConversions conversions() {
        return conversions;
    }

    /** The same with these conversions. */
    public ProductFacts converting(UnitConversions known) {
        return new ProductFacts(vendorItems, barcodes, known);
    }

    /** What both know. */
    public ProductFacts and(ProductFacts other) {
        return new ProductFacts(
                Stream.concat(vendorItems.stream(), other.vendorItems.stream()).toList(),
                Stream.concat(barcodes.stream(), other.barcodes.stream()).toList(),
                conversions.and(other.conversions));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ProductFacts facts
                && vendorItems.equals(facts.vendorItems)
                && barcodes.equals(facts.barcodes)
                && conversions.equals(facts.conversions);
    }

    @Override
    public int hashCode() {
        return Objects.hash(vendorItems, barcodes, conversions);
    }

    @Override
    public String toString() {
        return "ProductFacts[" + vendorItems + ", " + barcodes + ", " + conversions + "]";
    }
}
