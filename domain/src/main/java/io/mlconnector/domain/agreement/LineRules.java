package io.mlconnector.domain.agreement;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * How the lines of orders are written for a partner.
 *
 * @param productIds with which ids, in this order; the first kind of GTIN that fits is the only one
 * @param units X12 unit code by F&O unit symbol in lower case; a cross reference wins
 * @param priceBases which codes of PO105 he takes for prices per hundred (HP), thousand (TP), dozen (PD) and ten (PN);
 *     other prices are divided down to one unit
 * @param priceDecimals to how many decimals a price is rounded that does not come out even, 2 to 12
 * @param schedule how a line is told that is delivered in parts
 * @param unchanged whether an 860 names unchanged lines too, with NC
 * @param leftToReceive whether POC04 repeats the new quantity
 */
public record LineRules(
        List<ProductIdRule> productIds,
        Map<String, String> units,
        Set<String> priceBases,
        int priceDecimals,
        Schedule schedule,
        boolean unchanged,
        boolean leftToReceive) {
    /** GTIN, VN, BP; our proposals for units; every basis; six decimals; a line for each delivery; changes only. */
    public static final LineRules USUAL = new LineRules(
            List.of(
                    new ProductIdRule(ProductIdRule.ANY_GTIN, ProductIdRule.Source.GTIN),
                    new ProductIdRule("VN", ProductIdRule.Source.VENDOR_ITEM),
                    new ProductIdRule("BP", ProductIdRule.Source.OUR_ITEM)),
            Map.of(),
            Set.of("HP", "TP", "PD", "PN"),
            6,
            Schedule.LINES,
            false,
            false);

    public LineRules {
        Objects.requireNonNull(schedule, "schedule");
        productIds = List.copyOf(productIds);
        units = Map.copyOf(new LinkedHashMap<>(units));
        priceBases = Set.copyOf(priceBases);
        if (priceDecimals < 2 || priceDecimals > 12) {
            throw new IllegalArgumentException("Prices have 2 to 12 decimals");
        }
        if (productIds.size() > 10) {
            throw new IllegalArgumentException("A line has at most ten product ids");
        }
    }

    /** How a line is told that is delivered in parts. */
    public enum Schedule {
        /** Each delivery is a line, as it is in F&O. */
        LINES,
        /** One line with an SCH for each delivery. */
        SEGMENTS,
        /** The same, and every other line has one SCH with its quantity and day. */
        ALWAYS
    }

    /**
     * One product id.
     *
     * @param qualifier data element 235, or {@link #ANY_GTIN}
     * @param source what is told under it
     */
    public record ProductIdRule(String qualifier, Source source) {
        /** The qualifier that goes with the GTIN's length. */
        public static final String ANY_GTIN = "*";

        public ProductIdRule {
            Objects.requireNonNull(source, "source");
            if (qualifier.length() != 2 && !(qualifier.equals(ANY_GTIN) && source == Source.GTIN)) {
                throw new IllegalArgumentException("A product id qualifier has two characters");
            }
        }

        /** Which id. */
        public enum Source {
            GTIN,
            VENDOR_ITEM,
            OUR_ITEM,
            /** The number under which shops know the variant. */
            VARIANT_NUMBER,
            CONFIGURATION,
            COLOR,
            SIZE,
            STYLE,
            VERSION
        }
    }
}
