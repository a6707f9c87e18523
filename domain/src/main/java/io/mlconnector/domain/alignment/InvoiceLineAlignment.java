package io.mlconnector.domain.alignment;

import io.mlconnector.domain.agreement.TradingPartner;
import io.mlconnector.domain.crossreference.CrossReference.Kind;
import io.mlconnector.domain.crossreference.CrossReferences;
import io.mlconnector.domain.invoicing.document.InvoiceLine;
import io.mlconnector.domain.invoicing.document.OpenOrder;
import io.mlconnector.domain.ordering.document.OrderLine;
import io.mlconnector.domain.trade.Gtin;
import io.mlconnector.domain.trade.ItemNumber;
import io.mlconnector.domain.trade.Price;
import io.mlconnector.domain.trade.ProductId;
import io.mlconnector.domain.trade.ProductId.Source;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.ProblemCode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds the order line of an invoice line. Two witnesses: the line number and the product ids. Both together are best;
 * ids alone serve where they name one line only, or where price and quantity tell which of several; a number alone serves where no
 * id speaks against it. A number whose ids name another product is never believed, and ids that contradict each other decide nothing.
 */
final class InvoiceLineAlignment {

    private static final int MOST_TOLD = 10;

    private final TradingPartner partner;
    private final ProductFacts facts;

    InvoiceLineAlignment(TradingPartner partner, ProductFacts facts) {
        this.partner = partner;
        this.facts = facts;
    }

    /** What one id says of one order line. */
    private enum Testimony {
        SAME,
        OTHER,
        SILENT
    }

    Alignment<OrderLine> find(InvoiceLine line, OpenOrder order, LinesOfOrder lines) {
        List<ProductId> ids = line.productIds().stream()
                .filter(id -> id.source() != Source.OTHER)
                .toList();
        Optional<OrderLine> numbered = numbered(line, lines);
        LinesOfOrder.Named candidates = lines.named(ids);
        List<OrderLine> named = candidates.lines();

        if (!candidates.contradicting().isEmpty()) {
            return contradicted(line, candidates, order);
        }
        // Lines are values; two of one order differ by their numbers.
        if (numbered.isPresent()
                && named.stream().anyMatch(one -> one.number() == numbered.get().number())) {
            return found(numbered.get(), "line-number-and-item", "its number and its product ids name it", order);
        }
        if (named.size() == 1) {
            return found(
                    named.get(0), "item", ProductId.inWords(ids) + (ids.size() == 1 ? " names it" : " name it"), order);
        }
        if (named.size() > 1) {
            return best(line, named, lines, order);
        }
        if (numbered.isPresent() && testimony(ids, numbered.get(), lines.references()) == Testimony.SILENT) {
            return found(
                    numbered.get(),
                    "line-number",
                    ids.isEmpty()
                            ? "its number names it"
                            : "its number names it, and F&O knows no such id of the item to compare with",
                    order);
        }
        return ids.isEmpty() ? unresolved(line, order) : unknownItem(line, ids, order);
    }

    /** Of several lines of one item the one that agrees best in price and quantity; never just the first. */
    private Alignment<OrderLine> best(InvoiceLine line, List<OrderLine> named, LinesOfOrder lines, OpenOrder order) {
        List<OrderLine> live = named.stream().filter(one -> !one.cancelled()).toList();
        List<OrderLine> candidates = live.isEmpty() ? named : live;
        if (candidates.size() == 1) {
            return found(
                    candidates.get(0), "item-not-cancelled", "the only one of its item that is not cancelled", order);
        }
        int most = -1;
        List<OrderLine> best = new ArrayList<>();
        for (OrderLine candidate : candidates) {
            int score = score(line, candidate, lines);
            if (score > most) {
                most = score;
                best.clear();
            }
            if (score == most) {
                best.add(candidate);
            }
        }
        OrderLine first =
                best.stream().min(Comparator.comparingLong(OrderLine::number)).orElseThrow();
        if (best.size() > 1 && interchangeable(best)) {
            return found(
                    first,
                    "item-first-free",
                    best.size() + " lines of its item are the same in price, quantity and unit; the first of them",
                    order);
        }
        return best.size() == 1
                ? found(
                        first,
                        "item-best",
                        "of " + candidates.size() + " lines of its item it agrees best in price and quantity",
                        order)
                : ambiguous(line, best, order);
    }

    /** Lines that buy the same at the same price: it makes no difference which of them is invoiced first. */
    private static boolean interchangeable(List<OrderLine> lines) {
        OrderLine first = lines.get(0);
        return lines.stream()
                .allMatch(line -> line.variant().same(first.variant())
                        && line.quantity().unit().same(first.quantity().unit())
                        && line.quantity().amount().compareTo(first.quantity().amount()) == 0
                        && line.price()
                                        .amount()
                                        .multiply(first.price().per())
                                        .compareTo(first.price()
                                                .amount()
                                                .multiply(line.price().per()))
                                == 0
                        && line.netAmount().compareTo(first.netAmount()) == 0);
    }

    /** Two points each for the price and for the quantity, one if no other line of the invoice speaks of it. */
    private static int score(InvoiceLine line, OrderLine candidate, LinesOfOrder lines) {
        Price ordered = candidate.netPrice();
        boolean samePrice = line.price()
                        .amount()
                        .multiply(ordered.per())
                        .compareTo(ordered.amount().multiply(line.price().per()))
                == 0;
        boolean sameQuantity =
                line.quantity().abs().compareTo(candidate.quantity().amount().abs()) == 0;
        return (samePrice ? 2 : 0) + (sameQuantity ? 2 : 0) + (lines.free(candidate) ? 1 : 0);
    }

