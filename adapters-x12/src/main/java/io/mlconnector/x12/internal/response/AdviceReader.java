package io.mlconnector.x12.internal.response;

import io.mlconnector.domain.answering.AdvisedDocument;
import io.mlconnector.domain.answering.AdvisedDocument.Remark;
import io.mlconnector.domain.answering.ApplicationAdvice;
import io.mlconnector.ports.edi.Content;
import io.mlconnector.x12.internal.dictionary.Place;
import io.mlconnector.x12.internal.syntax.DateReader;
import io.mlconnector.x12.internal.syntax.SegmentCursor;
import io.mlconnector.x12.internal.validation.ContentReader;
import io.mlconnector.x12.internal.validation.Findings;
import io.mlconnector.x12.internal.validation.NeededValues;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads an 824 (reference x12, section 8). */
public final class AdviceReader implements ContentReader {
    private static final class Draft {
        private final String verdict;
        private final String qualifier;
        private final String reference;
        private final String groupNumber;
        private final String setNumber;
        private final String setId;
        private final Map<String, String> references = new LinkedHashMap<>();
        private final List<Remark> remarks = new ArrayList<>();

        Draft(SegmentCursor oti, NeededValues needed) {
            verdict = needed.text(oti, 1).toUpperCase(Locale.ROOT);
            qualifier = oti.code(2).toUpperCase(Locale.ROOT);
            reference = oti.text(3).strip();
            groupNumber = oti.code(8);
            setNumber = oti.code(9);
            setId = oti.code(10);
        }

        AdvisedDocument document() {
            return new AdvisedDocument(
                    verdict, qualifier, reference, groupNumber, setNumber, setId, references, remarks);
        }
    }

    private final Findings findings;
    private final NeededValues needed;
    private final List<Draft> documents = new ArrayList<>();
    private String purpose = "";
    private String reference = "";
    private Optional<LocalDate> date = Optional.empty();

    /** A reader whose problems go to {@code findings}. */
    public AdviceReader(Findings findings) {
        this.findings = findings;
        this.needed = new NeededValues(findings);
    }

    @Override
    public void segment(SegmentCursor segment, Place place) {
        switch (place.loop()) {
            case "" -> begin(segment, place.tag());
            case "OTI" -> ofDocument(segment, place.tag());
            case "OTI/TED" -> ofRemark(segment, place.tag());
            default -> {}
        }
    }

    private void begin(SegmentCursor segment, String tag) {
        if (tag.equals("BGN")) {
            purpose = segment.code(1);
            reference = needed.text(segment, 2);
            date = DateReader.read(segment, 3);
        }
    }

    private void ofDocument(SegmentCursor segment, String tag) {
        switch (tag) {
            case "OTI" -> documents.add(new Draft(segment, needed));
            case "REF" ->
                open().references
                        .putIfAbsent(
                                segment.code(1).toUpperCase(Locale.ROOT),
                                segment.isEmpty(2)
                                        ? segment.text(3).strip()
                                        : segment.text(2).strip());
            default -> {}
        }
    }

    private void ofRemark(SegmentCursor segment, String tag) {
        List<Remark> remarks = open().remarks;
        switch (tag) {
            case "TED" ->
                remarks.add(new Remark(
                        segment.code(1).toUpperCase(Locale.ROOT),
                        segment.text(2).strip(),
                        segment.code(3),
                        segment.text(7).strip(),
                        segment.text(8).strip(),
                        position(segment.code(4)),
                        position(segment.code(5))));
            case "NTE" -> {
                Remark last = remarks.remove(remarks.size() - 1);
                String text = segment.text(2).strip();
                remarks.add(new Remark(
                        last.code(),
                        last.text().isEmpty() ? text : last.text() + " " + text,
                        last.segment(),
                        last.badValue(),
                        last.goodValue(),
                        last.position(),
                        last.element()));
            }
            default -> {}
        }
    }

    private static int position(String digits) {
        return digits.matches("\\d{1,6}") ? Integer.parseInt(digits) : 0;
    }

    private Draft open() {
        return documents.get(documents.size() - 1);
    }

    @Override
    public Content finish(SegmentCursor last) {
        return findings.useless()
                ? new Content.Opaque()
                : new Content.Advice(new ApplicationAdvice(
                        purpose,
                        reference,
                        date,
                        documents.stream().map(Draft::document).toList()));
    }
}
