package io.mlconnector.domain.invoicing;

import io.mlconnector.domain.invoicing.charging.ChargeToPost;
import io.mlconnector.domain.invoicing.heading.HeaderFields;
import io.mlconnector.domain.invoicing.written.WrittenInvoice;
import io.mlconnector.domain.trade.CurrencyCode;
import io.mlconnector.domain.trade.ItemNumber;
import io.mlconnector.domain.trade.LegalEntity;
import io.mlconnector.domain.trade.Price;
import io.mlconnector.domain.trade.Quantity;
import io.mlconnector.domain.trade.VendorAccount;
import io.mlconnector.domain.words.Cause;
import io.mlconnector.domain.words.Problem;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
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
 * @param tax that F&O is to compare with its own; two decimals
 * @param mark identifies the invoice as ours when we must ask F&O whether it arrived; at most 20 characters
 * @param lines at least one
 * @param charges of header and lines; absent in what older versions stored
 * @param waived what a person decided to accept
 * @param header what else its header says; absent in what older versions stored
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
        List<ChargeToPost> charges,
        Set<Cause> waived,
        HeaderFields header) {

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
        charges = List.copyOf(charges);
        waived = Collections.unmodifiableSortedSet(new TreeSet<>(waived));
        header = Objects.requireNonNullElse(header, HeaderFields.NONE);
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("An invoice to post has at least one line: " + number);
        }
    }

    /** An invoice whose header says nothing else. */
    public InvoiceToPost(
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
            List<ChargeToPost> charges,
            Set<Cause> waived) {
        this(
                legalEntity,
                vendor,
                number,
                date,
                currency,
                orderNumber,
                total,
                tax,
                mark,
                lines,
                charges,
                waived,
                HeaderFields.NONE);
    }

    /** What F&O is to have of it, whole, as far as it tells one invoice from another: what F&O changes by itself is not compared. */
    public WrittenInvoice written() {
        return new WrittenInvoice(
                vendor.number(),
                number,
                Optional.of(date),
                currency.code(),
                Optional.of(total),
                Optional.of(tax),
                lines.stream().map(Line::written).toList(),
                charges.stream().map(WrittenInvoice.Charge::of).toList());
    }

    /** The same, of which a person accepts these as well. */
    public InvoiceToPost accepting(Collection<Cause> causes) {
        Set<Cause> all = new HashSet<>(waived);
        all.addAll(causes);
        return new InvoiceToPost(
                legalEntity,
                vendor,
                number,
                date,
                currency,
                orderNumber,
                total,
                tax,
                mark,
                lines,
                charges,
                all,
                header);
    }

    /** Whether a person accepts what it was stopped for. */
    public boolean accepts(Problem problem) {
        return waived.contains(problem.cause());
    }

    /** The numbers of its parts: of the lines as they are, of the charges below zero. They come and are missing alike. */
    public Set<Integer> parts() {
        Set<Integer> numbers = new TreeSet<>();
        for (Line line : lines) {
            numbers.add(line.number());
        }
        for (ChargeToPost charge : charges) {
            numbers.add(partOfCharge(charge.number()));
        }
        return numbers;
    }

    /** The number by which a charge is a part. */
    public static int partOfCharge(int number) {
        return -number;
    }

    /** The lines among these parts. */
    public List<Line> lines(Set<Integer> parts) {
        return lines.stream().filter(line -> parts.contains(line.number())).toList();
    }

    /** The charges among these parts. */
    public List<ChargeToPost> charges(Set<Integer> parts) {
        return charges.stream()
                .filter(charge -> parts.contains(partOfCharge(charge.number())))
                .toList();
    }

    /** Parts for a person: {@code lines [1, 2]}, {@code lines [1] and charges [1]}. */
    public static String inWords(Set<Integer> parts) {
        List<Integer> ofLines = parts.stream().filter(part -> part > 0).sorted().toList();
        List<Integer> ofCharges = parts.stream()
                .filter(part -> part < 0)
                .map(part -> -part)
                .sorted()
                .toList();
        if (ofCharges.isEmpty()) {
            return "lines " + ofLines;
        }
        return (ofLines.isEmpty() ? "" : "lines " + ofLines + " and ") + "charges " + ofCharges;
    }

    /** How many parts, for a person: {@code 2 lines}, {@code 2 lines and 1 charge}. */
    public static String counted(Set<Integer> parts) {
        long ofLines = parts.stream().filter(part -> part > 0).count();
        long ofCharges = parts.size() - ofLines;
        String lines = ofLines + (ofLines == 1 ? " line" : " lines");
        String charges = ofCharges + (ofCharges == 1 ? " charge" : " charges");
        if (ofCharges == 0) {
            return lines;
        }
        return ofLines == 0 ? charges : lines + " and " + charges;
    }

    /** Where a header is found in F&O, for a person who looks for it there. */
    public String headerInWords(String headerReference) {
        return "legal entity " + legalEntity + ", header reference " + headerReference + ", vendor account " + vendor
                + ", invoice number " + number;
    }

    /** The orders of its lines, each once. */
    public List<String> orderNumbers() {
        return lines.stream()
                .map(Line::orderNumber)
                .filter(order -> !order.isEmpty())
                .distinct()
                .toList();
    }

    /**
     * One line.
     *
     * @param number our number of the line, 1, 2, 3 …
     * @param orderNumber order of this line; empty on a line of a category that a charge became
     * @param orderLine line of that order; 0 if there is none
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

        /** What F&O is to have of it; a line without an order has no unit there. */
        public WrittenInvoice.Line written() {
            return new WrittenInvoice.Line(
                    number,
                    orderNumber,
                    orderLine,
                    quantity.amount(),
                    orderNumber.isEmpty() ? "" : quantity.unit().symbol(),
                    Optional.of(netAmount));
        }
    }
}
