package io.mlconnector.domain.invoicing;

import io.mlconnector.domain.trade.CurrencyCode;
import io.mlconnector.domain.trade.ItemNumber;
import io.mlconnector.domain.trade.LegalEntity;
import io.mlconnector.domain.trade.Price;
import io.mlconnector.domain.trade.Quantity;
import io.mlconnector.domain.trade.VendorAccount;
import io.mlconnector.domain.words.Cause;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A vendor invoice in F&O's terms: every line is tied to a line of an order.
 *
 * @param legalEntity the company that owes the money
 * @param vendor account of the vendor who is paid
 * @param number the vendor's invoice number, 1 to 20 characters
 * @param date of the invoice
 * @param currency of all amounts
 * @param orderNumber the order of the invoice; the first one where there are several
 * @param total as the vendor states it, with tax; two decimals
 * @param tax as the vendor states it; two decimals
 * @param mark identifies the invoice as ours when we must ask F&O whether it arrived; at most 20 characters
 * @param lines at least one
 * @param waived what a person decided to accept
 */
public record InvoiceToPost(
        LegalEntity legalEntity,
        VendorAccount vendor,
        String number,
        LocalDate date,
        CurrencyCode currency,
        String orderNumber,
        BigDecimal total,
        BigDecimal tax,
        String mark,
        List<Line> lines,
        Set<Cause> waived) {

    public InvoiceToPost {
        Objects.requireNonNull(legalEntity, "legalEntity");
        Objects.requireNonNull(vendor, "vendor");
        Objects.requireNonNull(number, "number");
        Objects.requireNonNull(date, "date");
        Objects.requireNonNull(currency, "currency");
        Objects.requireNonNull(orderNumber, "orderNumber");
        Objects.requireNonNull(total, "total");
        Objects.requireNonNull(tax, "tax");
        Objects.requireNonNull(mark, "mark");
        lines = List.copyOf(lines);
        waived = Set.copyOf(waived);
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("An invoice to post has at least one line: " + number);
        }
    }

    /** The numbers of all lines. */
    public Set<Integer> lineNumbers() {
        Set<Integer> numbers = new TreeSet<>();
        for (Line line : lines) {
            numbers.add(line.number());
        }
        return numbers;
    }

    /** The lines with these numbers. */
    public List<Line> lines(Set<Integer> numbers) {
        return lines.stream().filter(line -> numbers.contains(line.number())).toList();
    }

    /**
     * One line.
     *
     * @param number our number of the line, 1, 2, 3 …
     * @param orderNumber order of this line
     * @param orderLine line of that order
     * @param item empty on a category line
     * @param category procurement category; empty on an item line
     * @param description text
     * @param quantity invoiced, in the order line's unit; negative on a credit
     * @param price per price unit
     * @param netAmount two decimals; negative on a credit
     */
    public record Line(
            int number,
            String orderNumber,
            long orderLine,
            Optional<ItemNumber> item,
            String category,
            String description,
            Quantity quantity,
            Price price,
            BigDecimal netAmount) {
        public Line {
            Objects.requireNonNull(orderNumber, "orderNumber");
            Objects.requireNonNull(item, "item");
            Objects.requireNonNull(category, "category");
            Objects.requireNonNull(description, "description");
            Objects.requireNonNull(quantity, "quantity");
            Objects.requireNonNull(price, "price");
            Objects.requireNonNull(netAmount, "netAmount");
        }
    }
}
