package io.mlconnector.domain.invoicing;

import io.mlconnector.domain.agreement.InvoiceAgreement;
import io.mlconnector.domain.agreement.InvoiceAgreement.Check;
import io.mlconnector.domain.agreement.InvoiceAgreement.Checks;
import io.mlconnector.domain.agreement.InvoiceAgreement.Level;
import io.mlconnector.domain.agreement.TradingPartner;
import io.mlconnector.domain.agreement.charging.ChargeTable;
import io.mlconnector.domain.agreement.header.HeaderAgreement;
import io.mlconnector.domain.alignment.InvoiceAlignment;
import io.mlconnector.domain.alignment.ProductFacts;
import io.mlconnector.domain.crossreference.CrossReferences;
import io.mlconnector.domain.invoicing.charging.ChargePlacement;
import io.mlconnector.domain.invoicing.charging.PlacedCharges;
import io.mlconnector.domain.invoicing.charging.comparison.ChargeEvidence;
import io.mlconnector.domain.invoicing.charging.comparison.ChargeMatch;
import io.mlconnector.domain.invoicing.document.MatchedLine;
import io.mlconnector.domain.invoicing.document.OpenOrder;
import io.mlconnector.domain.invoicing.document.OtherInvoice;
import io.mlconnector.domain.invoicing.document.VendorInvoice;
import io.mlconnector.domain.invoicing.heading.HeaderFields;
import io.mlconnector.domain.invoicing.heading.HeaderFilling;
import io.mlconnector.domain.invoicing.matching.Conclusion;
import io.mlconnector.domain.invoicing.matching.LineFacts;
import io.mlconnector.domain.invoicing.matching.LineFindings;
import io.mlconnector.domain.trade.LegalEntity;
import io.mlconnector.domain.trade.Price;
import io.mlconnector.domain.trade.Quantity;
import io.mlconnector.domain.trade.UnitSymbol;
import io.mlconnector.domain.trade.conversion.UnitConversions;
import io.mlconnector.domain.words.Cause;
import io.mlconnector.domain.words.HistoryEntry;
import io.mlconnector.domain.words.Problem;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Aligns an invoice, checks it and puts it into F&O's terms. */
public final class InvoiceExamination {

    private InvoiceExamination() {}

    /**
     * Everything that the examination depends on besides the invoice.
     *
     * @param partner who sent it
     * @param checks tolerances agreed with the partner
     * @param orders every order with one of the invoice's order numbers
     * @param products what F&O knows of the items on those orders
     * @param references translations kept by operators
     * @param waived what a person accepted
     * @param mark goes into F&O to recognise the invoice as ours; at most 20 characters
     * @param now the time, for the history
     * @param taken when the file of the invoice was taken; empty if nobody asked
     */
    public record Facts(
            TradingPartner partner,
            Checks checks,
            List<OpenOrder> orders,
            ProductFacts products,
            CrossReferences references,
            Set<Cause> waived,
            String mark,
            Instant now,
            Optional<Instant> taken) {
        public Facts {
            orders = List.copyOf(orders);
            waived = Collections.unmodifiableSortedSet(new TreeSet<>(waived));
            Objects.requireNonNull(taken, "taken");
        }

        /** Where nobody asked when the file was taken. */
        public Facts(
                TradingPartner partner,
                Checks checks,
                List<OpenOrder> orders,
                ProductFacts products,
                CrossReferences references,
                Set<Cause> waived,
                String mark,
                Instant now) {
            this(partner, checks, orders, products, references, waived, mark, now, Optional.empty());
        }

        HeaderAgreement header() {
            return partner.invoices().map(InvoiceAgreement::header).orElse(HeaderAgreement.USUAL);
        }
    }

