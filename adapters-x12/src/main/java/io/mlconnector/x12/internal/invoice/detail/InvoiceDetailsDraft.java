package io.mlconnector.x12.internal.invoice.detail;

import io.mlconnector.domain.invoicing.detail.Carriage;
import io.mlconnector.domain.invoicing.detail.FreightTerms;
import io.mlconnector.domain.invoicing.detail.InformativeCharge;
import io.mlconnector.domain.invoicing.detail.InvoiceContact;
import io.mlconnector.domain.invoicing.detail.InvoiceDetails;
import io.mlconnector.domain.invoicing.detail.InvoiceNote;
import io.mlconnector.domain.invoicing.detail.PaymentTerms;
import io.mlconnector.domain.invoicing.detail.ShipmentTotal;
import io.mlconnector.x12.internal.syntax.DateReader;
import io.mlconnector.x12.internal.syntax.SegmentCursor;
import io.mlconnector.x12.internal.validation.NeededValues;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The details of an invoice that are not posted, while it is being read. */
public final class InvoiceDetailsDraft {
    private final UnprocessedSegments others;
    private String transactionType = "";
    private String releaseNumber = "";
    private String secondNumber = "";
    private String noteQualifier = "";
    private List<InvoiceNote> notes = List.of();
    private List<InvoiceContact> contacts = List.of();
    private List<PaymentTerms> terms = List.of();
    private Map<String, LocalDate> dates = Map.of();
    private Optional<FreightTerms> freight = Optional.empty();
    private Optional<Carriage> carriage = Optional.empty();
    private Map<String, BigDecimal> amounts = Map.of();
    private List<ShipmentTotal> shipped = List.of();
    private Optional<BigDecimal> discountable = Optional.empty();
    private Optional<BigDecimal> discountedTotal = Optional.empty();
    private Optional<BigDecimal> termsDiscount = Optional.empty();
    private List<String> lines = List.of();

    public InvoiceDetailsDraft(UnprocessedSegments others) {
        this.others = others;
    }

    public void begin(SegmentCursor big) {
        releaseNumber = big.stripped(5);
        transactionType = big.upperCode(7);
        secondNumber = big.stripped(10);
    }

    public void total(SegmentCursor tds, NeededValues values) {
        discountable = values.anyAmount(tds, 2);
        discountedTotal = values.anyAmount(tds, 3);
        termsDiscount = values.anyAmount(tds, 4);
    }

    /** Takes a segment of the header or the summary that is not posted. */
    public void segment(SegmentCursor segment, String tag, NeededValues values) {
        switch (tag) {
            case "NTE" -> note(segment.upperCode(1), segment.stripped(2));
            case "N9" -> {
                noteQualifier = segment.upperCode(1);
                note(noteQualifier, (segment.stripped(2) + " " + segment.stripped(3)).strip());
            }
            case "MSG" -> note(noteQualifier, segment.stripped(1));
            case "PER" -> contacts = SparseCollections.with(contacts, DetailSegments.contact(segment));
            case "ITD" -> terms = SparseCollections.with(terms, DetailSegments.terms(segment, values));
            case "DTM" ->
                DateReader.read(segment, 2)
                        .ifPresent(date -> dates = SparseCollections.with(dates, segment.upperCode(1), date));
            case "FOB" -> freight = freight.or(() -> Optional.of(DetailSegments.freight(segment)));
            case "CAD" -> carriage = carriage.or(() -> Optional.of(DetailSegments.carriage(segment)));
            case "AMT" ->
                values.anyDecimal(segment, 2)
                        .ifPresent(amount -> amounts = SparseCollections.with(amounts, segment.upperCode(1), amount));
            case "ISS" -> shipped = SparseCollections.with(shipped, DetailSegments.shipped(segment, values));
            default -> other(segment);
        }
    }

    private void note(String qualifier, String text) {
        if (!text.isEmpty()) {
            notes = SparseCollections.with(notes, new InvoiceNote(qualifier, text));
        }
    }

    public void other(SegmentCursor segment) {
        lines = others.with(lines, segment);
    }

    public InvoiceDetails details(List<InformativeCharge> informative) {
        return new InvoiceDetails(
                transactionType,
                releaseNumber,
                secondNumber,
                notes,
                contacts,
                terms,
                dates,
                freight,
                carriage,
                amounts,
                shipped,
                discountable,
                discountedTotal,
                termsDiscount,
                informative,
                lines);
    }
}
