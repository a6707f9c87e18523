package io.mlconnector.domain.invoicing;

import io.mlconnector.domain.agreement.InvoiceAgreement.Checks;
import io.mlconnector.domain.invoicing.document.OpenOrder;
import io.mlconnector.domain.ordering.document.OrderLine;
import io.mlconnector.domain.words.Problem;
import java.math.BigDecimal;
import java.util.ArrayList;
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

    /**
     * What goes too far, one problem for each order line.
     *
     * @param invoice of which F&O has nothing yet; a credit never goes too far
     * @param orders the orders that it names
     * @param before by order number, what other invoices claim
     */
    public static List<Problem> problems(
            InvoiceToPost invoice, List<OpenOrder> orders, Map<String, List<InvoicedQuantity>> before, Checks agreed) {
        Map<String, List<InvoiceToPost.Line>> byOrderLine = new LinkedHashMap<>();
        invoice.lines()
                .forEach(line -> byOrderLine
                        .computeIfAbsent(line.orderNumber() + ":" + line.orderLine(), key -> new ArrayList<>())
                        .add(line));
        return byOrderLine.entrySet().stream()
                .flatMap(entry -> problem(entry.getKey(), entry.getValue(), invoice, orders, before, agreed).stream())
                .toList();
    }

    private static Optional<Problem> problem(
            String key,
            List<InvoiceToPost.Line> lines,
            InvoiceToPost invoice,
            List<OpenOrder> orders,
            Map<String, List<InvoicedQuantity>> before,
            Checks agreed) {
        InvoiceToPost.Line first = lines.getFirst();
        BigDecimal now = lines.stream().map(line -> line.quantity().amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal claimed = before.getOrDefault(first.orderNumber(), List.of()).stream()
                .filter(other -> other.orderLine() == first.orderLine()
                        && other.quantity().unit().same(first.quantity().unit()))
                .map(other -> other.quantity().amount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        Optional<OrderLine> ordered = orders.stream()
                .filter(order -> order.legalEntity().equals(invoice.legalEntity())
                        && order.number().equals(first.orderNumber()))
                .flatMap(order -> order.lines().stream())
                .filter(line -> line.number() == first.orderLine())
                .findFirst();
        if (ordered.isEmpty() || now.signum() <= 0 || claimed.signum() <= 0) {
            return Optional.empty();
        }
        BigDecimal quantity = ordered.get().quantity().amount();
        BigDecimal most = quantity.add(quantity.abs().multiply(agreed.quantityTolerance()));
        if (claimed.add(now).compareTo(most) <= 0) {
            return Optional.empty();
        }
        return Optional.of(Problem.of(
                "invoiced-before",
                key,
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