    /** The verdict, without regard to what F&O already has. */
    public static Examination examine(VendorInvoice invoice, Facts facts) {
        InvoiceAlignment.Result aligned =
                InvoiceAlignment.align(invoice, facts.partner(), facts.orders(), facts.products(), facts.references());
        List<HistoryEntry> history = new ArrayList<>();
        aligned.reasons().forEach(reason -> history.add(reason.entry(facts.now())));
        if (!aligned.problems().isEmpty()) {
            lines(aligned.lines(), facts).forEach(line -> history.add(line.unchecked(facts.now())));
            Map<String, LineFacts> unmeasured = new HashMap<>();
            aligned.unmeasured()
                    .forEach(
                            line -> unmeasured.put(Integer.toString(line.line().position()), of(List.of(line), facts)));
            aligned.problems()
                    .forEach(why -> Optional.ofNullable(
                                    unmeasured.get(why.details().getOrDefault("line", "")))
                            .map(line -> line.unmeasured(facts.now(), why))
                            .or(() -> LineFacts.unmatched(facts.now(), why))
                            .ifPresent(history::add));
            return new Examination.Stopped(aligned.problems(), history);
        }
        LegalEntity legalEntity = aligned.lines().get(0).order().legalEntity();
        PlacedCharges placed = ChargePlacement.place(
                invoice,
                aligned.lines(),
                facts.partner().id(),
                facts.partner()
                        .invoices()
                        .map(InvoiceAgreement::charges)
                        .orElse(ChargeTable.NONE)
                        .in(legalEntity));
        placed.reasons().forEach(reason -> history.add(HistoryEntry.entry(facts.now(), "aligned", reason)));
        List<Problem> stopping = stopping(invoice, placed, facts.checks().in(legalEntity), facts, history);
        if (!stopping.isEmpty()) {
            LineFindings findings = LineFindings.of(stopping, history);
            lines(placed.lines(), facts).forEach(line -> history.add(line.entry(facts.now(), findings)));
            return new Examination.Stopped(stopping, history);
        }
        HeaderFilling.Filled header = HeaderFilling.fill(
                invoice,
                facts.header(),
                legalEntity,
                facts.taken()
                        .map(taken -> LocalDate.ofInstant(taken, facts.header().zone())));
        header.reasons().forEach(reason -> history.add(HistoryEntry.entry(facts.now(), "aligned", reason)));
        InvoiceToPost posting = inTermsOfDynamics(invoice, placed, header.fields(), facts);
        history.add(conclusion(posting).entry(history, facts.now()));
        return new Examination.Passed(posting, history);
    }

    /**
     * What F&O has besides the orders.
     *
     * @param orders by order number
     * @param others invoices of the same vendor that may be the same
     * @param untold what F&O refuses to tell: the invoice is judged by what can be known
     * @param conversions of units; needed where {@link #inOtherUnits}
     * @param charges of the orders; empty where nobody asked, see {@link #comparesCharges}
     */
    public record Evidence(
            Map<String, OrderEvidence> orders,
            List<OtherInvoice> others,
            List<Problem> untold,
            UnitConversions conversions,
            Optional<ChargeEvidence> charges) {
        public Evidence {
            orders = Map.copyOf(orders);
            others = List.copyOf(others);
            untold = List.copyOf(untold);
            Objects.requireNonNull(conversions, "conversions");
            Objects.requireNonNull(charges, "charges");
        }

        /** As long as nobody asked for conversions. */
        public Evidence(Map<String, OrderEvidence> orders, List<OtherInvoice> others, List<Problem> untold) {
            this(orders, others, untold, UnitConversions.NONE, Optional.empty());
        }

        /** Whether F&O has anything of an order line in another unit than that of the line. */
        public boolean inOtherUnits(List<OpenOrder> all) {
            return all.stream().anyMatch(order -> {
                OrderEvidence known = orders.get(order.number());
                if (known == null) {
                    return false;
                }
                Map<Long, UnitSymbol> units = new HashMap<>();
                order.lines()
                        .forEach(line ->
                                units.putIfAbsent(line.number(), line.quantity().unit()));
                return known.differs(units);
            });
        }

        /** The same with what F&O converts. */
        public Evidence converting(UnitConversions known) {
            return new Evidence(orders, others, untold, known, charges);
        }

        /** The same where F&O refuses to tell what it converts. */
        public Evidence refused(Problem why) {
            return new Evidence(
                    orders,
                    others,
                    Stream.concat(untold.stream(), Stream.of(why)).toList(),
                    conversions,
                    charges);
        }

        /** The same with what is known of the charges of the orders. */
        public Evidence charged(ChargeEvidence known) {
            return new Evidence(orders, others, untold, conversions, Optional.of(known));
        }
    }

