package io.mlconnector.x12.internal.invoice;

import io.mlconnector.domain.invoicing.VendorInvoice;
import io.mlconnector.domain.trade.CurrencyCode;
import io.mlconnector.domain.trade.Money;
import io.mlconnector.ports.edi.Content;
import io.mlconnector.x12.internal.dictionary.Place;
import io.mlconnector.x12.internal.syntax.DateReader;
import io.mlconnector.x12.internal.syntax.SegmentCursor;
import io.mlconnector.x12.internal.validation.ContentReader;
import io.mlconnector.x12.internal.validation.Findings;
import io.mlconnector.x12.internal.validation.NeededValues;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads an 810 (reference x12, sections 6 and 13). Sub-lines (SLN) and parties of a line are passed over. */
public final class InvoiceReader implements ContentReader {
    private final Findings findings;
    private final NeededValues needed;
    private final LevelDraft level = new LevelDraft();
    private final Map<String, String> references = new LinkedHashMap<>();
    private final List<PartyDraft> parties = new ArrayList<>();
    private final List<LineDraft> lines = new ArrayList<>();
    private final SummaryCheck summary = new SummaryCheck();
    private String number = "";
    private Optional<LocalDate> date = Optional.empty();
    private String transactionType = "";
    private String purpose = "";
    private Optional<String> orderNumber = Optional.empty();
    private Optional<LocalDate> orderDate = Optional.empty();
    private Optional<CurrencyCode> currency = Optional.empty();
    private Optional<BigDecimal> total = Optional.empty();

    /** A reader whose problems go to {@code findings}. */
    public InvoiceReader(Findings findings) {
        this.findings = findings;
        this.needed = new NeededValues(findings);
    }

    @Override
    public void segment(SegmentCursor segment, Place place) {
        switch (place.loop()) {
            case "" -> ofInvoice(segment, place.tag());
            case "N1" -> party(segment, place.tag());
            case "IT1", "IT1/PID", "IT1/SAC", "IT1/SAC/TXI" -> ofLine(segment, place.tag());
            case "SAC", "SAC/TXI" -> ofLevel(segment, place.tag(), level);
            default -> {}
        }
    }

    private void ofInvoice(SegmentCursor segment, String tag) {
        switch (tag) {
            case "BIG" -> begin(segment);
            case "CUR" -> currency(segment);
            case "REF" -> reference(segment);
            case "TXI" -> level.tax(segment, needed);
            case "TDS" -> total(segment);
            case "CTT" -> summary.stated(segment);
            default -> {}
        }
    }

    private void begin(SegmentCursor big) {
        if (date.isPresent() || !number.isEmpty()) {
            return;
        }
        date = needed.date(big, 1);
        number = needed.text(big, 2);
        orderDate = DateReader.read(big, 3);
        orderNumber = Optional.of(big.text(4).strip()).filter(text -> !text.isEmpty());
        transactionType = big.code(7).toUpperCase(Locale.ROOT);
        purpose = big.code(8);
        if (!TransactionType.isClear(transactionType)) {
            findings.warn(
                    "transaction-type-unclear",
                    "",
                    big,
                    7,
                    "BIG07 says neither that this is an invoice to be paid nor a credit; let a person decide.");
        }
    }

    private void currency(SegmentCursor cur) {
        String code = cur.code(2);
        if (currency.isPresent() || code.isEmpty()) {
            return;
        }
        if (code.matches("[A-Za-z]{3}")) {
            currency = Optional.of(new CurrencyCode(code));
        } else {
            findings.unusable("currency-invalid", "AK403 7", cur, 2, "A currency is named by three letters.");
        }
    }

    private void reference(SegmentCursor ref) {
        String value = ref.text(2).strip();
        if (!ref.isEmpty(1)) {
            references.putIfAbsent(
                    ref.code(1).toUpperCase(Locale.ROOT),
                    value.isEmpty() ? ref.text(3).strip() : value);
        }
    }

    private void party(SegmentCursor segment, String tag) {
        if (tag.equals("N1")) {
            var party = new PartyDraft(segment);
            if (parties.stream().anyMatch(known -> known.role().equals(party.role()))) {
                findings.note("party-role-repeated", segment, 1, "This role comes twice; the first party counts.");
            }
            parties.add(party);
        } else {
            parties.get(parties.size() - 1).segment(segment, tag);
        }
    }

    private void ofLine(SegmentCursor segment, String tag) {
        switch (tag) {
            case "IT1" -> {
                var line = LineDraft.begin(lines.size() + 1, segment, needed, findings);
                lines.add(line);
                summary.line(line.quantity());
            }
            case "PID" -> openLine().describe(segment);
            case "REF" -> openLine().reference(segment);
            default -> ofLevel(segment, tag, openLine().level());
        }
    }

    private LineDraft openLine() {
        return lines.get(lines.size() - 1);
    }

    private void ofLevel(SegmentCursor segment, String tag, LevelDraft where) {
        switch (tag) {
            case "SAC" -> where.charge(segment, needed, findings);
            case "TXI" -> where.tax(segment, needed);
            default -> {}
        }
    }

    private void total(SegmentCursor tds) {
        if (total.isPresent()) {
            return;
        }
        total = needed.amount(tds, 1);
        if (tds.isEmpty(1)) {
            needed.missing(tds, 1);
        }
    }

    @Override
    public Content finish(SegmentCursor last) {
        summary.check(last, findings);
        if (findings.useless() || date.isEmpty() || number.isEmpty() || total.isEmpty()) {
            return new Content.Opaque();
        }
        return new Content.Invoice(invoice(date.get(), total.get()));
    }

    private VendorInvoice invoice(LocalDate day, BigDecimal stated) {
        BigDecimal basis = lines.stream().map(LineDraft::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        Signs signs = Signs.of(TransactionType.isCredit(transactionType), stated, basis);
        return new VendorInvoice(
                number,
                day,
                signs.credit() ? VendorInvoice.Kind.CREDIT_NOTE : VendorInvoice.Kind.INVOICE,
                purpose,
                orderNumber,
                orderDate,
                currency,
                references,
                parties.stream().map(PartyDraft::party).toList(),
                lines.stream().map(line -> line.line(signs)).toList(),
                level.charges(() -> basis, summary.quantity(), signs),
                level.taxes(() -> basis, summary.quantity(), signs),
                signs.amount(Money.round(stated)));
    }
}
