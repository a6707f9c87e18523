package io.mlconnector.domain.invoicing.written;

import static io.mlconnector.domain.invoicing.written.InvoiceDifferences.amount;
import static io.mlconnector.domain.invoicing.written.InvoiceDifferences.day;
import static io.mlconnector.domain.invoicing.written.InvoiceDifferences.differs;
import static io.mlconnector.domain.invoicing.written.InvoiceDifferences.plain;
import static io.mlconnector.domain.invoicing.written.InvoiceDifferences.rounded;
import static io.mlconnector.domain.invoicing.written.InvoiceDifferences.stated;
import static io.mlconnector.domain.invoicing.written.InvoiceDifferences.text;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a posted invoice says otherwise than the one that was meant. Nothing comes any more to what is posted, so a line that is missing
 * is a difference; but what F&O's journal does not tell, or all lines where it shows none, is none. Lines are compared by the line of
 * the order that they bill, added up: F&O numbers posted lines anew and may have split them.
 */
public final class PostedDifferences {

    private PostedDifferences() {}

    /**
     * Compares field by field.
     *
     * @param meant with all of its parts
     * @param found as F&O has posted it
     * @return for each difference a few words, header first, then by order line; empty if there is none
     */
    public static List<String> of(WrittenInvoice meant, PostedInvoice found) {
        List<String> all = new ArrayList<>();
        text("vendor account", meant.vendor(), found.vendor()).ifPresent(all::add);
        text("invoice number", meant.number(), found.number()).ifPresent(all::add);
        day(meant.date(), found.date()).ifPresent(all::add);
        text("currency", meant.currency(), found.currency()).ifPresent(all::add);
        amount("total", meant.total(), stated(found.stated())).ifPresent(all::add);
        posted(meant, found).ifPresent(all::add);
        amount("tax", meant.tax(), stated(found.tax())).ifPresent(all::add);
        if (!found.lines().isEmpty()) {
            ofLines(meant, found, all);
        }
        return List.copyOf(all);
    }

    /** The vendor's total may differ from its parts by what the partner is allowed: either may have been posted. */
    private static Optional<String> posted(WrittenInvoice meant, PostedInvoice found) {
        BigDecimal parts = Stream.of(
                        meant.lines().stream().flatMap(line -> line.netAmount().stream()),
                        meant.charges().stream().map(WrittenInvoice.Charge::amount),
                        meant.tax().stream())
                .flatMap(amounts -> amounts)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        Optional<BigDecimal> total = stated(found.total());
        return amount("posted total", Optional.of(parts), total).isEmpty()
                ? Optional.empty()
                : amount("posted total", meant.total(), total);
    }

    /** What all lines for one line of an order add up to. */
    private record Billed(BigDecimal quantity, String unit, Optional<BigDecimal> netAmount) {
        Billed and(Billed other) {
            return new Billed(
                    quantity.add(other.quantity),
                    unit.isBlank() ? other.unit : unit,
                    netAmount.flatMap(net -> other.netAmount.map(net::add)));
        }
    }

    private record OrderLine(String order, long line) {
        static OrderLine of(String order, long line) {
            return new OrderLine(order.strip().toUpperCase(Locale.ROOT), line);
        }

        String inWords() {
            return order.isEmpty() ? "lines without an order" : "order " + order + " line " + line;
        }
    }

    private static void ofLines(WrittenInvoice meant, PostedInvoice found, List<String> all) {
        Map<OrderLine, Billed> ours = new LinkedHashMap<>();
        meant.lines()
                .forEach(line -> ours.merge(
                        OrderLine.of(line.orderNumber(), line.orderLine()),
                        new Billed(line.quantity(), line.unit(), line.netAmount()),
                        Billed::and));
        Map<OrderLine, Billed> theirs = new LinkedHashMap<>();
        found.lines()
                .forEach(line -> theirs.merge(
                        OrderLine.of(line.orderNumber(), line.orderLine()),
                        new Billed(line.quantity(), line.unit(), line.netAmount()),
                        Billed::and));
        ours.forEach((line, billed) -> ofLine(line, billed, Optional.ofNullable(theirs.get(line)), all));
        theirs.forEach((line, billed) -> {
            if (!ours.containsKey(line)) {
                all.add(line.inWords() + ": not meant, quantity " + plain(billed.quantity()) + " in F&O");
            }
        });
    }

    private static void ofLine(OrderLine line, Billed meant, Optional<Billed> found, List<String> all) {
        String what = line.inWords() + " ";
        if (found.isEmpty()) {
            // Lines without an order are billed by category; the journal may not say of which invoice they are.
            if (!line.order().isEmpty()) {
                all.add(differs(what + "quantity", plain(meant.quantity()), "none"));
            }
            return;
        }
        Billed there = found.get();
        if (meant.quantity().compareTo(there.quantity()) != 0) {
            all.add(differs(what + "quantity", plain(meant.quantity()), plain(there.quantity())));
        }
        text(what + "unit", meant.unit(), there.unit()).ifPresent(all::add);
        meant.netAmount()
                .flatMap(net -> there.netAmount()
                        .filter(other -> !rounded(net).equals(rounded(other)))
                        .map(other -> differs(what + "net amount", rounded(net), rounded(other))))
                .ifPresent(all::add);
    }
}
