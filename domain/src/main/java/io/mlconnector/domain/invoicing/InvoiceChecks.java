package io.mlconnector.domain.invoicing;

import io.mlconnector.domain.agreement.InvoiceAgreement.Checks;
import io.mlconnector.domain.invoicing.charging.PlacedCharges;
import io.mlconnector.domain.invoicing.charging.TotalDeviation;
import io.mlconnector.domain.invoicing.document.LineMatching;
import io.mlconnector.domain.invoicing.document.MatchedLine;
import io.mlconnector.domain.invoicing.document.OpenOrder;
import io.mlconnector.domain.invoicing.document.VendorInvoice;
import io.mlconnector.domain.trade.CurrencyCode;
import io.mlconnector.domain.trade.Money;
import io.mlconnector.domain.trade.Price;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.ProblemCode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Checks an aligned invoice against its orders. Each check is a rule of its own and finds all that it can find. */
public final class InvoiceChecks {

    private static final int OLDEST_YEARS = 10;

    private InvoiceChecks() {}

    /**
     * What the checks found.
     *
     * @param mismatches differences within the meaning of {@code checks.onMismatch}
     * @param obstacles what is not posted without a person, whatever was agreed
     * @param untold what could not be compared because F&O does not tell it, a sentence each
     */
    public record Findings(List<Problem> mismatches, List<Problem> obstacles, List<String> untold) {
        public Findings {
            mismatches = List.copyOf(mismatches);
            obstacles = List.copyOf(obstacles);
            untold = List.copyOf(untold);
        }
    }

    /** All checks. */
    public static Findings check(VendorInvoice invoice, PlacedCharges placed, Checks agreed, Instant now) {
        List<MatchedLine> lines = placed.lines();
        List<Problem> mismatches = new ArrayList<>();
        mismatches.addAll(total(invoice, placed, agreed));
        mismatches.addAll(prices(lines, agreed));
        mismatches.addAll(quantities(invoice, lines, agreed));
        List<Problem> obstacles = new ArrayList<>();
        obstacles.addAll(numberFits(invoice));
        obstacles.addAll(purpose(invoice));
        obstacles.addAll(notEmpty(invoice));
        obstacles.addAll(currency(invoice, lines));
        obstacles.addAll(cancelledLines(lines));
        obstacles.addAll(placed.problems());
        obstacles.addAll(ordersOpen(lines));
        obstacles.addAll(dates(invoice, now));
        return new Findings(mismatches, obstacles, untold(lines));
    }

    /**
     * The stated total is what the lines, charges and taxes that are posted add up to (reference x12, section 13). What waits for its
     * place is counted: it is a problem of its own.
     */
    static List<Problem> total(VendorInvoice invoice, PlacedCharges placed, Checks agreed) {
        BigDecimal difference = invoice.total().subtract(placed.total()).abs();
        long terms = invoice.lines().size()
                + invoice.charges().size()
                + invoice.lines().stream()
                        .mapToLong(line -> line.charges().size())
                        .sum();
        BigDecimal allowed = agreed.totalTolerance().multiply(BigDecimal.valueOf(Math.max(terms, 2)));
        if (difference.compareTo(allowed) <= 0) {
            return List.of();
        }
        return List.of(Problem.of(
                        ProblemCode.TOTAL_OUT_OF_BALANCE,
                        invoice.number(),
                        "The total of invoice " + invoice.number() + " is " + plain(invoice.total())
                                + " (TDS01), but its parts add up to " + plain(placed.total()) + ": lines "
                                + plain(placed.net()) + ", allowances and charges " + plain(placed.charged()) + ", tax "
                                + plain(placed.tax())
                                + (placed.unplaced().signum() == 0
                                        ? ""
                                        : ", without a place " + plain(placed.unplaced()))
                                + "."
                                + TotalDeviation.of(invoice, placed)
                                        .map(why -> " " + why)
                                        .orElse(""))
                .advising("Ask the partner for a corrected invoice, or release it to post it as it is."));
    }

    private static String plain(BigDecimal amount) {
        return Money.round(amount).toPlainString();
    }

    /** What F&O does not tell of an order line is neither agreement nor mismatch. */
    private static List<String> untold(List<MatchedLine> lines) {
        return lines.stream()
                .filter(line -> !matching(line).priced())
                .map(line -> "F&O does not tell the price of line "
                        + line.orderLine().number() + " of order "
                        + line.order().number()
                        + ", so that the price of line " + line.line().position()
                        + " could not be compared: let the user of the client id read PurchasePrice of"
                        + " PurchaseOrderLinesV2")
                .distinct()
                .toList();
    }

    private static LineMatching matching(MatchedLine line) {
        return line.order().matchingOf(line.orderLine().number());
    }

