package io.mlconnector.x12.internal.invoice;

import io.mlconnector.domain.invoicing.document.InvoiceLine;
import io.mlconnector.domain.invoicing.document.VendorInvoice;
import io.mlconnector.domain.trade.CurrencyCode;
import io.mlconnector.domain.trade.Money;
import io.mlconnector.ports.edi.Content;
import io.mlconnector.x12.internal.dictionary.NamedRelease;
import io.mlconnector.x12.internal.dictionary.Place;
import io.mlconnector.x12.internal.invoice.detail.InvoiceDetailsDraft;
import io.mlconnector.x12.internal.invoice.detail.LineDetailsDraft;
import io.mlconnector.x12.internal.invoice.detail.PartyDraft;
import io.mlconnector.x12.internal.invoice.detail.SparseCollections;
import io.mlconnector.x12.internal.invoice.detail.UnprocessedSegments;
import io.mlconnector.x12.internal.syntax.DateReader;
import io.mlconnector.x12.internal.syntax.SegmentCursor;
import io.mlconnector.x12.internal.validation.ContentReader;
import io.mlconnector.x12.internal.validation.Findings;
import io.mlconnector.x12.internal.validation.NeededValues;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads an 810 (reference x12, sections 6 and 13). What is not posted is kept as details. */
public final class InvoiceReader implements ContentReader {
    private final NamedRelease release;
    private final Findings findings;
    private final NeededValues needed;
    private final LevelDraft level = new LevelDraft();
    private final UnprocessedSegments others = new UnprocessedSegments();
    private final InvoiceDetailsDraft details = new InvoiceDetailsDraft(others);
    private final List<LineDraft> lines = new ArrayList<>();
    private final SummaryCheck summary = new SummaryCheck();
    private Map<String, String> references = Map.of();
    private List<PartyDraft> parties = List.of();
    private String number = "";
    private Optional<LocalDate> date = Optional.empty();
    private String transactionType = "";
    private String purpose = "";
    private Optional<String> orderNumber = Optional.empty();
    private Optional<LocalDate> orderDate = Optional.empty();
    private Optional<CurrencyCode> currency = Optional.empty();
    private Optional<BigDecimal> total = Optional.empty();

    /**
     * A reader whose problems go to {@code findings}.
     *
     * @param release that the sender names
     */
    public InvoiceReader(NamedRelease release, Findings findings) {
        this.release = release;
        this.findings = findings;
        this.needed = new NeededValues(findings);
    }

    @Override
    public void segment(SegmentCursor segment, Place place) {
        String tag = place.tag();
        switch (place.loop()) {
            case "" -> ofInvoice(segment, tag);
            case "N1" -> party(segment, tag);
            case "N9", "ISS" -> details.segment(segment, tag, needed);
            case "IT1", "IT1/PID", "IT1/SAC", "IT1/SAC/TXI", "IT1/ITA", "IT1/ITA/TXI" -> ofLine(segment, tag);
            case "IT1/N1" -> openLine().details().party(segment, tag, others);
            case "IT1/SLN" -> subLine(segment, tag);
            case "SAC", "SAC/TXI", "ITA", "ITA/TXI" -> ofLevel(segment, tag);
            default -> other(segment, place);
        }
    }

    private void ofInvoice(SegmentCursor segment, String tag) {
        switch (tag) {
            case "BIG" -> begin(segment);
            case "CUR" -> currency(segment);
            case "REF" -> reference(segment);
            case "TXI" -> ofLevel(segment, tag);
            case "TDS" -> total(segment);
            case "CTT" -> summary.stated(segment);
            default -> details.segment(segment, tag, needed);
        }
    }

    private void begin(SegmentCursor big) {
        if (date.isPresent() || !number.isEmpty()) {
            return;
        }
        date = needed.date(big, 1);
        number = needed.text(big, 2);
        orderDate = DateReader.read(big, 3);
        String order = big.stripped(4);
        orderNumber = order.isEmpty() ? Optional.empty() : Optional.of(order);
        transactionType = big.upperCode(7);
        purpose = big.code(8);
        details.begin(big);
        if (!TransactionType.isClear(transactionType)) {
            findings.warn(
                    "transaction-type-unclear",
                    "",
                    big,
                    7,
                    "BIG07 identifies the document neither as a payable invoice nor as a credit note; review it manually. Send DI or"
                            + " PR for an invoice and CR for a credit note.");
        }
    }

    private void currency(SegmentCursor cur) {
        String code = cur.upperCode(2);
        if (currency.isPresent() || code.isEmpty()) {
            return;
        }
        if (isThreeLetters(code)) {
            currency = Optional.of(new CurrencyCode(code));
        } else {
            findings.unusable(
                    "currency-invalid",
                    "AK403 7",
                    cur,
                    2,
                    "The currency code must be three letters of ISO 4217, such as USD. Correct it.");
        }
    }

