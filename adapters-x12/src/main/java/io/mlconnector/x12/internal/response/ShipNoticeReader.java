package io.mlconnector.x12.internal.response;

import io.mlconnector.domain.answering.ShipNotice;
import io.mlconnector.ports.edi.Content;
import io.mlconnector.x12.internal.dictionary.Place;
import io.mlconnector.x12.internal.syntax.DateReader;
import io.mlconnector.x12.internal.syntax.SegmentCursor;
import io.mlconnector.x12.internal.validation.ContentReader;
import io.mlconnector.x12.internal.validation.Findings;
import io.mlconnector.x12.internal.validation.NeededValues;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Reads an 856: what was shipped for each order line (reference x12, section 7). */
public final class ShipNoticeReader implements ContentReader {
    private final Findings findings;
    private final NeededValues needed;
    private final ShipmentLevels levels = new ShipmentLevels();
    private final Set<String> levelIds = new HashSet<>();
    private String purpose = "";
    private String shipmentNumber = "";
    private Optional<LocalDate> date = Optional.empty();
    private Optional<LocalDate> shipped = Optional.empty();
    private Optional<LocalDate> expected = Optional.empty();
    private String carrier = "";
    private String billOfLading = "";

    /** A reader whose problems go to {@code findings}. */
    public ShipNoticeReader(Findings findings) {
        this.findings = findings;
        this.needed = new NeededValues(findings);
    }

    @Override
    public void segment(SegmentCursor segment, Place place) {
        switch (place.loop()) {
            case "" -> ofNotice(segment, place.tag());
            case "HL" -> ofLevel(segment, place.tag());
            default -> {}
        }
    }

    private void ofNotice(SegmentCursor segment, String tag) {
        switch (tag) {
            case "BSN" -> {
                purpose = segment.code(1);
                shipmentNumber = needed.text(segment, 2);
                date = DateReader.read(segment, 3);
            }
            case "DTM" -> date(segment);
            case "CTT" -> count(segment);
            default -> {}
        }
    }

    private void ofLevel(SegmentCursor segment, String tag) {
        switch (tag) {
            case "HL" -> level(segment);
            case "PRF" -> levels.order(segment.text(1).strip(), segment.text(5).strip());
            case "LIN" -> levels.item(segment.text(1).strip(), ProductIds.of(segment, 2, 30));
            case "SN1" ->
                levels.shipped(segment.text(1).strip(), needed.decimal(segment, 2), segment.code(3), segment.code(8));
            case "MAN" -> mark(segment);
            case "DTM" -> date(segment);
            case "TD5" -> carrier = carrier.isEmpty() ? carrier(segment) : carrier;
            case "REF" -> bill(segment);
            default -> {}
        }
    }

    private void level(SegmentCursor hl) {
        String id = hl.text(1).strip();
        if (!id.isEmpty() && !levelIds.add(id)) {
            findings.warn(
                    "level-repeated",
                    "",
                    hl,
                    1,
                    "This HL01 was already used in the ship notice. Number the HL levels consecutively from 1.");
        }
        levels.begin(id, hl.text(2).strip(), hl.code(3));
    }

    private void mark(SegmentCursor man) {
        levels.mark(man.text(2).strip());
        levels.mark(man.text(5).strip());
    }

    private void date(SegmentCursor dtm) {
        switch (dtm.code(1)) {
            case "011" -> shipped = shipped.or(() -> DateReader.read(dtm, 2));
            case "017" -> expected = expected.or(() -> DateReader.read(dtm, 2));
            default -> {}
        }
    }

    private static String carrier(SegmentCursor td5) {
        String id = td5.text(3).strip();
        return id.isEmpty() ? td5.text(5).strip() : id;
    }

    private void bill(SegmentCursor ref) {
        if (billOfLading.isEmpty() && ref.code(1).equalsIgnoreCase("BM")) {
            billOfLading = ref.text(2).strip();
        }
    }

    private void count(SegmentCursor ctt) {
        needed.decimal(ctt, 1)
                .filter(count -> count.intValue() != levels.count())
                .ifPresent(count -> findings.warn(
                        "level-count-wrong",
                        "",
                        ctt,
                        1,
                        "CTT01 states " + Findings.quoted(count.toPlainString()) + ", but the ship notice has "
                                + levels.count() + " HL levels. Correct CTT01."));
    }

    @Override
    public Content finish(SegmentCursor last) {
        return findings.useless()
                ? new Content.Opaque()
                : new Content.Shipment(new ShipNotice(
                        purpose, shipmentNumber, date, shipped, expected, carrier, billOfLading, levels.lines()));
    }
}
