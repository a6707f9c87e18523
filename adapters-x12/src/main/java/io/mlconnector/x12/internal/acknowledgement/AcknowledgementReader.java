package io.mlconnector.x12.internal.acknowledgement;

import io.mlconnector.ports.edi.Content;
import io.mlconnector.ports.edi.Content.FunctionalAcknowledgement;
import io.mlconnector.ports.edi.Content.FunctionalAcknowledgement.Answer;
import io.mlconnector.x12.internal.dictionary.Place;
import io.mlconnector.x12.internal.syntax.SegmentCursor;
import io.mlconnector.x12.internal.validation.ContentReader;
import io.mlconnector.x12.internal.validation.Findings;
import io.mlconnector.x12.internal.validation.NeededValues;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Reads a 997 or a 999: the partner's acknowledgement of one functional group that we sent (reference x12, sections 9.2
 * to 9.6). The two differ in the tags of three segments and in the context that a 999 adds.
 */
public final class AcknowledgementReader implements ContentReader {
    private final Findings findings;
    private final NeededValues needed;
    private final List<Answer> answers = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private final List<String> groupRemarks = new ArrayList<>();
    private String groupCode = "";
    private long groupNumber;
    private String groupVerdict = "";
    private boolean openAnswer;
    private String setId = "";
    private String setNumber = "";

    /** A reader whose problems go to {@code findings}. */
    public AcknowledgementReader(Findings findings) {
        this.findings = findings;
        this.needed = new NeededValues(findings);
    }

    @Override
    public void segment(SegmentCursor segment, Place place) {
        switch (place.tag()) {
            case "AK1" -> group(segment);
            case "AK2" -> set(segment);
            case "AK3", "IK3" -> remarks.add(segmentRemark(segment));
            case "AK4", "IK4" -> remarks.add(elementRemark(segment));
            case "CTX" -> remarks.add("Context: " + context(segment));
            case "AK5", "IK5" -> verdict(segment);
            case "AK9" -> groupVerdict(segment);
            default -> {}
        }
    }

    private void group(SegmentCursor segment) {
        groupCode = needed.text(segment, 1);
        String number = needed.text(segment, 2);
        if (number.matches("\\d{1,9}")) {
            groupNumber = Long.parseLong(number);
        } else if (!number.isEmpty()) {
            findings.unusable(
                    "number-invalid",
                    "AK403 6",
                    segment,
                    2,
                    "AK102 must be the control number of a functional group that we sent. Ask the partner to correct the acknowledgement.");
        }
    }

    private void groupVerdict(SegmentCursor segment) {
        groupVerdict = segment.code(1).toUpperCase(Locale.ROOT);
        for (int i = 5; i <= 9; i++) {
            if (!segment.isEmpty(i)) {
                groupRemarks.add("Group: " + AcknowledgementCode.group(segment.code(i)));
            }
        }
        counts(segment);
    }

    /**
     * Compares AK902 to AK904 with the acknowledged sets; an acknowledgement without sets applies to the whole group.
     */
    private void counts(SegmentCursor segment) {
        closeAnswer("");
        long accepted = answers.stream()
                .filter(answer ->
                        answer.verdict().equals("A") || answer.verdict().equals("E"))
                .count();
        BigDecimal received = needed.decimal(segment, 3).orElse(BigDecimal.ZERO);
        BigDecimal taken = needed.decimal(segment, 4).orElse(BigDecimal.ZERO);
        if (taken.compareTo(received) > 0) {
            groupRemarks.add("AK9 states more accepted than received transaction sets");
        }
        boolean each = !answers.isEmpty() && received.compareTo(BigDecimal.valueOf(answers.size())) == 0;
        if (each && taken.compareTo(BigDecimal.valueOf(accepted)) != 0) {
            groupRemarks.add("AK9 states " + taken.toPlainString() + " accepted transaction sets, but " + accepted
                    + " of its AK5 or IK5 segments accept a set");
        }
    }

    private static String context(SegmentCursor segment) {
        String name = segment.component(1, 1);
        String value = segment.component(1, 2);
        String where = segment.isEmpty(2) ? "" : " (" + segment.code(2) + " at position " + segment.code(3) + ")";
        return (value.isEmpty() ? name : name + " " + value) + where;
    }

    private void set(SegmentCursor segment) {
        closeAnswer("");
        openAnswer = true;
        setId = needed.text(segment, 1);
        setNumber = needed.text(segment, 2);
    }

    private void verdict(SegmentCursor segment) {
        String verdict = needed.text(segment, 1).toUpperCase(Locale.ROOT);
        for (int i = 2; i <= 6; i++) {
            if (!segment.isEmpty(i)) {
                remarks.add("Set: " + AcknowledgementCode.set(segment.code(i)));
            }
        }
        closeAnswer(verdict);
    }

    private void closeAnswer(String verdict) {
        if (openAnswer) {
            answers.add(new Answer(setId, setNumber, verdict, remarks));
        }
        openAnswer = false;
        remarks.clear();
    }

    private static String segmentRemark(SegmentCursor segment) {
        String remark = "Segment " + segment.code(1) + " at position " + segment.code(2);
        return segment.isEmpty(4) ? remark : remark + ": " + AcknowledgementCode.segment(segment.code(4));
    }

    private static String elementRemark(SegmentCursor segment) {
        var remark = new StringBuilder("Element ").append(segment.component(1, 1));
        if (!segment.component(1, 2).isEmpty()) {
            remark.append(", component ").append(segment.component(1, 2));
        }
        if (!segment.isEmpty(2)) {
            remark.append(" (data element ").append(segment.code(2)).append(')');
        }
        remark.append(": ").append(AcknowledgementCode.element(segment.code(3)));
        if (!segment.isEmpty(4)) {
            remark.append(": ").append(segment.text(4));
        }
        return remark.toString();
    }

    @Override
    public Content finish(SegmentCursor last) {
        closeAnswer("");
        return findings.useless()
                ? new Content.Opaque()
                : new FunctionalAcknowledgement(groupCode, groupNumber, groupVerdict, groupRemarks, answers);
    }
}
