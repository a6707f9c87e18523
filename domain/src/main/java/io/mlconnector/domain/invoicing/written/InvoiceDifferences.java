package io.mlconnector.domain.invoicing.written;

import io.mlconnector.domain.invoicing.written.WrittenInvoice.Charge;
import io.mlconnector.domain.invoicing.written.WrittenInvoice.Line;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What an invoice in F&O says otherwise than the one that was meant. A part that is missing is no difference: it may still come. What
 * F&O does not tell is none either, and neither is the way in which a number is written: 10 is 10.00, and amounts are those that F&O
 * rounds them to, with two decimals.
 */
public final class InvoiceDifferences {

    /** More are counted, and not told. */
    private static final int MOST_TOLD = 5;

    private static final int DECIMALS = 2;

    private InvoiceDifferences() {}

    /**
     * Compares field by field.
     *
     * @param meant with all of its parts
     * @param found as F&O has it
     * @return for each difference a few words, header first, then lines and charges by number; empty if there is none
     */
    public static List<String> of(WrittenInvoice meant, WrittenInvoice found) {
        List<String> all = new ArrayList<>();
        text("vendor account", meant.vendor(), found.vendor()).ifPresent(all::add);
        text("invoice number", meant.number(), found.number()).ifPresent(all::add);
        day(meant.date(), found.date()).ifPresent(all::add);
        text("currency", meant.currency(), found.currency()).ifPresent(all::add);
        amount("total", meant.total(), stated(found.total())).ifPresent(all::add);
        amount("tax", meant.tax(), stated(found.tax())).ifPresent(all::add);
        if (found.lines().size() > meant.lines().size()) {
            all.add("number of lines: " + meant.lines().size() + " meant, "
                    + found.lines().size() + " in F&O");
        }
        found.lines().forEach(line -> ofLine(meant, line, all));
        found.charges().forEach(charge -> ofCharge(meant, charge, all));
        return List.copyOf(all);
    }

    /** The first of them for a person, and how many more there are. */
    public static String inWords(List<String> differences) {
        return differences.stream().limit(MOST_TOLD).collect(Collectors.joining("; "))
                + (differences.size() > MOST_TOLD ? "; and " + (differences.size() - MOST_TOLD) + " more" : "");
    }

    private static void ofLine(WrittenInvoice meant, Line found, List<String> all) {
        Optional<Line> ours = only(meant.lines(), line -> line.number() == found.number());
        if (ours.isEmpty()) {
            all.add("line " + found.number() + ": not meant, quantity " + plain(found.quantity()) + " in F&O");
            return;
        }
        String what = "line " + found.number() + " ";
        Line line = ours.get();
        text(what + "order", line.orderNumber(), found.orderNumber()).ifPresent(all::add);
        if (found.orderLine() != 0 && found.orderLine() != line.orderLine()) {
            all.add(differs(what + "order line", Long.toString(line.orderLine()), Long.toString(found.orderLine())));
        }
        if (line.quantity().compareTo(found.quantity()) != 0) {
            all.add(differs(what + "quantity", plain(line.quantity()), plain(found.quantity())));
        }
        text(what + "unit", line.unit(), found.unit()).ifPresent(all::add);
        amount(what + "net amount", line.netAmount(), found.netAmount()).ifPresent(all::add);
    }

    /** Charges of other codes are those that F&O adds by itself (automatic charges). */
    private static void ofCharge(WrittenInvoice meant, Charge found, List<String> all) {
        Optional<Charge> ours = only(meant.charges(), charge -> charge.number() == found.number());
        if (ours.isPresent() && ours.get().code().equalsIgnoreCase(found.code())) {
            String what = "charge " + found.number() + " (" + found.code() + ") ";
            if (ours.get().line() != found.line()) {
                all.add(differs(what + "line", of(ours.get()), of(found)));
            }
            amount(what + "amount", Optional.of(ours.get().amount()), Optional.of(found.amount()))
                    .ifPresent(all::add);
            return;
        }
        Set<String> codes = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        meant.charges().forEach(charge -> codes.add(charge.code()));
        if (ours.isPresent()) {
            all.add(differs("charge " + found.number() + " code", ours.get().code(), found.code()));
        } else if (codes.contains(found.code())) {
            all.add("charge " + found.number() + " (" + found.code() + "): not meant, " + rounded(found.amount())
                    + " in F&O");
        }
    }

    private static String of(Charge charge) {
        return charge.line() == 0 ? "the header" : "line " + charge.line();
    }

    /** F&O writes 0 where nothing was entered. */
    static Optional<BigDecimal> stated(Optional<BigDecimal> found) {
        return found.filter(amount -> amount.signum() != 0);
    }

    /** F&O compares texts without regard to case, and trims them. */
    static Optional<String> text(String what, String meant, String found) {
        return found.isBlank() || meant.strip().equalsIgnoreCase(found.strip())
                ? Optional.empty()
                : Optional.of(differs(what, meant, found));
    }

    static Optional<String> day(Optional<LocalDate> meant, Optional<LocalDate> found) {
        return meant.isEmpty() || found.isEmpty() || meant.equals(found)
                ? Optional.empty()
                : Optional.of(differs(
                        "invoice date", meant.get().toString(), found.get().toString()));
    }

    static Optional<String> amount(String what, Optional<BigDecimal> meant, Optional<BigDecimal> found) {
        return meant.isEmpty() || found.isEmpty() || rounded(meant.get()).equals(rounded(found.get()))
                ? Optional.empty()
                : Optional.of(differs(what, rounded(meant.get()), rounded(found.get())));
    }

    static String differs(String what, String meant, String found) {
        return what + ": " + (meant.isBlank() ? "none" : meant) + " meant, " + found + " in F&O";
    }

    static String rounded(BigDecimal amount) {
        return amount.setScale(DECIMALS, RoundingMode.HALF_UP).toPlainString();
    }

    static String plain(BigDecimal quantity) {
        return quantity.stripTrailingZeros().toPlainString();
    }

    private static <T> Optional<T> only(List<T> all, Function<T, Boolean> which) {
        return all.stream().filter(which::apply).findFirst();
    }
}
