package io.mlconnector.domain.invoicing;

import io.mlconnector.domain.agreement.InvoiceAgreement;
import io.mlconnector.domain.agreement.InvoiceAgreement.Checks;
import io.mlconnector.domain.agreement.InvoiceAgreement.OnMismatch;
import io.mlconnector.domain.agreement.TradingPartner;
import io.mlconnector.domain.alignment.CrossReferences;
import io.mlconnector.domain.alignment.InvoiceAlignment;
import io.mlconnector.domain.alignment.ProductFacts;
import io.mlconnector.domain.invoicing.document.MatchedLine;
import io.mlconnector.domain.invoicing.document.OpenOrder;
import io.mlconnector.domain.invoicing.document.VendorInvoice;
import io.mlconnector.domain.trade.Quantity;
import io.mlconnector.domain.words.Cause;
import io.mlconnector.domain.words.HistoryEntry;
import io.mlconnector.domain.words.Problem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
     */
    public record Facts(
            TradingPartner partner,
            Checks checks,
            List<OpenOrder> orders,
            ProductFacts products,
            CrossReferences references,
            Set<Cause> waived,
            String mark,
            Instant now) {
        public Facts {
            orders = List.copyOf(orders);
            waived = Set.copyOf(waived);
        }
    }

    /** The verdict, without regard to what F&O already has. */
    public static Examination examine(VendorInvoice invoice, Facts facts) {
        InvoiceAlignment.Result aligned =
                InvoiceAlignment.align(invoice, facts.partner(), facts.orders(), facts.products(), facts.references());
        List<HistoryEntry> history = new ArrayList<>();
        for (String reason : aligned.reasons()) {
            history.add(HistoryEntry.entry(facts.now(), "aligned", reason));
        }
        if (!aligned.problems().isEmpty()) {
            return new Examination.Stopped(aligned.problems(), history);
        }
        List<Problem> stopping = stopping(invoice, aligned.lines(), facts, history);
        if (!stopping.isEmpty()) {
            return new Examination.Stopped(stopping, history);
        }
        InvoiceToPost posting = inTermsOfDynamics(invoice, aligned.lines(), facts);
        history.add(HistoryEntry.entry(
                facts.now(),
                "checked",
                "Invoice " + invoice.number() + " agrees with its order: "
                        + posting.lines().size() + " lines for vendor " + posting.vendor() + " in "
                        + posting.legalEntity(),
                Map.of("order", posting.orderNumber())));
        return new Examination.Passed(posting, history);
    }

    /**
     * The verdict on an invoice that passed and of which F&O has nothing yet, with regard to what other invoices claim of its orders.
     *
     * @param before by order number, what other pending invoices claim
     */
    public static Examination billedBefore(
            Examination.Passed passed,
            TradingPartner partner,
            List<OpenOrder> orders,
            Map<String, List<InvoicedQuantity>> before,
            Instant now) {
        Checks checks = partner.invoices().map(InvoiceAgreement::checks).orElse(Checks.USUAL);
        List<Problem> mismatches = InvoicedBefore.problems(passed.invoice(), orders, before, checks);
        List<HistoryEntry> history = new ArrayList<>(passed.history());
        List<Problem> stopping =
                stopping(mismatches, List.of(), checks, passed.invoice().waived(), now, history);
        return stopping.isEmpty()
                ? new Examination.Passed(passed.invoice(), history)
                : new Examination.Stopped(stopping, history);
    }

    /**
     * The verdict on an invoice that passed, where F&O refuses to tell what other invoices claim of its orders.
     *
     * @param why what F&O said
     */
    public static Examination notCompared(Examination.Passed passed, Problem why, Instant now) {
        List<HistoryEntry> history = new ArrayList<>(passed.history());
        history.add(HistoryEntry.entry(
                now,
                "warning",
                "What other pending invoices claim of the order could not be compared: " + why.message()));
        return new Examination.Passed(passed.invoice(), history);
    }

    private static List<Problem> stopping(
            VendorInvoice invoice, List<MatchedLine> lines, Facts facts, List<HistoryEntry> history) {
        InvoiceChecks.Findings findings = InvoiceChecks.check(invoice, lines, facts.checks(), facts.now());
        return stopping(
                findings.mismatches(), findings.obstacles(), facts.checks(), facts.waived(), facts.now(), history);
    }

    private static List<Problem> stopping(
            List<Problem> mismatches,
            List<Problem> obstacles,
            Checks checks,
            Set<Cause> waivers,
            Instant now,
            List<HistoryEntry> history) {
        List<Problem> stopping = new ArrayList<>();
        if (checks.onMismatch() == OnMismatch.WARN) {
            mismatches.forEach(found -> history.add(HistoryEntry.entry(now, "warning", found)));
        } else {
            stopping.addAll(mismatches);
        }
        stopping.addAll(obstacles);
        stopping.removeIf(problem -> {
            boolean waived = waivers.contains(problem.cause()) || waivers.contains(new Cause(problem.code(), ""));
            if (waived) {
                history.add(HistoryEntry.entry(now, "accepted", problem));
            }
            return waived;
        });
        return stopping;
    }

    private static InvoiceToPost inTermsOfDynamics(VendorInvoice invoice, List<MatchedLine> matched, Facts facts) {
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
        return new InvoiceToPost(
                first.legalEntity(),
                first.invoiceVendor(),
                invoice.number(),
                invoice.date(),
                invoice.currency().orElse(first.currency()),
                first.number(),
                invoice.total(),
                invoice.statedTax(),
                facts.mark(),
                lines,
                facts.waived());
    }
}
