package io.mlconnector.domain.alignment;

import io.mlconnector.domain.agreement.LineRules;
import io.mlconnector.domain.agreement.LineRules.ProductIdRule;
import io.mlconnector.domain.agreement.TradingPartner;
import io.mlconnector.domain.crossreference.CrossReference.Kind;
import io.mlconnector.domain.crossreference.CrossReferences;
import io.mlconnector.domain.ordering.AlignedLine;
import io.mlconnector.domain.ordering.AlignedOrder;
import io.mlconnector.domain.ordering.document.OrderLine;
import io.mlconnector.domain.ordering.document.PurchaseOrder;
import io.mlconnector.domain.trade.Gtin;
import io.mlconnector.domain.trade.ItemNumber;
import io.mlconnector.domain.trade.ProductId;
import io.mlconnector.domain.trade.UnitCode;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.ProblemCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts a confirmed order into the words of the partner: units and product ids. */
public final class OrderAlignment {

    private OrderAlignment() {}

    /**
     * The result for a whole order.
     *
     * @param order the aligned order; empty if {@code problems} is not
     * @param reasons why each value is what it is, a sentence each
     * @param problems what could not be aligned; all of them, not the first
     */
    public record Result(Optional<AlignedOrder> order, List<Reason> reasons, List<Problem> problems) {
        public Result {
            reasons = List.copyOf(reasons);
            problems = List.copyOf(problems);
        }
    }

    /** Aligns every open line. */
    public static Result align(PurchaseOrder order, TradingPartner partner, ProductFacts facts, CrossReferences all) {
        CrossReferences references = all.applying(order.key().legalEntity(), Optional.of(order.confirmationDate()));
        List<AlignedLine> lines = new ArrayList<>();
        List<Reason> reasons = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        LineRules rules = partner.interchange().profile().lines();
        for (OrderLine line : told(order, rules)) {
            switch (UnitAlignment.toPartner(partner.id(), line.quantity().unit(), references, rules.units())) {
                case Alignment.Found<UnitCode> found -> {
                    List<ProductId> ids = productIds(line, partner, facts, references);
                    if (ids.isEmpty()
                            && line.item().filter(OrderAlignment::padded).isPresent()) {
                        problems.add(padded(line));
                    }
                    reasons.add(found.reason("Line " + line.number() + ": "));
                    reasons.add(new Reason(
                            "Line " + line.number()
                                    + (ids.isEmpty()
                                            ? " has no item; its description names what is bought"
                                            : " is named by " + ProductId.inWords(ids)),
                            ""));
                    lines.add(new AlignedLine(line, found.value(), ids));
                }
                case Alignment.Missing<UnitCode>(Problem why) ->
                    problems.add(why.with("line", Long.toString(line.number())));
            }
        }
        if (!problems.isEmpty()) {
            return new Result(Optional.empty(), reasons, problems);
        }
        String companyName = order.details().companyName();
        String ourName = companyName.isBlank() ? order.key().legalEntity().id() : companyName;
        return new Result(Optional.of(new AlignedOrder(order, lines, ourName, partner.name())), reasons, problems);
    }

    private static List<OrderLine> told(PurchaseOrder order, LineRules rules) {
        return rules.schedule() == LineRules.Schedule.LINES
                ? order.openLines().stream()
                        .flatMap(line -> line.eachDelivery().stream())
                        .toList()
                : order.openLines();
    }

    /** In the order that was agreed; usually GTIN, the vendor's number, ours (reference x12, section 11). */
    private static List<ProductId> productIds(
            OrderLine line, TradingPartner partner, ProductFacts facts, CrossReferences references) {
        List<ProductId> ids = new ArrayList<>();
        Optional<ItemNumber> item = line.item();
        Optional<Gtin> gtin = line.barcode()
                .flatMap(Gtin::read)
                .or(() -> item.flatMap(number ->
                        facts.gtin(number, line.variant(), line.quantity().unit())));
        Optional<ProductId> vendorItem = vendorItem(line, partner, facts, references);
        boolean gtinTold = false;
        for (ProductIdRule rule : partner.interchange().profile().lines().productIds()) {
            Optional<ProductId> id = switch (rule.source()) {
                case GTIN -> gtinTold ? Optional.empty() : gtin.flatMap(known -> known.as(rule.qualifier()));
                case VENDOR_ITEM ->
                    vendorItem.map(known ->
                            rule.qualifier().equals("VN") ? known : new ProductId(rule.qualifier(), known.id()));
                case OUR_ITEM ->
                    item.filter(number -> !padded(number))
                            .map(number -> new ProductId(rule.qualifier(), number.number()));
                case VARIANT_NUMBER ->
                    line.details().variantNumber().map(number -> new ProductId(rule.qualifier(), number));
                case CONFIGURATION -> dimension(rule, line.variant().configuration());
                case COLOR -> dimension(rule, line.variant().color());
                case SIZE -> dimension(rule, line.variant().size());
                case STYLE -> dimension(rule, line.variant().style());
                case VERSION -> dimension(rule, line.variant().version());
            };
            gtinTold |= rule.source() == ProductIdRule.Source.GTIN && id.isPresent();
            id.ifPresent(ids::add);
        }
        return ids;
    }

    /** Blanks at the beginning of an element are lost on the way, and without them it is the number of another item. */
    private static boolean padded(ItemNumber item) {
        return item.number().startsWith(" ");
    }

    private static Problem padded(OrderLine line) {
        return Problem.of(
                ProblemCode.ITEM_BEGINS_WITH_BLANK,
                line.item().map(ItemNumber::number).orElse(""),
                "Item '" + line.item().map(ItemNumber::number).orElse("") + "' of line " + line.number()
                        + " begins with a blank, which is lost in X12: the partner would read the number of another item, and"
                        + " nothing else names this one. Enter the vendor's number or a barcode for it in F&O, or a cross"
                        + " reference for the item, and replay the document.");
    }

    private static Optional<ProductId> dimension(ProductIdRule rule, String value) {
        return value.isBlank() ? Optional.empty() : Optional.of(new ProductId(rule.qualifier(), value));
    }

    private static Optional<ProductId> vendorItem(
            OrderLine line, TradingPartner partner, ProductFacts facts, CrossReferences references) {
        Optional<String> agreed = line.item().stream()
                .flatMap(item -> references.allTheirs(partner.id(), Kind.ITEM, item.number()).stream())
                .filter(theirs -> theirs.matches("V[A-Z]:.+"))
                .findFirst();
        if (agreed.isPresent()) {
            return Optional.of(
                    new ProductId(agreed.get().substring(0, 2), agreed.get().substring(3)));
        }
        return line.vendorItem()
                .or(() -> line.item().flatMap(item -> facts.vendorItem(item, line.variant())))
                .filter(text -> !text.isBlank())
                .map(text -> new ProductId("VN", text));
    }
}