    /** Each price is within the tolerance of the order's net price: what is left of it after the discounts of the line. */
    static List<Problem> prices(List<MatchedLine> lines, Checks agreed) {
        String percent =
                agreed.priceTolerance().movePointRight(2).stripTrailingZeros().toPlainString();
        return lines.stream()
                .filter(line -> matching(line).priced())
                .filter(line -> !within(line.line().price(), line.orderLine().netPrice(), agreed.priceTolerance()))
                .map(line -> Problem.of(
                                ProblemCode.PRICE_DIFFERS,
                                line.orderLineKey(),
                                String.format(
                                        Locale.ROOT,
                                        "Line %d is invoiced at %s; the net price of line %d of order %s is %s. That is %s, and"
                                                + " %s %% is agreed.",
                                        line.line().position(),
                                        shown(line.line().price()),
                                        line.orderLine().number(),
                                        line.order().number(),
                                        shown(line.orderLine().netPrice()),
                                        difference(
                                                line.line().price(),
                                                line.orderLine().netPrice()),
                                        percent))
                        .advising("Correct the order and confirm it again, ask for a credit, or release the invoice to"
                                + " accept the price.")
                        .with("line", Integer.toString(line.line().position())))
                .toList();
    }

    /** A price for a person: at least two decimals, and for how many units if it is for more than one. */
    private static String shown(Price price) {
        BigDecimal amount = price.amount().stripTrailingZeros();
        String per = price.per().compareTo(BigDecimal.ONE) == 0
                ? ""
                : " per " + price.per().stripTrailingZeros().toPlainString();
        return amount.setScale(Math.max(amount.scale(), Money.SCALE), RoundingMode.UNNECESSARY)
                        .toPlainString()
                + per;
    }

    /** By how much a price is off another one, in percent with one decimal. */
    private static String difference(Price invoiced, Price ordered) {
        if (ordered.amount().signum() == 0) {
            return "more than nothing";
        }
        BigDecimal percent = invoiced.perUnit()
                .divide(ordered.perUnit(), MathContext.DECIMAL128)
                .subtract(BigDecimal.ONE)
                .movePointRight(2);
        BigDecimal rounded = percent.abs().setScale(1, RoundingMode.HALF_UP);
        return rounded.stripTrailingZeros().toPlainString() + " % " + (percent.signum() < 0 ? "less" : "more");
    }

    private static boolean within(Price invoiced, Price ordered, BigDecimal tolerance) {
        // Compared crosswise, so that no division rounds: invoiced/per against ordered/per.
        BigDecimal left = invoiced.amount().multiply(ordered.per());
        BigDecimal right = ordered.amount().multiply(invoiced.per());
        return left.subtract(right).abs().compareTo(right.abs().multiply(tolerance)) <= 0;
    }

    /** No order line is invoiced beyond its ordered quantity, counting all lines of this invoice together. */
    static List<Problem> quantities(VendorInvoice invoice, List<MatchedLine> lines, Checks agreed) {
        if (invoice.kind() == VendorInvoice.Kind.CREDIT_NOTE) {
            return List.of();
        }
        Map<String, List<MatchedLine>> byOrderLine = new LinkedHashMap<>();
        for (MatchedLine line : lines) {
            if (!matching(line).counted()) {
                continue;
            }
            byOrderLine
                    .computeIfAbsent(line.orderLineKey(), key -> new ArrayList<>())
                    .add(line);
        }
        return byOrderLine.values().stream()
                .flatMap(same -> quantity(same, agreed))
                .toList();
    }

    private static Stream<Problem> quantity(List<MatchedLine> sameOrderLine, Checks agreed) {
        MatchedLine first = sameOrderLine.get(0);
        BigDecimal invoiced =
                sameOrderLine.stream().map(line -> line.line().quantity()).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal ordered = first.orderLine().quantity().amount();
        BigDecimal tolerance = agreed.quantityTolerance()
                .max(first.order().matchingOf(first.orderLine().number()).overDelivery());
        BigDecimal most = ordered.add(ordered.abs().multiply(tolerance));
        if (invoiced.compareTo(most) <= 0) {
            return Stream.empty();
        }
        return Stream.of(Problem.of(
                        ProblemCode.QUANTITY_DIFFERS,
                        first.orderLineKey(),
                        String.format(
                                Locale.ROOT,
                                "%s %s are invoiced of line %d of order %s, %s were ordered.",
                                invoiced.toPlainString(),
                                first.orderLine().quantity().unit(),
                                first.orderLine().number(),
                                first.order().number(),
                                ordered.toPlainString()))
                .advising("Ask the partner, or release the invoice to accept the quantity.")
                .with("line", Integer.toString(first.line().position())));
    }

    /** F&O keeps 20 characters of an invoice number, X12 allows 22 (reference dynamics, section 2.6). */
    static List<Problem> numberFits(VendorInvoice invoice) {
        return invoice.number().length() <= 20
                ? List.of()
                : List.of(Problem.of(
                        ProblemCode.INVOICE_NUMBER_TOO_LONG,
                        invoice.number(),
                        "Invoice number " + invoice.number()
                                + " has more than the 20 characters that F&O keeps. Ask the"
                                + " partner for a shorter number, or key the invoice by hand."));
    }

