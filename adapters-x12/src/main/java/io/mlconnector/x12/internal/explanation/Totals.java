package io.mlconnector.x12.internal.explanation;

import io.mlconnector.domain.invoicing.document.Charge;
import io.mlconnector.domain.invoicing.document.InvoiceLine;
import io.mlconnector.domain.invoicing.document.VendorInvoice;
import io.mlconnector.ports.edi.Content;
import io.mlconnector.ports.edi.DecodedDocument;
import io.mlconnector.x12.explanation.ExplainedSegment;
import io.mlconnector.x12.explanation.ExplainedTotal;
import io.mlconnector.x12.explanation.ExplainedTotal.Verdict;
import io.mlconnector.x12.internal.invoice.PriceBasis;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Compares sums and counts of a set with the values it states (reference x12, section 13). */
final class Totals {
    private static final int MONEY = 2;

    /**
     * Where a line has its numbers.
     *
     * @param tag of the segment that is a line
     * @param quantity element that CTT02 adds up; 0 if it adds up none
     * @param price element; 0 if there is none
     */
    private record LineForm(String tag, int quantity, int price) {}

    private static final Map<String, LineForm> LINES = Map.of(
            "810", new LineForm("IT1", 2, 4),
            "850", new LineForm("PO1", 2, 4),
            "855", new LineForm("PO1", 2, 4),
            "860", new LineForm("POC", 3, 6),
            "865", new LineForm("POC", 3, 6),
            "856", new LineForm("HL", 0, 0));

    private Totals() {}

    static List<ExplainedTotal> of(DecodedDocument document, List<ExplainedSegment> segments) {
        String id = document.reference().transactionSetId();
        LineForm form = LINES.get(id);
        if (form == null) {
            return List.of();
        }
        List<ExplainedTotal> totals = new ArrayList<>();
        List<ExplainedSegment> lines = segments.stream()
                .filter(segment -> segment.tag().equals(form.tag()))
                .toList();
        if (document.content() instanceof Content.Invoice(VendorInvoice invoice)) {
            invoice(invoice, totals);
        } else if (id.equals("850") || id.equals("860")) {
            order(form, lines, segments, id.equals("850"), totals);
        }
        Optional<ExplainedSegment> ctt =
                segments.stream().filter(segment -> segment.tag().equals("CTT")).findFirst();
        add(totals, "number of lines", Optional.of(BigDecimal.valueOf(lines.size())), stated(ctt, 1), "CTT01");
        if (form.quantity() > 0) {
            add(totals, "hash total of quantities", quantities(form, lines), stated(ctt, 2), "CTT02");
        }
        return totals;
    }

    private static Optional<BigDecimal> stated(Optional<ExplainedSegment> segment, int element) {
        return segment.flatMap(present -> number(present, element));
    }

    private static Optional<BigDecimal> quantities(LineForm form, List<ExplainedSegment> lines) {
        return Optional.of(lines.stream()
                .flatMap(line -> number(line, form.quantity()).stream())
                .reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    private static void invoice(VendorInvoice invoice, List<ExplainedTotal> totals) {
        BigDecimal lines = sum(invoice.lines().stream().map(InvoiceLine::amount));
        BigDecimal charges = sum(Stream.concat(
                        invoice.charges().stream(), invoice.lines().stream().flatMap(line -> line.charges().stream()))
                .map(Charge::amount));
        counted(totals, "lines", lines);
        counted(totals, "allowances and charges", charges);
        counted(totals, "taxes", invoice.statedTax());
        add(totals, "total", Optional.of(invoice.computedTotal()), Optional.of(invoice.total()), "TDS01");
    }

    /** An 860 contains changed lines only, so that its amount cannot be compared. */
    private static void order(
            LineForm form,
            List<ExplainedSegment> lines,
            List<ExplainedSegment> segments,
            boolean whole,
            List<ExplainedTotal> totals) {
        BigDecimal goods = sum(lines.stream().flatMap(line -> amount(form, line).stream()));
        BigDecimal charges = sum(
                segments.stream().filter(segment -> segment.tag().equals("SAC")).flatMap(sac -> charge(sac).stream()));
        counted(totals, "lines", goods);
        if (charges.signum() != 0) {
            counted(totals, "allowances and charges", charges);
        }
        Optional<BigDecimal> stated = segments.stream()
                .filter(segment ->
                        segment.tag().equals("AMT") && segment.value(1).equalsIgnoreCase("TT"))
                .flatMap(amt -> number(amt, 2).stream())
                .findFirst();
        if (whole) {
            add(totals, "total", Optional.of(goods.add(charges)), stated, "AMT02");
        } else {
            add(totals, "total", Optional.empty(), stated, "AMT02");
        }
    }

    private static Optional<BigDecimal> amount(LineForm form, ExplainedSegment line) {
        String basis = line.value(form.price() + 1).strip().toUpperCase(Locale.ROOT);
        return number(line, form.quantity())
                .flatMap(quantity -> number(line, form.price())
                        .map(price -> quantity.multiply(price)
                                .divide(PriceBasis.divisor(basis), MONEY, RoundingMode.HALF_UP)));
    }

    private static Optional<BigDecimal> charge(ExplainedSegment sac) {
        return switch (sac.value(1).strip()) {
            case "A" -> number(sac, 5).map(amount -> amount.movePointLeft(MONEY).negate());
            case "C" -> number(sac, 5).map(amount -> amount.movePointLeft(MONEY));
            default -> Optional.empty();
        };
    }

    private static Optional<BigDecimal> number(ExplainedSegment segment, int element) {
        try {
            String text = segment.value(element).strip();
            BigDecimal number = new BigDecimal(text);
            // Exponents of any size would make sums of any length.
            return text.length() > 30 || Math.abs(number.scale()) > 30 ? Optional.empty() : Optional.of(number);
        } catch (NumberFormatException noNumber) {
            return Optional.empty();
        }
    }

    private static BigDecimal sum(Stream<BigDecimal> numbers) {
        return numbers.reduce(BigDecimal.ZERO.setScale(MONEY), BigDecimal::add);
    }

    private static void counted(List<ExplainedTotal> totals, String name, BigDecimal amount) {
        totals.add(new ExplainedTotal(name, amount.toPlainString(), "", "", Verdict.NOT_COMPARED));
    }

    private static void add(
            List<ExplainedTotal> totals,
            String name,
            Optional<BigDecimal> counted,
            Optional<BigDecimal> stated,
            String statedAt) {
        Verdict verdict = Verdict.NOT_COMPARED;
        if (counted.isPresent() && stated.isPresent()) {
            verdict = counted.get().compareTo(stated.get()) == 0 ? Verdict.AGREES : Verdict.DIFFERS;
        }
        totals.add(new ExplainedTotal(
                name,
                counted.map(BigDecimal::toPlainString).orElse(""),
                stated.map(BigDecimal::toPlainString).orElse(""),
                statedAt,
                verdict));
    }
}