    /** Whether the charges of an invoice are compared with those of its orders, so that somebody has to ask for them. */
    public static boolean comparesCharges(InvoiceToPost invoice, TradingPartner partner) {
        return checks(invoice, partner).level(Check.CHARGES) != Level.OFF
                && ChargeMatch.concerns(invoice.charges(), charges(invoice, partner));
    }

    private static Checks checks(InvoiceToPost invoice, TradingPartner partner) {
        return partner.invoices()
                .map(InvoiceAgreement::checks)
                .orElse(Checks.USUAL)
                .in(invoice.legalEntity());
    }

    private static ChargeTable charges(InvoiceToPost invoice, TradingPartner partner) {
        return partner.invoices()
                .map(InvoiceAgreement::charges)
                .orElse(ChargeTable.NONE)
                .in(invoice.legalEntity());
    }

    /**
     * The verdict on an invoice that passed and of which F&O has nothing yet, with regard to what was received and what other
     * invoices claim of its orders.
     */
    public static Examination compared(
            Examination.Passed passed, TradingPartner partner, List<OpenOrder> orders, Evidence evidence, Instant now) {
        InvoiceToPost invoice = passed.invoice();
        Checks checks = checks(invoice, partner);
        List<HistoryEntry> history = new ArrayList<>(passed.history());
        // It was said of the orders alone; what F&O has besides may say otherwise.
        history.removeIf(entry -> entry.event().equals(Conclusion.CHECKED));
        evidence.untold()
                .forEach(why -> history.add(HistoryEntry.entry(
                        now, "warning", "The invoice could not be compared with everything: " + why.message())));
        QuantityMatch.Result quantities =
                QuantityMatch.compare(invoice, orders, evidence.orders(), checks, evidence.conversions());
        quantities.uncounted().forEach(line -> history.add(HistoryEntry.entry(now, "warning", line)));
        List<Problem> mismatches = new ArrayList<>(NearDuplicates.problems(invoice, evidence.others()));
        if (checks.level(Check.NEAR_DUPLICATE) != Level.OFF) {
            NearDuplicates.untold(invoice, evidence.others())
                    .forEach(why -> history.add(HistoryEntry.entry(now, "warning", why)));
        }
        mismatches.addAll(quantities.problems());
        evidence.charges().ifPresent(known -> {
            ChargeMatch.Result charges = ChargeMatch.compare(
                    invoice.charges(),
                    charges(invoice, partner),
                    billed(invoice, orders),
                    known,
                    checks.totalTolerance());
            charges.told().forEach(line -> history.add(HistoryEntry.entry(now, "matched", line)));
            charges.unknown().forEach(line -> history.add(HistoryEntry.entry(now, "warning", line)));
            mismatches.addAll(charges.problems());
        });
        List<Problem> stopping = stopping(mismatches, List.of(), checks, invoice.waived(), now, history);
        LineFindings findings = LineFindings.of(stopping, history);
        quantities.told().forEach(line -> history.add(line.entry(now, findings)));
        if (!stopping.isEmpty()) {
            return new Examination.Stopped(stopping, history);
        }
        history.add(conclusion(invoice).entry(history, now));
        return new Examination.Passed(invoice, history);
    }

    private static Conclusion conclusion(InvoiceToPost invoice) {
        return new Conclusion(
                invoice.number(),
                invoice.orderNumber(),
                InvoiceToPost.counted(invoice.parts()) + " for vendor " + invoice.vendor() + " in "
                        + invoice.legalEntity());
    }

    private static List<OpenOrder> billed(InvoiceToPost invoice, List<OpenOrder> orders) {
        Map<String, OpenOrder> billed = new LinkedHashMap<>();
        orders.stream()
                .filter(order -> order.legalEntity().equals(invoice.legalEntity())
                        && invoice.orderNumbers().contains(order.number()))
                .forEach(order -> billed.putIfAbsent(order.number(), order));
        return List.copyOf(billed.values());
    }

