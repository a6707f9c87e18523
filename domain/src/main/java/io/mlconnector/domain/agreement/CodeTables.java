package io.mlconnector.domain.agreement;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What codes of F&O are in X12. In every table {@code *} stands for each code that is not named; upper and lower case are
 * the same.
 *
 * @param paymentTerms ITD by terms of payment
 * @param netFromName whether terms of payment that no table names are read by their name: {@code Net30} is 30 days
 * @param cashDiscounts elements of ITD that a discount for early payment adds; ITD03 is the order's percentage
 * @param deliveryTerms FOB by terms of delivery
 * @param deliveryModes TD5 by mode of delivery
 * @param charges SAC by charge code, without the amounts; SAC01 says what the charge is when its value is positive
 * @param lineDiscount SAC for a discount on a line, without the amounts; empty if it is not told
 * @param totalDiscount SAC for a discount on the order, without the amounts; empty if it is not told
 * @param multilineDiscount SAC for a discount on a line for what several lines buy together; empty if it is not told
 * @param priceCharges SAC for what is added once to a line, whatever its quantity; empty if it is not told
 * @param tax SAC for sales tax, without the amount; empty if it is not told. Tax that is in the prices is told with SAC01 N
 * @param roundOff SAC for what makes the total round; empty if it is not told
 * @param strict whether a code that no table names keeps the order from being written; if not, the segment is left out
 *     and that is told as a note
 */
public record CodeTables(
        Map<String, SegmentText> paymentTerms,
        boolean netFromName,
        Map<String, SegmentText> cashDiscounts,
        Map<String, SegmentText> deliveryTerms,
        Map<String, SegmentText> deliveryModes,
        Map<String, SegmentText> charges,
        SegmentText lineDiscount,
        SegmentText totalDiscount,
        SegmentText multilineDiscount,
        SegmentText priceCharges,
        SegmentText tax,
        SegmentText roundOff,
        boolean strict) {
    /** Stands for every code that is not named. */
    public static final String ANY = "*";

    private static final SegmentText DISCOUNT = new SegmentText(Map.of(1, "A", 2, "C310", 12, "02", 15, "DISCOUNT"));

    private static SegmentText charge(String service, String text) {
        return new SegmentText(Map.of(1, "C", 2, service, 12, "CA", 15, text));
    }

    /** Days of net terms, Incoterms, the mode of delivery as a text, charges as "other", discounts as C310. */
    public static final CodeTables USUAL = new CodeTables(
            Map.of(),
            true,
            Map.of(ANY, SegmentText.NONE),
            incoterms(),
            Map.of(ANY, new SegmentText(Map.of(5, "{code}"))),
            Map.of(ANY, new SegmentText(Map.of(1, "C", 2, "F050", 12, "CA", 15, "{text}"))),
            DISCOUNT,
            DISCOUNT,
            new SegmentText(Map.of(1, "A", 2, "C310", 12, "02", 15, "MULTILINE DISCOUNT")),
            charge("F050", "PRICE CHARGES"),
            charge("H850", "TAX"),
            charge("F050", "ROUND-OFF"),
            false);

    public CodeTables {
        Objects.requireNonNull(lineDiscount, "lineDiscount");
        Objects.requireNonNull(totalDiscount, "totalDiscount");
        Objects.requireNonNull(multilineDiscount, "multilineDiscount");
        Objects.requireNonNull(priceCharges, "priceCharges");
        Objects.requireNonNull(tax, "tax");
        Objects.requireNonNull(roundOff, "roundOff");
        paymentTerms = upper(paymentTerms);
        cashDiscounts = upper(cashDiscounts);
        deliveryTerms = upper(deliveryTerms);
        deliveryModes = upper(deliveryModes);
        charges = upper(charges);
    }

    private static Map<String, SegmentText> upper(Map<String, SegmentText> table) {
        Map<String, SegmentText> upper = new TreeMap<>();
        table.forEach((code, text) -> upper.put(code.strip().toUpperCase(Locale.ROOT), text));
        return Map.copyOf(upper);
    }

    /** What a table says of a code. */
    public static Optional<SegmentText> find(Map<String, SegmentText> table, String code) {
        return Optional.ofNullable(table.get(code.strip().toUpperCase(Locale.ROOT)))
                .or(() -> Optional.ofNullable(table.get(ANY)));
    }

    /** Under E and F terms the buyer pays the main carriage, under C and D terms the seller does. */
    private static Map<String, SegmentText> incoterms() {
        Map<String, SegmentText> terms = new TreeMap<>();
        for (String collect : new String[] {"EXW", "FCA", "FAS", "FOB"}) {
            terms.put(collect, new SegmentText(Map.of(1, "CC", 4, "01", 5, collect)));
        }
        for (String prepaid : new String[] {"CFR", "CIF", "CPT", "CIP", "DAT", "DAP", "DPU", "DDP", "DDU"}) {
            terms.put(prepaid, new SegmentText(Map.of(1, "PP", 4, "01", 5, prepaid)));
        }
        return terms;
    }
}
