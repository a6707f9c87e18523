package io.mlconnector.domain.invoicing.charging.comparison;

import io.mlconnector.domain.agreement.charging.ChargePlace;
import io.mlconnector.domain.agreement.charging.ChargeTable;
import io.mlconnector.domain.invoicing.document.Charge;
import io.mlconnector.domain.invoicing.document.VendorInvoice;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What an earlier invoice charged of the same orders.
 *
 * @param invoice its number
 * @param orders the orders that it bills
 * @param amounts by charges code of F&O; negative where more was given back
 * @param certain whether it is in F&O; not while nobody knows
 */
public record EarlierCharges(String invoice, Set<String> orders, Map<String, BigDecimal> amounts, boolean certain) {

    public EarlierCharges {
        Objects.requireNonNull(invoice, "invoice");
        orders = Set.copyOf(orders);
        Map<String, BigDecimal> byCode = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        byCode.putAll(amounts);
        amounts = byCode;
    }

    /**
     * Of an invoice that our journal has, by what it says itself.
     *
     * @param orders the orders that it names
     * @param table where its charges go in its legal entity
     */
    public static EarlierCharges of(VendorInvoice invoice, List<String> orders, ChargeTable table, boolean certain) {
        Map<String, BigDecimal> amounts = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        Stream.concat(invoice.charges().stream(), invoice.lines().stream().flatMap(line -> line.charges().stream()))
                .forEach(charge ->
                        code(charge, table).forEach(code -> amounts.merge(code, charge.amount(), BigDecimal::add)));
        return new EarlierCharges(invoice.number(), Set.copyOf(orders), amounts, certain);
    }

    private static Stream<String> code(Charge charge, ChargeTable table) {
        return table.place(charge.code(), charge.agency(), charge.agencyCode()).stream()
                .flatMap(place -> switch (place) {
                    case ChargePlace.Header(String code) -> Stream.of(code);
                    case ChargePlace.Line(String code) -> Stream.of(code);
                    case ChargePlace.Price ignored -> Stream.of();
                    case ChargePlace.Category ignored -> Stream.of();
                    case ChargePlace.Nowhere ignored -> Stream.of();
                    case ChargePlace.Person ignored -> Stream.of();
                });
    }
}
