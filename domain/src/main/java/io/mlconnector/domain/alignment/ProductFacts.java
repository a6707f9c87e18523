package io.mlconnector.domain.alignment;

import io.mlconnector.domain.trade.Gtin;
import io.mlconnector.domain.trade.ItemNumber;
import java.util.Map;

/**
 * What F&O knows of the items of one document, for one vendor in one legal entity.
 *
 * @param vendorItems our item number to the vendor's (external item numbers)
 * @param gtins our item number to its GTIN (barcodes)
 */
public record ProductFacts(Map<ItemNumber, String> vendorItems, Map<ItemNumber, Gtin> gtins) {

    /** Nothing is known. */
    public static final ProductFacts NONE = new ProductFacts(Map.of(), Map.of());

    public ProductFacts {
        vendorItems = Map.copyOf(vendorItems);
        gtins = Map.copyOf(gtins);
    }
}
