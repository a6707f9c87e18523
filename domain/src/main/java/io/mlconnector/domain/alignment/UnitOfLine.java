package io.mlconnector.domain.alignment;

import io.mlconnector.domain.crossreference.CrossReferences;
import io.mlconnector.domain.invoicing.document.InvoiceLine;
import io.mlconnector.domain.ordering.document.OrderLine;
import io.mlconnector.domain.trade.PartnerId;
import io.mlconnector.domain.trade.Price;
import io.mlconnector.domain.trade.UnitSymbol;
import io.mlconnector.domain.trade.conversion.ExactPrice;
import io.mlconnector.domain.trade.conversion.UnitConversion.Factor;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.ProblemCode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Brings a line of an invoice into the unit of its order line: it says so already, or F&O converts it. The amount stays what it is to
 * the cent: a quantity or a price that F&O cannot keep exactly stops the line.
 */
final class UnitOfLine {

    private UnitOfLine() {}

    /** The line in the unit of the order line. */
    static Alignment<InvoiceLine> find(
            InvoiceLine line, OrderLine orderLine, PartnerId partner, ProductFacts facts, CrossReferences references) {
        UnitSymbol ordered = orderLine.quantity().unit();
        return switch (UnitAlignment.fromPartner(partner, line.unit(), ordered, references)) {
            case Alignment.Found<UnitSymbol> found
            when found.value().same(ordered) -> new Alignment.Found<>(line, found.rule(), found.explanation());
            case Alignment.Found<UnitSymbol> found ->
                converted(line, orderLine, List.of(found.value()), partner, facts)
                        .orElseGet(() ->
                                noConversion(line, orderLine, found.value().symbol(), partner));
            case Alignment.Missing<UnitSymbol> missing ->
                converted(line, orderLine, symbols(line, orderLine, facts), partner, facts)
                        .orElseGet(() -> new Alignment.Missing<>(missing.why()));
        };
    }

    /** Symbols of F&O that mean what the partner writes: usually, or because they are the same word. */
    private static List<UnitSymbol> symbols(InvoiceLine line, OrderLine orderLine, ProductFacts facts) {
        String code = line.unit().code();
        return facts.conversions().units(orderLine.productNumbers()).stream()
                .filter(symbol -> symbol.symbol().equalsIgnoreCase(code)
                        || ProposedUnits.code(symbol.symbol())
                                .filter(code::equals)
                                .isPresent())
                .toList();
    }

    /** Empty if no conversion is known; several symbols for one unit have to say the same. */
    private static Optional<Alignment<InvoiceLine>> converted(
            InvoiceLine line, OrderLine orderLine, List<UnitSymbol> from, PartnerId partner, ProductFacts facts) {
        UnitSymbol ordered = orderLine.quantity().unit();
        List<UnitSymbol> convertible = new ArrayList<>();
        List<Factor> factors = new ArrayList<>();
        for (UnitSymbol symbol : from) {
            facts.conversions()
                    .factor(orderLine.productNumbers(), symbol, ordered)
                    .ifPresent(factor -> {
                        convertible.add(symbol);
                        factors.add(factor);
                    });
        }
        if (factors.isEmpty()) {
            return Optional.empty();
        }
        Factor factor = factors.get(0);
        if (!factors.stream().allMatch(factor::same)) {
            return Optional.of(new Alignment.Missing<>(Problem.of(
                    ProblemCode.UNIT_UNKNOWN,
                    partner + ":" + line.unit(),
                    "Line " + line.position() + " is invoiced in unit " + line.unit() + ", which may be any of "
                            + convertible
                            + " in F&O, and they convert to different quantities of " + ordered + " " + factors
                            + ". Say which is meant: ml-connector crossref set " + partner + " unit " + line.unit()
                            + " SYMBOL; then replay the document.")));
        }
        return Optional.of(inOrderUnit(line, orderLine, convertible.get(0), factor, partner));
    }

    private static Alignment<InvoiceLine> inOrderUnit(
            InvoiceLine line, OrderLine orderLine, UnitSymbol from, Factor factor, PartnerId partner) {
        UnitSymbol ordered = orderLine.quantity().unit();
        Optional<BigDecimal> quantity = factor.of(line.quantity());
        Optional<Price> price = price(line.price(), factor, orderLine.price().per());
        Optional<InvoiceLine> exact = quantity.flatMap(many -> price.map(each -> line.at(many, each)))
                .filter(after -> after.amount().compareTo(line.amount()) == 0);
        String rule = "F&O converts 1 " + from + " to " + factor + " " + ordered + of(orderLine);
        return exact.<Alignment<InvoiceLine>>map(after -> new Alignment.Found<>(
                        after,
                        "unit-conversion",
                        plain(line.quantity()) + " " + line.unit() + " are " + plain(after.quantity()) + " " + ordered
                                + ": " + rule))
                .orElseGet(() -> new Alignment.Missing<>(Problem.of(
                        ProblemCode.UNIT_DIFFERS,
                        partner + ":" + line.unit(),
                        "Line " + line.position() + " is invoiced in " + line.unit() + ", the order line in " + ordered
                                + ". " + rule + ", but " + plain(line.quantity()) + " " + line.unit()
                                + (quantity.isEmpty()
                                        ? " are no quantity in " + ordered + " that F&O keeps exactly"
                                        : " have no price per " + ordered + " that F&O keeps exactly")
                                + ". Ask the partner to invoice in the order's unit.")));
    }

    /** The price of as many as the vendor prices, or of the order's price unit where that takes no more decimals. */
    private static Optional<Price> price(Price price, Factor factor, BigDecimal per) {
        BigDecimal numerator = price.amount().multiply(factor.denominator());
        BigDecimal denominator = price.per().multiply(factor.numerator());
        return ExactPrice.fraction(
                numerator,
                denominator,
                per,
                ExactPrice.exact(denominator, factor.denominator()).orElse(denominator));
    }

    private static Alignment<InvoiceLine> noConversion(
            InvoiceLine line, OrderLine orderLine, String from, PartnerId partner) {
        UnitSymbol ordered = orderLine.quantity().unit();
        return new Alignment.Missing<>(Problem.of(
                ProblemCode.UNIT_UNKNOWN,
                partner + ":" + from,
                "Line " + line.position() + " is invoiced in " + from + ", the order line in " + ordered
                        + ", and F&O knows no conversion from " + from + " to " + ordered + of(orderLine)
                        + ". Enter it in F&O (Unit conversions of the product) and replay the document; or ask the partner"
                        + " to invoice in the order's unit."));
    }

    private static String of(OrderLine line) {
        return line.item().map(item -> " of item " + item).orElse("");
    }

    private static String plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return (stripped.scale() < 0 ? stripped.setScale(0) : stripped).toPlainString();
    }
}
