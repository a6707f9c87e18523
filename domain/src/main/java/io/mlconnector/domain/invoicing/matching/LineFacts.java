package io.mlconnector.domain.invoicing.matching;

import io.mlconnector.domain.agreement.InvoiceAgreement.Checks;
import io.mlconnector.domain.invoicing.document.LineMatching;
import io.mlconnector.domain.ordering.document.OrderLine;
import io.mlconnector.domain.trade.ItemNumber;
import io.mlconnector.domain.trade.Price;
import io.mlconnector.domain.trade.conversion.Fraction;
import io.mlconnector.domain.words.HistoryEntry;
import io.mlconnector.domain.words.Problem;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What was compared of one order line with the lines of an invoice that bill it. It becomes an entry of the history whose details are
 * read by programs; their names are described in docs/matching.md and never change.
 *
 * @param lines positions of the lines on the invoice; empty where they are lines of a category
 * @param order number of the order
 * @param orderLine line of that order
 * @param sentence the numbers in words
 * @param details the numbers by name; what is not known is missing
 */
public record LineFacts(
        List<Integer> lines, String order, long orderLine, String sentence, Map<String, String> details) {

    /** Event of an entry about lines that have an order line. */
    public static final String MATCHED = "matched";

    /** Event of an entry about a line that has none. */
    public static final String UNMATCHED = "unmatched";

    public LineFacts {
        Objects.requireNonNull(order, "order");
        Objects.requireNonNull(sentence, "sentence");
        lines = List.copyOf(lines);
        details = Map.copyOf(details);
    }

    /**
     * Of an order line.
     *
     * @param lines positions of the lines of the invoice that bill it
     * @param now what they bill of it together, in its unit
     * @param wanted how F&O wants it to be matched
     * @param agreed tolerances agreed with the partner
     */
    public static LineFacts of(
            List<Integer> lines, String order, OrderLine line, BigDecimal now, LineMatching wanted, Checks agreed) {
        String unit = line.quantity().unit().symbol();
        Map<String, String> details = new TreeMap<>();
        details.put("lines", lines.stream().map(String::valueOf).collect(Collectors.joining(",")));
        details.put("order", order);
        details.put("orderLine", Long.toString(line.number()));
        details.put("item", line.item().map(ItemNumber::number).orElse(line.category()));
        details.put("unit", unit);
        details.put("ordered", plain(line.quantity().amount()));
        details.put("orderPrice", shown(line.netPrice()));
        details.put("now", plain(now));
        details.put("priceTolerance", agreed.priceTolerance().toPlainString());
        details.put(
                "quantityTolerance",
                agreed.quantityTolerance().max(wanted.overDelivery()).toPlainString());
        details.put(
                "matching",
                wanted.policy()
                        .orElse(agreed.matching())
                        .name()
                        .toLowerCase(Locale.ROOT)
                        .replace('_', '-'));
        String sentence = "Of line " + line.number() + " of order " + order + " "
                + plain(line.quantity().amount()) + " "
                + unit + " are ordered, now " + plain(now)
                + "; what was received and invoiced before was not looked at";
        return new LineFacts(lines, order, line.number(), sentence, details);
    }

    /**
     * The same after it was compared with what F&O has besides the order.
     *
     * @param numbers all of them in words
     * @param received in the unit of the order line; empty if F&O does not tell
     * @param pending claimed by pending invoices; likewise
     * @param posted billed by posted invoices; likewise
     */
    public LineFacts compared(
            String numbers, Optional<String> received, Optional<String> pending, Optional<String> posted) {
        Map<String, String> more = new TreeMap<>(details);
        received.ifPresent(amount -> more.put("received", amount));
        pending.ifPresent(amount -> more.put("pending", amount));
        posted.ifPresent(amount -> more.put("posted", amount));
        return new LineFacts(lines, order, orderLine, numbers, more);
    }

    /** The entry of the history, with what came of it. */
    public HistoryEntry entry(Instant at, LineFindings found) {
        Map<String, String> all = new TreeMap<>(details);
        found.about(this)
                .ifPresentOrElse(
                        finding -> {
                            all.put("verdict", finding.verdict().word());
                            all.put("findings", String.join(",", finding.codes()));
                        },
                        () -> all.put("verdict", LineVerdict.AGREES.word()));
        return HistoryEntry.entry(at, MATCHED, sentence, all);
    }

    /** The entry of the history where nothing was checked, as other lines have no order line. */
    public HistoryEntry unchecked(Instant at) {
        Map<String, String> all = new TreeMap<>(details);
        all.put("verdict", LineVerdict.NOT_CHECKED.word());
        return HistoryEntry.entry(at, MATCHED, sentence, all);
    }

    /**
     * The entry about a line of the invoice whose order line is known, while nobody knows what its unit is in that of the order line.
     *
     * @param why it could not be compared
     */
    public HistoryEntry unmeasured(Instant at, Problem why) {
        Map<String, String> all = new TreeMap<>(details);
        // It is in the unit of the partner, and all others are in that of the order line.
        all.remove("now");
        all.put("verdict", LineVerdict.NOT_MATCHED.word());
        all.put("findings", why.code());
        return HistoryEntry.entry(
                at,
                UNMATCHED,
                (lines.size() == 1 ? "Line " : "Lines ")
                        + lines.stream().map(String::valueOf).collect(Collectors.joining(", "))
                        + (lines.size() == 1 ? " is line " : " are line ")
                        + orderLine + " of order " + order + ", but could not be compared with it ("
                        + why.code().replace('-', ' ') + ")",
                all);
    }

    /** The entry about a line of the invoice that could not be tied to an order line; empty if the problem is about no line. */
    public static Optional<HistoryEntry> unmatched(Instant at, Problem why) {
        return Optional.ofNullable(why.details().get("line"))
                .map(line -> HistoryEntry.entry(
                        at,
                        UNMATCHED,
                        "Line " + line + " could not be compared with an order line ("
                                + why.code().replace('-', ' ') + ")",
                        Map.of("lines", line, "verdict", LineVerdict.NOT_MATCHED.word(), "findings", why.code())));
    }

    private static String plain(BigDecimal amount) {
        return Fraction.of(amount).toString();
    }

    /** A price for one, or for how many. */
    private static String shown(Price price) {
        String amount = plain(price.amount());
        return price.per().compareTo(BigDecimal.ONE) == 0 ? amount : amount + " per " + plain(price.per());
    }
}
