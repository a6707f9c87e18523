package io.mlconnector.domain.invoicing.written;

import io.mlconnector.domain.invoicing.charging.ChargeToPost;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A pending vendor invoice as F&O has it, or as it is to be there: what tells one from another.
 *
 * @param vendor account of the vendor who is paid
 * @param number the vendor's invoice number
 * @param date of the invoice; empty if F&O does not tell
 * @param currency ISO 4217; empty if F&O does not tell
 * @param total what the vendor stated, with tax; empty if F&O does not tell
 * @param tax what the vendor stated; empty if F&O does not tell
 * @param lines in the order of their numbers; may be empty
 * @param charges in the order of their numbers; may be empty
 */
public record WrittenInvoice(
        String vendor,
        String number,
        Optional<LocalDate> date,
        String currency,
        Optional<BigDecimal> total,
        Optional<BigDecimal> tax,
        List<Line> lines,
        List<Charge> charges) {

    public WrittenInvoice {
        Objects.requireNonNull(vendor, "vendor");
        Objects.requireNonNull(number, "number");
        Objects.requireNonNull(date, "date");
        Objects.requireNonNull(currency, "currency");
        Objects.requireNonNull(total, "total");
        Objects.requireNonNull(tax, "tax");
        lines = List.copyOf(lines);
        charges = List.copyOf(charges);
    }

    /**
     * One line.
     *
     * @param number of the line within the invoice
     * @param orderNumber its order; empty if there is none
     * @param orderLine line of that order; 0 if there is none
     * @param quantity invoiced; negative on a credit
     * @param unit of the quantity; empty if F&O does not tell
     * @param netAmount without charges and tax; empty if F&O does not tell
     */
    public record Line(
            int number,
            String orderNumber,
            long orderLine,
            BigDecimal quantity,
            String unit,
            Optional<BigDecimal> netAmount) {
        public Line {
            Objects.requireNonNull(orderNumber, "orderNumber");
            Objects.requireNonNull(quantity, "quantity");
            Objects.requireNonNull(unit, "unit");
            Objects.requireNonNull(netAmount, "netAmount");
        }
    }

    /**
     * One charge.
     *
     * @param number of the charge within the invoice
     * @param line its invoice line; 0 if it belongs to the header
     * @param code charges code
     * @param amount what it adds
     */
    public record Charge(int number, int line, String code, BigDecimal amount) {
        public Charge {
            Objects.requireNonNull(code, "code");
            Objects.requireNonNull(amount, "amount");
        }

        /** As it is to be. */
        public static Charge of(ChargeToPost charge) {
            return new Charge(charge.number(), charge.line().orElse(0), charge.chargesCode(), charge.amount());
        }
    }

    /** The same with these lines and charges. */
    public WrittenInvoice with(List<Line> itsLines, List<Charge> itsCharges) {
        return new WrittenInvoice(vendor, number, date, currency, total, tax, itsLines, itsCharges);
    }

    /** The numbers of its parts: of the lines as they are, of the charges below zero. */
    public Set<Integer> parts() {
        Set<Integer> numbers = new TreeSet<>();
        lines.forEach(line -> numbers.add(line.number()));
        charges.forEach(charge -> numbers.add(-charge.number()));
        return numbers;
    }
}
