package io.mlconnector.domain.alignment;

import io.mlconnector.domain.agreement.TradingPartner;
import io.mlconnector.domain.alignment.CrossReference.Kind;
import io.mlconnector.domain.invoicing.document.InvoiceLine;
import io.mlconnector.domain.invoicing.document.OpenOrder;
import io.mlconnector.domain.ordering.document.OrderLine;
import io.mlconnector.domain.trade.Gtin;
import io.mlconnector.domain.trade.ItemNumber;
import io.mlconnector.domain.trade.ProductId;
import io.mlconnector.domain.trade.ProductId.Source;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.ProblemCode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the order line of an invoice line. Two witnesses: the line number and the product ids. Both together are best;
 * ids alone serve where they name one line only; a number alone serves where no id speaks against it. A number whose
 * ids name another product is never believed.
 */
final class InvoiceLineAlignment {

    private final TradingPartner partner;
    private final ProductFacts facts;
    private final CrossReferences references;

    InvoiceLineAlignment(TradingPartner partner, ProductFacts facts, CrossReferences references) {
        this.partner = partner;
        this.facts = facts;
        this.references = references;
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

        if (numbered.isPresent() && candidates.contains(numbered.get())) {
            return found(numbered.get(), "line-number-and-item", "its number and its product ids name it", order);
        }
        if (named.size() == 1) {
            return found(named.get(0), "item", "its product ids " + ids + " name it", order);
        }
        if (named.size() > 1) {
            Optional<OrderLine> free = lines.firstFree(candidates);
            return free.isPresent()
                    ? found(
                            free.get(),
                            "item-first-free",
                            ids + " name several lines; the first not invoiced yet",
                            order)
                    : found(named.get(0), "item-again", "its product ids " + ids + " name it once more", order);
        }
        if (numbered.isPresent() && testimony(ids, numbered.get()) == Testimony.SILENT) {
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

    private static Alignment<OrderLine> found(OrderLine line, String rule, String because, OpenOrder order) {
        return new Alignment.Found<>(
                line, rule, "is line " + line.number() + " of order " + order.number() + ": " + because);
    }

    private Alignment<OrderLine> unknownItem(InvoiceLine line, List<ProductId> ids, OpenOrder order) {
        ProductId first = ids.get(0);
        return new Alignment.Missing<>(Problem.of(
                        ProblemCode.ITEM_UNKNOWN,
                        partner.id() + ":" + first,
                        "Line " + line.position() + " names the product " + ids + ", which is on no line of order "
                                + order.number() + ". If it is one of our items, enter it: ml-connector crossref set "
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

    private Testimony testimony(List<ProductId> ids, OrderLine candidate) {
        Testimony all = Testimony.SILENT;
        for (ProductId id : ids) {
            Testimony one = testimony(id, candidate);
            if (one == Testimony.SAME) {
                return Testimony.SAME;
            }
            if (one == Testimony.OTHER) {
                all = Testimony.OTHER;
            }
        }
        return all;
    }

    private Testimony testimony(ProductId id, OrderLine candidate) {
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
