package io.mlconnector.console.line;

import io.mlconnector.console.page.Figures;
import io.mlconnector.domain.invoicing.document.InvoiceLine;
import io.mlconnector.domain.trade.Price;
import io.mlconnector.domain.trade.ProductId;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One line of an invoice beside what it was compared with.
 *
 * @param line as the partner wrote it
 * @param facts what was compared, by the names that docs/matching.md describes; empty if that is not known
 */
public record LineRow(InvoiceLine line, Map<String, String> facts) {

    private static final String UNKNOWN = "not known";
    /** A converted price that has more is told as being about so much. */
    private static final int MOST_PLACES = 6;

    private static final String UNMATCHED = "not-matched";

    public LineRow {
        facts = Map.copyOf(facts);
    }

    /** A fact; empty if it is not known. */
    private String fact(String name) {
        return facts.getOrDefault(name, "");
    }

    private String known(String name) {
        return facts.getOrDefault(name, UNKNOWN);
    }

    /** The item in F&O, or else what the partner calls it. */
    public String item() {
        String ids = ProductId.inWords(line.productIds());
        return fact("item").isEmpty() ? ids.isEmpty() ? UNKNOWN : ids : fact("item");
    }

    /** What is billed, with its unit as the partner wrote it. */
    public String quantity() {
        return plain(line.quantity()) + " " + line.unit().code();
    }

    /** The same in the unit of the order line, where that is another one; empty if it is the same, or not known. */
    public String converted() {
        return measured()
                .filter(now -> !inOrderUnit(now))
                .map(now -> (together().isEmpty() ? "" : "together ") + plain(now) + " " + fact("unit"))
                .orElse("");
    }

    /** The price for one in the unit of the order line, where that is another one; empty likewise, and where lines count together. */
    public String convertedPrice() {
        return measured()
                .filter(now -> !inOrderUnit(now) && together().isEmpty() && now.signum() != 0)
                .map(now -> line.price()
                        .amount()
                        .multiply(line.quantity())
                        .divide(line.price().per().multiply(now), MathContext.DECIMAL64))
                .map(price -> (price.stripTrailingZeros().scale() > MOST_PLACES
                                ? "about " + Figures.amount(price.setScale(MOST_PLACES, RoundingMode.HALF_UP))
                                : Figures.amount(price))
                        + " per " + fact("unit"))
                .orElse("");
    }

    /** What this line and those that count with it bill, in the unit of the order line. */
    private Optional<BigDecimal> measured() {
        return number(fact("now"));
    }

    private boolean inOrderUnit(BigDecimal now) {
        return line.unit().code().equalsIgnoreCase(fact("unit"))
                || (together().isEmpty() && now.compareTo(line.quantity()) == 0);
    }

    private static Optional<BigDecimal> number(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** For one, or for how many. */
    public String price() {
        Price price = line.price();
        String per = price.per().compareTo(BigDecimal.ONE) == 0 ? "" : " per " + plain(price.per());
        return Figures.amount(price.amount()) + per;
    }

    /** What the line comes to, without charges and tax. */
    public String amount() {
        return Figures.amount(line.amount());
    }

    /** The order line, such as {@code PO-7, line 1}. */
    public String orderLine() {
        return known()
                ? fact("order") + ", line " + fact("orderLine")
                : verdict().equals(UNMATCHED) ? "none" : UNKNOWN;
    }

    /** Whether its order line is known; what nobody knows then is its unit. */
    private boolean known() {
        return !fact("order").isEmpty();
    }

    /** The net price of the order line. */
    public String orderPrice() {
        String[] parts = known("orderPrice").split(" ", 2);
        return number(parts[0])
                .map(price -> Figures.amount(price) + (parts.length > 1 ? " " + parts[1] : ""))
                .orElseGet(() -> known("orderPrice"));
    }

    /** Ordered, with the unit of the order line. */
    public String ordered() {
        return inUnit("ordered");
    }

    /** Received, likewise. */
    public String received() {
        return inUnit("received");
    }

    private String inUnit(String name) {
        return fact(name).isEmpty() ? UNKNOWN : fact(name) + " " + fact("unit");
    }

    /** What other invoices bill of it, whoever keyed them. */
    public List<String> before() {
        if (fact("pending").isEmpty() && fact("posted").isEmpty()) {
            return List.of(UNKNOWN);
        }
        return List.of(known("pending") + " pending", known("posted") + " posted");
    }

    /** What was agreed about price and quantity, and whether receipts count. */
    public List<String> tolerance() {
        if (fact("priceTolerance").isEmpty()) {
            return List.of(UNKNOWN);
        }
        return List.of(
                "price " + percent(fact("priceTolerance")),
                "quantity " + percent(fact("quantityTolerance")),
                fact("matching") + " match");
    }

    /** The word of the verdict. */
    public String verdict() {
        return facts.getOrDefault("verdict", "not-known");
    }

    /** The verdict in words. */
    public String verdictInWords() {
        return switch (verdict()) {
            case "agrees" -> "agrees";
            case "warned" -> "differs, goes on";
            case "accepted" -> "accepted by a person";
            case "held" -> "differs, held";
            case UNMATCHED -> known() ? "not comparable" : "no order line";
            case "not-checked" -> "not checked yet";
            default -> UNKNOWN;
        };
    }

    /** What was found, in words; empty if nothing was. */
    public String findings() {
        return Stream.of(fact("findings"))
                .flatMap(codes -> Arrays.stream(codes.split(",", -1)))
                .filter(code -> !code.isEmpty())
                .map(code -> code.replace('-', ' '))
                .collect(Collectors.joining(", "));
    }

    /** Other lines of the invoice that bill the same order line; the quantities count them together. */
    public List<String> together() {
        return Arrays.stream(fact("lines").split(",", -1))
                .filter(position -> !position.isEmpty() && !position.equals(Integer.toString(line.position())))
                .toList();
    }

    private static String percent(String fraction) {
        try {
            return plain(new BigDecimal(fraction).movePointRight(2)) + " %";
        } catch (NumberFormatException e) {
            return fraction;
        }
    }

    private static String plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return (stripped.scale() < 0 ? stripped.setScale(0) : stripped).toPlainString();
    }
}