    private Alignment<OrderLine> contradicted(InvoiceLine line, LinesOfOrder.Named named, OpenOrder order) {
        return new Alignment.Missing<>(Problem.of(
                        ProblemCode.LINE_CONTRADICTED,
                        order.number() + ":" + line.position(),
                        "Line " + line.position() + " contradicts itself: "
                                + named.contradicting().entrySet().stream()
                                        .map(witness -> witness.getKey() + " is on " + numbers(witness.getValue()))
                                        .collect(Collectors.joining(", "))
                                + " of order " + order.number()
                                + ". Ask the partner which product it is; correct our number of it in F&O or by ml-connector"
                                + " crossref set, and replay the document, or ask for a corrected invoice.")
                .with("line", Integer.toString(line.position())));
    }

    private Alignment<OrderLine> ambiguous(InvoiceLine line, List<OrderLine> best, OpenOrder order) {
        return new Alignment.Missing<>(Problem.of(
                        ProblemCode.LINE_AMBIGUOUS,
                        order.number() + ":" + line.position(),
                        "Line " + line.position() + " may mean "
                                + numbers(best.stream().map(OrderLine::number).toList()) + " of order "
                                + order.number()
                                + " alike, by product, price and quantity, and says no line number of the order. Ask the"
                                + " partner for the order's line numbers (IT101), or key the invoice by hand.")
                .with("line", Integer.toString(line.position())));
    }

    private static String numbers(List<Long> lines) {
        String all = lines.stream().limit(MOST_TOLD).map(String::valueOf).collect(Collectors.joining(" and "));
        return (lines.size() == 1 ? "line " : "lines ") + all + (lines.size() > MOST_TOLD ? " and others" : "");
    }

    private static Alignment<OrderLine> found(OrderLine line, String rule, String because, OpenOrder order) {
        return new Alignment.Found<>(
                line, rule, "is line " + line.number() + " of order " + order.number() + ": " + because);
    }

    private Alignment<OrderLine> unknownItem(InvoiceLine line, List<ProductId> ids, OpenOrder order) {
        ProductId first = ids.get(0);
        return new Alignment.Missing<>(Problem.of(
                        ProblemCode.ITEM_UNKNOWN,
                        partner.id() + ":" + first,
                        "Line " + line.position() + " names its product by " + ProductId.inWords(ids)
                                + "; no line of order "
                                + order.number()
                                + " is of it. If it is one of our items, enter it: ml-connector crossref set "
                                + partner.id() + " item " + first + " ITEMNUMBER; then replay the document. If not, ask"
                                + " the partner for a corrected invoice.")
                .with("line", Integer.toString(line.position())));
    }

    private Alignment<OrderLine> unresolved(InvoiceLine line, OpenOrder order) {
        return new Alignment.Missing<>(Problem.of(
                        ProblemCode.LINE_UNRESOLVED,
                        partner.id().id(),
                        "Line " + line.position() + " has no product id, and its line number "
                                + line.lineNumber().orElse("(none)") + " is not one of order " + order.number()
                                + ". Ask the partner for the order's line numbers or for item numbers.")
                .with("line", Integer.toString(line.position())));
    }

    /** Line numbers are compared as numbers: 10 and 000010 are the same (reference x12, section 3). */
    private static Optional<OrderLine> numbered(InvoiceLine line, LinesOfOrder lines) {
        return line.lineNumber()
                .map(String::strip)
                .filter(digits -> digits.matches("\\d{1,18}(\\.0*)?"))
                .map(BigDecimal::new)
                .flatMap(lines::numbered);
    }

    private Testimony testimony(List<ProductId> ids, OrderLine candidate, CrossReferences references) {
        Testimony all = Testimony.SILENT;
        for (ProductId id : ids) {
            Testimony one = testimony(id, candidate, references);
            if (one == Testimony.SAME) {
                return Testimony.SAME;
            }
            if (one == Testimony.OTHER) {
                all = Testimony.OTHER;
            }
        }
        return all;
    }

    private Testimony testimony(ProductId id, OrderLine candidate, CrossReferences references) {
        Optional<String> agreed = references.ours(partner.id(), Kind.ITEM, id.toString());
        if (agreed.isPresent()) {
            return compare(candidate.item().map(ItemNumber::number).or(() -> Optional.of("")), agreed.get());
        }
        return switch (id.source()) {
            case BUYER -> compare(candidate.item().map(ItemNumber::number), id.id());
            case VENDOR ->
                compare(
                        candidate
                                .vendorItem()
                                .or(() ->
                                        candidate.item().flatMap(item -> facts.vendorItem(item, candidate.variant()))),
                        id.id());
            case GTIN -> compareGtin(candidate, id.id());
            case OTHER -> Testimony.SILENT;
        };
    }

    private static Testimony compare(Optional<String> known, String said) {
        return known.map(text -> text.strip().equalsIgnoreCase(said.strip()) ? Testimony.SAME : Testimony.OTHER)
                .orElse(Testimony.SILENT);
    }

    /** A case of the item bears another GTIN than a piece; either names the item. */
    private Testimony compareGtin(OrderLine candidate, String said) {
        Set<Gtin> known = candidate
                .barcode()
                .flatMap(Gtin::read)
                .map(Set::of)
                .or(() -> candidate.item().map(item -> facts.gtins(item, candidate.variant())))
                .orElse(Set.of());
        if (known.isEmpty()) {
            return Testimony.SILENT;
        }
        return Gtin.read(said).filter(known::contains).isPresent() ? Testimony.SAME : Testimony.OTHER;
    }
}