    /** A cancellation or replacement never posts by itself (reference x12, section 6, BIG08). */
    static List<Problem> purpose(VendorInvoice invoice) {
        return List.of("", "00").contains(invoice.purpose())
                ? List.of()
                : List.of(Problem.of(
                                ProblemCode.PURPOSE_NOT_ORIGINAL,
                                invoice.purpose(),
                                "Invoice " + invoice.number() + " has purpose " + invoice.purpose()
                                        + " (BIG08), not 00: it may cancel or replace an earlier one.")
                        .advising("Decide by hand, then release or discard it."));
    }

    /** A total of zero is not posted without approval (reference x12, section 13). */
    static List<Problem> notEmpty(VendorInvoice invoice) {
        return invoice.total().signum() != 0
                ? List.of()
                : List.of(Problem.of(
                                ProblemCode.TOTAL_ZERO,
                                invoice.number(),
                                "The total of invoice " + invoice.number() + " is zero.")
                        .advising("Release it to post it all the same."));
    }

    /** Invoice and orders are in one currency. */
    static List<Problem> currency(VendorInvoice invoice, List<MatchedLine> lines) {
        if (invoice.currency().isEmpty()) {
            return ofOneCurrency(invoice, lines);
        }
        return invoice.currency().stream()
                .flatMap(said -> lines.stream()
                        .filter(line -> !said.equals(line.order().currency()))
                        .limit(1)
                        .map(line -> Problem.of(
                                ProblemCode.CURRENCY_DIFFERS,
                                line.order().number(),
                                "Invoice " + invoice.number() + " is in " + said + ", order "
                                        + line.order().number() + " in "
                                        + line.order().currency() + ". Ask the partner for a corrected invoice.")))
                .toList();
    }

    /** An invoice that says no currency is in that of its orders, which have to have one. */
    private static List<Problem> ofOneCurrency(VendorInvoice invoice, List<MatchedLine> lines) {
        CurrencyCode first = lines.get(0).order().currency();
        return lines.stream()
                .filter(line -> !line.order().currency().equals(first))
                .limit(1)
                .map(line -> Problem.of(
                        ProblemCode.CURRENCY_DIFFERS,
                        line.order().number(),
                        "Invoice " + invoice.number() + " says no currency (CUR02), and its orders are in several: "
                                + lines.get(0).order().number() + " in " + first + ", "
                                + line.order().number() + " in " + line.order().currency()
                                + ". Ask the partner for a corrected invoice."))
                .toList();
    }

    /** Nothing is paid that was cancelled. */
    static List<Problem> cancelledLines(List<MatchedLine> lines) {
        return lines.stream()
                .filter(line ->
                        line.orderLine().cancelled() && line.line().quantity().signum() > 0)
                .map(line -> Problem.of(
                                ProblemCode.ORDER_LINE_CANCELLED,
                                line.orderLineKey(),
                                "Line " + line.line().position() + " invoices line "
                                        + line.orderLine().number() + " of order "
                                        + line.order().number()
                                        + ", which was cancelled.")
                        .advising("Ask the partner for a credit, or release the invoice.")
                        .with("line", Integer.toString(line.line().position())))
                .toList();
    }

    /** F&O posts no invoice against an order that is not released, or that is over. */
    static List<Problem> ordersOpen(List<MatchedLine> lines) {
        // By number: to compare whole orders would read all their lines for each line of the invoice.
        Map<List<String>, OpenOrder> orders = new LinkedHashMap<>();
        lines.forEach(line -> orders.putIfAbsent(
                List.of(line.order().legalEntity().id(), line.order().number()), line.order()));
        return orders.values().stream()
                .flatMap(order -> order.standing().closed().stream()
                        .map(word -> Problem.of(
                                        ProblemCode.ORDER_NOT_OPEN,
                                        order.number(),
                                        "Order " + order.number() + " in " + order.legalEntity() + " is " + word
                                                + " in F&O, so that nothing can be invoiced against it.")
                                .advising(
                                        "Find out whether it was invoiced before under another number; open the order,"
                                                + " ask for a credit, or release the invoice.")))
                .toList();
    }

    /** A date that nobody can mean: in the future wherever one is, or years ago. */
    static List<Problem> dates(VendorInvoice invoice, Instant now) {
        LocalDate latest = LocalDate.ofInstant(now, ZoneOffset.ofHours(14));
        LocalDate earliest = latest.minusYears(OLDEST_YEARS);
        if (!invoice.date().isAfter(latest) && !invoice.date().isBefore(earliest)) {
            return List.of();
        }
        boolean future = invoice.date().isAfter(latest);
        return List.of(Problem.of(
                        future ? ProblemCode.INVOICE_DATE_IN_FUTURE : ProblemCode.INVOICE_DATE_TOO_OLD,
                        invoice.number(),
                        "Invoice " + invoice.number() + " is dated " + invoice.date()
                                + (future
                                        ? ", which is in the future"
                                        : ", which is more than " + OLDEST_YEARS + " years ago")
                                + ".")
                .advising("Ask the partner for a corrected invoice, or release it to post it with this date."));
    }
}
