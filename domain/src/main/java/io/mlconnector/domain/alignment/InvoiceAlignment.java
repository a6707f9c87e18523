package io.mlconnector.domain.alignment;

import io.mlconnector.domain.agreement.TradingPartner;
import io.mlconnector.domain.crossreference.CrossReferences;
import io.mlconnector.domain.invoicing.document.InvoiceLine;
import io.mlconnector.domain.invoicing.document.MatchedLine;
import io.mlconnector.domain.invoicing.document.OpenOrder;
import io.mlconnector.domain.invoicing.document.VendorInvoice;
import io.mlconnector.domain.ordering.document.OrderLine;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.ProblemCode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Finds the order, and on it the line, that every line of an invoice speaks of. */
public final class InvoiceAlignment {

    private InvoiceAlignment() {}

    /**
     * The result for a whole invoice.
     *
     * @param lines the matched lines; complete only if there are no problems
     * @param unmeasured lines whose order line is known, but not what their unit is in that of the order line: their quantities are
     *     as the partner wrote them
     * @param reasons why each value is what it is, a sentence each
     * @param problems what could not be aligned; all of them, not the first
     */
    public record Result(
            List<MatchedLine> lines, List<MatchedLine> unmeasured, List<Reason> reasons, List<Problem> problems) {
        public Result {
            lines = List.copyOf(lines);
            unmeasured = List.copyOf(unmeasured);
            reasons = List.copyOf(reasons);
            problems = List.copyOf(problems);
        }
    }

    /** The order numbers that an invoice names, in order of appearance, each once: F&O does not regard case. */
    public static List<String> orderNumbers(VendorInvoice invoice) {
        List<String> numbers = new ArrayList<>();
        Set<String> seen = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        Stream.concat(
                        invoice.orderNumber().stream(),
                        invoice.lines().stream().flatMap(line -> line.orderNumber().stream()))
                .map(String::strip)
                .filter(seen::add)
                .forEach(numbers::add);
        return numbers;
    }

    /**
     * Aligns every line.
     *
     * @param invoice as the vendor wrote it
     * @param partner who sent it
     * @param orders every order with one of the invoice's order numbers, in any legal entity and of any vendor
     * @param facts what F&O knows of the items of those orders
     * @param references translations kept by operators
     */
    public static Result align(
            VendorInvoice invoice,
            TradingPartner partner,
            List<OpenOrder> orders,
            ProductFacts facts,
            CrossReferences references) {
        List<MatchedLine> matched = new ArrayList<>();
        List<MatchedLine> unmeasured = new ArrayList<>();
        List<Reason> reasons = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        if (invoice.lines().isEmpty()) {
            problems.add(Problem.of(
                    ProblemCode.NO_LINES,
                    "",
                    "Invoice " + invoice.number() + " has a total but no lines, so nothing ties it to an order. Ask the"
                            + " partner for line items, or key it by hand."));
        }
        InvoiceLineAlignment lines = new InvoiceLineAlignment(partner, facts);
        Map<String, LinesOfOrder> byOrder = new HashMap<>();
        Set<Reason> told = new HashSet<>();
        Set<String> causes = new HashSet<>();
        problems.forEach(problem -> causes.add(problem.causeKey()));
        for (InvoiceLine line : invoice.lines()) {
            Optional<String> number = line.orderNumber().or(invoice::orderNumber);
            switch (OrderOfInvoice.find(invoice.number(), number, partner, orders)) {
                case Alignment.Missing<OpenOrder>(Problem why) -> {
                    if (causes.add(why.causeKey())) {
                        problems.add(why);
                    }
                }
                case Alignment.Found<OpenOrder> order -> {
                    Reason reason = order.reason("");
                    if (told.add(reason)) {
                        reasons.add(reason);
                    }
                    LinesOfOrder ofOrder = byOrder.computeIfAbsent(
                            order.value().legalEntity() + "/" + order.value().number(),
                            key -> new LinesOfOrder(
                                    order.value(),
                                    partner.id(),
                                    facts,
                                    references.applying(order.value().legalEntity(), Optional.of(invoice.date()))));
                    switch (lines.find(line, order.value(), ofOrder)) {
                        case Alignment.Missing<OrderLine>(Problem why) ->
                            problems.add(why.with("line", Integer.toString(line.position())));
                        case Alignment.Found<OrderLine> found -> {
                            ofOrder.use(found.value());
                            reasons.add(found.reason("Line " + line.position() + " "));
                            switch (UnitOfLine.find(line, found.value(), partner.id(), facts, ofOrder.references())) {
                                case Alignment.Missing<InvoiceLine>(Problem why) -> {
                                    problems.add(why.with("line", Integer.toString(line.position())));
                                    unmeasured.add(new MatchedLine(line, order.value(), found.value()));
                                }
                                case Alignment.Found<InvoiceLine> inUnit -> {
                                    reasons.add(inUnit.reason("Line " + line.position() + ": "));
                                    matched.add(new MatchedLine(inUnit.value(), order.value(), found.value()));
                                }
                            }
                        }
                    }
                }
            }
        }
        oneLegalEntity(invoice, matched).ifPresent(problems::add);
        return new Result(matched, unmeasured, reasons, problems);
    }

    private static Optional<Problem> oneLegalEntity(VendorInvoice invoice, List<MatchedLine> matched) {
        List<String> legalEntities = matched.stream()
                .map(line -> line.order().legalEntity().id())
                .distinct()
                .toList();
        if (legalEntities.size() < 2) {
            return Optional.empty();
        }
        return Optional.of(Problem.of(
                ProblemCode.SEVERAL_LEGAL_ENTITIES,
                invoice.number(),
                "Invoice " + invoice.number() + " covers orders of " + legalEntities
                        + "; an invoice belongs to one legal entity. Ask the partner to split it."));
    }
}