    /** What is known of the lines of an invoice that is stopped before F&O is asked for more than its orders. */
    private static List<LineFacts> lines(List<MatchedLine> matched, Facts facts) {
        Map<String, List<MatchedLine>> byOrderLine = new LinkedHashMap<>();
        matched.forEach(line -> byOrderLine
                .computeIfAbsent(line.orderLineKey(), key -> new ArrayList<>())
                .add(line));
        return byOrderLine.values().stream().map(same -> of(same, facts)).toList();
    }

    /** Of lines that bill the same order line. */
    private static LineFacts of(List<MatchedLine> same, Facts facts) {
        MatchedLine first = same.getFirst();
        return LineFacts.of(
                same.stream().map(line -> line.line().position()).toList(),
                first.order().number(),
                first.orderLine(),
                same.stream().map(line -> line.line().quantity()).reduce(BigDecimal.ZERO, BigDecimal::add),
                first.order().matchingOf(first.orderLine().number()),
                facts.checks().in(first.order().legalEntity()));
    }

    private static List<Problem> stopping(
            VendorInvoice invoice, PlacedCharges placed, Checks checks, Facts facts, List<HistoryEntry> history) {
        InvoiceChecks.Findings findings = InvoiceChecks.check(invoice, placed, checks, facts.now());
        if (checks.level(Check.PRICE) != Level.OFF) {
            findings.untold().forEach(why -> history.add(HistoryEntry.entry(facts.now(), "warning", why)));
        }
        return stopping(findings.mismatches(), findings.obstacles(), checks, facts.waived(), facts.now(), history);
    }

    private static List<Problem> stopping(
            List<Problem> mismatches,
            List<Problem> obstacles,
            Checks checks,
            Set<Cause> waivers,
            Instant now,
            List<HistoryEntry> history) {
        List<Problem> stopping = new ArrayList<>();
        for (Problem found : mismatches) {
            switch (Check.finding(found).map(checks::level).orElse(Level.HOLD)) {
                case OFF -> {}
                case WARN -> history.add(HistoryEntry.observed(now, "warning", found));
                case HOLD -> stopping.add(found);
            }
        }
        stopping.addAll(obstacles);
        stopping.removeIf(problem -> {
            boolean waived = waivers.contains(problem.cause()) || waivers.contains(new Cause(problem.code(), ""));
            if (waived) {
                history.add(HistoryEntry.observed(now, "accepted", problem));
            }
            return waived;
        });
        return stopping;
    }

    private static InvoiceToPost inTermsOfDynamics(
            VendorInvoice invoice, PlacedCharges placed, HeaderFields header, Facts facts) {
        List<MatchedLine> matched = placed.lines();
        OpenOrder first = matched.get(0).order();
        List<InvoiceToPost.Line> lines = new ArrayList<>();
        for (MatchedLine line : matched) {
            String said = line.line().description();
            lines.add(new InvoiceToPost.Line(
                    lines.size() + 1,
                    line.order().number(),
                    line.orderLine().number(),
                    line.orderLine().item(),
                    line.orderLine().category(),
                    said.isBlank() ? line.orderLine().description() : said,
                    new Quantity(
                            line.line().quantity(), line.orderLine().quantity().unit()),
                    line.line().price(),
                    line.line().amount()));
        }
        placed.categories().forEach(one -> lines.add(ofCategory(lines.size() + 1, one, first)));
        return new InvoiceToPost(
                first.legalEntity(),
                first.invoiceVendor(),
                invoice.number(),
                invoice.date(),
                invoice.currency().orElse(first.currency()),
                first.number(),
                invoice.total(),
                placed.tax(),
                facts.mark(),
                lines,
                placed.charges(),
                facts.waived(),
                header);
    }

    /** One of it, at the price of the charge; an allowance is minus one of it. */
    private static InvoiceToPost.Line ofCategory(int number, PlacedCharges.CategoryLine line, OpenOrder order) {
        return new InvoiceToPost.Line(
                number,
                "",
                0,
                Optional.empty(),
                line.category(),
                line.description(),
                new Quantity(
                        BigDecimal.valueOf(line.amount().signum()),
                        order.lines().get(0).quantity().unit()),
                Price.each(line.amount().abs()),
                line.amount());
    }
}
