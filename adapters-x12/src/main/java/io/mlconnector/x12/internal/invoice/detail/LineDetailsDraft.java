package io.mlconnector.x12.internal.invoice.detail;

import io.mlconnector.domain.invoicing.detail.InformativeCharge;
import io.mlconnector.domain.invoicing.detail.InvoiceContact;
import io.mlconnector.domain.invoicing.detail.line.InvoiceLineDetails;
import io.mlconnector.domain.invoicing.detail.line.LineDescription;
import io.mlconnector.domain.invoicing.detail.line.LinePrice;
import io.mlconnector.domain.invoicing.detail.line.LineQuantity;
import io.mlconnector.domain.invoicing.detail.line.Packing;
import io.mlconnector.domain.invoicing.detail.line.SubLine;
import io.mlconnector.x12.internal.syntax.DateReader;
import io.mlconnector.x12.internal.syntax.SegmentCursor;
import io.mlconnector.x12.internal.validation.NeededValues;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The details of a line that are not posted, while it is being read. */
public final class LineDetailsDraft {
    private List<LineDescription> descriptions = List.of();
    private Map<String, String> references = Map.of();
    private Map<String, LocalDate> dates = Map.of();
    private List<LinePrice> prices = List.of();
    private List<LineQuantity> quantities = List.of();
    private List<SubLine> subLines = List.of();
    private List<PartyDraft> parties = List.of();
    private Optional<Packing> packing = Optional.empty();
    private List<InvoiceContact> contacts = List.of();
    private List<String> lines = List.of();

    /** Takes a segment of the line that is not posted. */
    public void segment(SegmentCursor segment, String tag, NeededValues values, UnprocessedSegments others) {
        switch (tag) {
            case "PID" -> descriptions = SparseCollections.with(descriptions, DetailSegments.description(segment));
            case "REF" -> reference(segment);
            case "DTM" ->
                DateReader.read(segment, 2)
                        .ifPresent(date -> dates = SparseCollections.with(dates, segment.upperCode(1), date));
            case "CTP" -> prices = SparseCollections.with(prices, DetailSegments.price(segment, values));
            case "QTY" ->
                values.anyDecimal(segment, 2)
                        .ifPresent(quantity -> quantities = SparseCollections.with(
                                quantities, new LineQuantity(segment.upperCode(1), quantity, segment.component(3, 1))));
            case "SLN" -> subLines = SparseCollections.with(subLines, DetailSegments.subLine(segment, values));
            case "PO4" -> packing = packing.or(() -> Optional.of(DetailSegments.packing(segment, values)));
            case "PER" -> contacts = SparseCollections.with(contacts, DetailSegments.contact(segment));
            default -> lines = others.with(lines, segment);
        }
    }

    private void reference(SegmentCursor ref) {
        if (!ref.isEmpty(1)) {
            String value = ref.stripped(2);
            references =
                    SparseCollections.with(references, ref.upperCode(1), value.isEmpty() ? ref.stripped(3) : value);
        }
    }

    public void other(SegmentCursor segment, UnprocessedSegments others) {
        lines = others.with(lines, segment);
    }

    /** Takes a segment of a loop N1 of the line. */
    public void party(SegmentCursor segment, String tag, UnprocessedSegments others) {
        if (tag.equals("N1")) {
            parties = SparseCollections.with(parties, new PartyDraft(segment));
        } else if (!parties.get(parties.size() - 1).segment(segment, tag)) {
            lines = others.with(lines, segment);
        }
    }

    public InvoiceLineDetails details(String priceBasis, List<InformativeCharge> informative) {
        return new InvoiceLineDetails(
                priceBasis,
                descriptions,
                references,
                dates,
                prices,
                quantities,
                subLines,
                parties.stream().map(PartyDraft::party).toList(),
                packing,
                contacts,
                informative,
                lines);
    }
}
