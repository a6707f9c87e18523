package io.mlconnector.x12.internal.response;

import io.mlconnector.domain.answering.OrderResponse;
import io.mlconnector.ports.edi.Content;
import io.mlconnector.x12.internal.dictionary.Place;
import io.mlconnector.x12.internal.syntax.DateReader;
import io.mlconnector.x12.internal.syntax.SegmentCursor;
import io.mlconnector.x12.internal.validation.ContentReader;
import io.mlconnector.x12.internal.validation.Findings;
import io.mlconnector.x12.internal.validation.NeededValues;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads an 855 or an 865 (reference x12, section 5). The two differ in their first segment and in that of a line. */
public final class OrderResponseReader implements ContentReader {
    private final Findings findings;
    private final NeededValues needed;
    private final List<String> notes = new ArrayList<>();
    private final List<LineResponseDraft> lines = new ArrayList<>();
    private String purpose = "";
    private String type = "";
    private String orderNumber = "";
    private String changeNumber = "";
    private Optional<LocalDate> orderDate = Optional.empty();
    private String vendorOrderNumber = "";
    private Optional<LocalDate> date = Optional.empty();

    /** A reader whose problems go to {@code findings}. */
    public OrderResponseReader(Findings findings) {
        this.findings = findings;
        this.needed = new NeededValues(findings);
    }

    @Override
    public void segment(SegmentCursor segment, Place place) {
        switch (place.loop()) {
            case "" -> ofHeader(segment, place.tag());
            case "N9" -> note(segment, place.tag());
            case "PO1", "POC", "PO1/ACK", "POC/ACK" -> ofLine(segment, place.tag());
            default -> {}
        }
    }

    private void ofHeader(SegmentCursor segment, String tag) {
        switch (tag) {
            case "BAK" -> acknowledgement(segment);
            case "BCA" -> changeAcknowledgement(segment);
            case "REF" -> vendorOrder(segment);
            default -> {}
        }
    }

    private void acknowledgement(SegmentCursor bak) {
        begin(bak);
        orderDate = DateReader.read(bak, 4);
        vendorOrderNumber = bak.text(8).strip();
        date = DateReader.read(bak, 9);
    }

    private void changeAcknowledgement(SegmentCursor bca) {
        begin(bca);
        changeNumber = bca.text(5).strip();
        orderDate = DateReader.read(bca, 6);
        vendorOrderNumber = bca.text(9).strip();
        date = DateReader.read(bca, 10);
    }

    private void begin(SegmentCursor segment) {
        purpose = segment.code(1);
        type = segment.code(2).toUpperCase(Locale.ROOT);
        orderNumber = needed.text(segment, 3);
    }

    private void vendorOrder(SegmentCursor ref) {
        if (vendorOrderNumber.isEmpty() && ref.code(1).equalsIgnoreCase("VN")) {
            vendorOrderNumber = ref.text(2).strip();
        }
    }

    private void note(SegmentCursor segment, String tag) {
        String text = switch (tag) {
            case "N9" -> segment.text(3).strip();
            case "MSG" -> segment.text(1).strip();
            case "MTX" -> segment.text(2).strip();
            default -> "";
        };
        if (!text.isEmpty()) {
            notes.add(text);
        }
    }

    private void ofLine(SegmentCursor segment, String tag) {
        switch (tag) {
            case "PO1" -> lines.add(LineResponseDraft.answered(segment, needed));
            case "POC" -> lines.add(LineResponseDraft.changed(segment, needed));
            case "ACK" -> openLine().promise(segment, needed);
            case "DTM" -> openLine().date(segment);
            default -> {}
        }
    }

    private LineResponseDraft openLine() {
        return lines.get(lines.size() - 1);
    }

    @Override
    public Content finish(SegmentCursor last) {
        return findings.useless()
                ? new Content.Opaque()
                : new Content.OrderAnswer(new OrderResponse(
                        purpose,
                        type,
                        orderNumber,
                        changeNumber,
                        orderDate,
                        vendorOrderNumber,
                        date,
                        notes,
                        lines.stream().map(LineResponseDraft::line).toList()));
    }
}