    private static boolean isThreeLetters(String code) {
        for (int i = 0; i < code.length(); i++) {
            if (code.charAt(i) < 'A' || code.charAt(i) > 'Z') {
                return false;
            }
        }
        return code.length() == 3;
    }

    private void reference(SegmentCursor ref) {
        if (!ref.isEmpty(1)) {
            String value = ref.stripped(2);
            references =
                    SparseCollections.with(references, ref.upperCode(1), value.isEmpty() ? ref.stripped(3) : value);
        }
    }

    private void party(SegmentCursor segment, String tag) {
        if (!tag.equals("N1")) {
            if (!parties.get(parties.size() - 1).segment(segment, tag)) {
                details.other(segment);
            }
            return;
        }
        var party = new PartyDraft(segment);
        for (PartyDraft known : parties) {
            if (known.role().equals(party.role())) {
                findings.note(
                        "party-role-repeated", segment, 1, "This party role occurs twice; the first party is used.");
                break;
            }
        }
        parties = SparseCollections.with(parties, party);
    }

    private void ofLine(SegmentCursor segment, String tag) {
        switch (tag) {
            case "IT1" -> lines.add(LineDraft.begin(lines.size() + 1, segment, needed, findings));
            case "PID" -> {
                if (!openLine().describe(segment)) {
                    openLine().details().segment(segment, tag, needed, others);
                }
            }
            case "REF" -> {
                if (!openLine().order(segment)) {
                    openLine().details().segment(segment, tag, needed, others);
                }
            }
            case "SAC" -> openLine().level().charge(segment, needed, findings);
            case "ITA" -> older(segment, openLine().level());
            case "TXI" -> {
                if (!openLine().level().tax(segment, needed)) {
                    openLine().details().other(segment, others);
                }
            }
            default -> openLine().details().segment(segment, tag, needed, others);
        }
    }

    private void subLine(SegmentCursor segment, String tag) {
        LineDetailsDraft draft = openLine().details();
        if (tag.equals("SLN")) {
            draft.segment(segment, tag, needed, others);
        } else {
            draft.other(segment, others);
        }
    }

    private LineDraft openLine() {
        return lines.get(lines.size() - 1);
    }

    private void ofLevel(SegmentCursor segment, String tag) {
        if (tag.equals("SAC")) {
            level.charge(segment, needed, findings);
        } else if (tag.equals("ITA")) {
            older(segment, level);
        } else if (!tag.equals("TXI") || !level.tax(segment, needed)) {
            details.other(segment);
        }
    }

    /** An ITA counts as the SAC that took its place, also where a partner kept it in a later release. */
    private void older(SegmentCursor ita, LevelDraft of) {
        if (!release.shortDates()) {
            findings.warn(
                    "segment-of-older-release",
                    "AK304 6",
                    ita,
                    0,
                    "ITA is not part of an 810 since release 004010; it was read as the SAC that took its place. Send SAC.");
        }
        of.charge(ita, needed, findings);
    }

    private void other(SegmentCursor segment, Place place) {
        if (place.loop().startsWith("IT1/")) {
            openLine().details().other(segment, others);
        } else {
            details.other(segment);
        }
    }

    private void total(SegmentCursor tds) {
        if (total.isPresent()) {
            return;
        }
        total = needed.amount(tds, 1);
        details.total(tds, needed);
        if (tds.isEmpty(1)) {
            needed.missing(tds, 1);
        }
    }

    @Override
    public Content finish(SegmentCursor last) {
        summary.check(last, lines.size(), this::quantity, findings);
        if (findings.useless() || date.isEmpty() || number.isEmpty() || total.isEmpty()) {
            return new Content.Opaque();
        }
        return new Content.Invoice(invoice(date.get(), total.get()));
    }

    private BigDecimal quantity() {
        BigDecimal sum = BigDecimal.ZERO;
        for (LineDraft line : lines) {
            sum = sum.add(line.quantity());
        }
        return sum;
    }

    private BigDecimal amount() {
        BigDecimal sum = BigDecimal.ZERO;
        for (LineDraft line : lines) {
            sum = sum.add(line.amount());
        }
        return sum;
    }

    private VendorInvoice invoice(LocalDate day, BigDecimal stated) {
        Signs signs = Signs.of(TransactionType.isCredit(transactionType), stated, this::amount);
        List<InvoiceLine> read = new ArrayList<>(lines.size());
        for (LineDraft line : lines) {
            read.add(line.line(signs));
        }
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
                read,
                level.isEmpty() ? List.of() : level.charges(this::amount, this::quantity, signs),
                level.isEmpty() ? List.of() : level.taxes(this::amount, this::quantity, signs),
                signs.amount(Money.round(stated)),
                details.details(level.informative()));
    }
}
