package io.mlconnector.domain.invoicing;

import io.mlconnector.domain.agreement.InvoiceAgreement.Checks;
import io.mlconnector.domain.invoicing.document.OpenOrder;
import io.mlconnector.domain.ordering.document.OrderLine;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.ProblemCode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Whether an invoice, together with what other pending invoices claim already, goes beyond what was ordered: an order billed again
 * under another number is seen here, whoever keyed the first one.
 */
public final class InvoicedBefore {

    private InvoicedBefore() {}

    /** An order line, by the number of its order. */
    private record Place(String orderNumber, long orderLine) {}

    /**
     * What goes too far, one problem for each order line. Linear in lines.
     *
     * @param invoice of which F&O has nothing yet; a credit never goes too far
     * @param orders the orders that it names
     * @param before by order number, what other invoices claim
     */
    public static List<Problem> problems(
            InvoiceToPost invoice, List<OpenOrder> orders, Map<String, List<InvoicedQuantity>> before, Checks agreed) {
        Map<Place, OrderLine> ordered = new HashMap<>();
        orders.stream()
                .filter(order -> order.legalEntity().equals(invoice.legalEntity()))
                .forEach(order -> order.lines()
                        .forEach(line -> ordered.putIfAbsent(new Place(order.number(), line.number()), line)));
        Map<Place, List<InvoicedQuantity>> claims = new HashMap<>();
        before.forEach((order, claimed) -> claimed.forEach(
                claim -> claims.computeIfAbsent(new Place(order, claim.orderLine()), place -> new ArrayList<>())
                        .add(claim)));
        Map<Place, List<InvoiceToPost.Line>> invoiced = new LinkedHashMap<>();
        invoice.lines()
                .forEach(line -> invoiced.computeIfAbsent(
                                new Place(line.orderNumber(), line.orderLine()), place -> new ArrayList<>())
                        .add(line));
        List<Problem> problems = new ArrayList<>();
        invoiced.forEach((place, lines) -> Optional.ofNullable(ordered.get(place))
                .flatMap(line -> problem(lines, line, claims.getOrDefault(place, List.of()), agreed))
                .ifPresent(problems::add));
        return problems;
    }

    private static Optional<Problem> problem(
            List<InvoiceToPost.Line> lines, OrderLine ordered, List<InvoicedQuantity> claims, Checks agreed) {
        InvoiceToPost.Line first = lines.getFirst();
        BigDecimal now = lines.stream().map(line -> line.quantity().amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal claimed = claims.stream()
                .filter(other -> other.quantity().unit().same(first.quantity().unit()))
                .map(other -> other.quantity().amount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal quantity = ordered.quantity().amount();
        BigDecimal most = quantity.add(quantity.abs().multiply(agreed.quantityTolerance()));
        if (now.signum() <= 0 || claimed.signum() <= 0 || claimed.add(now).compareTo(most) <= 0) {
            return Optional.empty();
        }
        return Optional.of(Problem.of(
                ProblemCode.INVOICED_BEFORE,
                first.orderNumber() + ":" + first.orderLine(),
                String.format(
                        Locale.ROOT,
                        "Of line %d of order %s %s %s were ordered, other pending invoices claim %s already, and this one %s more."
                                + " It may be the same delivery billed again under another number. Ask the partner, or"
                                + " release the invoice to accept the quantity.",
                        first.orderLine(),
                        first.orderNumber(),
                        plain(quantity),
                        first.quantity().unit(),
                        plain(claimed),
                        plain(now))));
    }

    private static String plain(BigDecimal amount) {
        BigDecimal stripped = amount.stripTrailingZeros();
        return (stripped.scale() < 0 ? stripped.setScale(0) : stripped).toPlainString();
    }
}
