package io.mlconnector.x12.internal.order.segment;

import io.mlconnector.domain.agreement.CodeTables;
import io.mlconnector.domain.agreement.SegmentText;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Writes segments whose elements a profile names for codes of F&O. */
public final class AgreedSegment {
    private final SegmentWriter out;
    private final CodeTables codes;

    public AgreedSegment(SegmentWriter out, CodeTables codes) {
        this.out = out;
        this.codes = codes;
    }

    /**
     * Looks up a code in a table.
     *
     * @param what the code is, for people, such as {@code terms of payment}
     * @return empty if the table has no entry; that is reported
     */
    public Optional<SegmentText> find(Map<String, SegmentText> table, String segment, String what, String code) {
        Optional<SegmentText> found = CodeTables.find(table, code);
        if (found.isEmpty()) {
            unmapped(segment, what, code);
        }
        return found;
    }

    /** Reports that F&O has charges that it does not return individually. */
    public void unread(String sum) {
        String message =
                "F&O has charges on this order but does not return all of them in the order's currency (entity sets"
                        + " PurchaseOrderHeaderCharges and PurchaseOrderLineChargesV2). ";
        if (codes.strict()) {
            out.error(
                    "charges-unread",
                    "",
                    0,
                    sum,
                    message + "Make them readable for the connector and replay the document.");
        } else {
            out.note("charges-unread", 0, sum, message + "The missing charges were left out.");
        }
    }

    /** Reports that no table contains a code. */
    public void unmapped(String segment, String what, String code) {
        String message = String.format(
                Locale.ROOT, "The partner's profile has no X12 mapping for the %s %s (%s). ", what, code, segment);
        if (codes.strict()) {
            out.error("code-unmapped", "", 0, code, message + "Enter the code in the profile and replay the document.");
        } else {
            out.note("code-unmapped", 0, code, message + "The segment was left out.");
        }
    }

    /** Writes a segment of agreed elements. */
    public void write(String segment, SegmentText text, String code, String told) {
        if (text.elements().isEmpty()) {
            return;
        }
        out.begin(segment);
        int last =
                Math.min(text.elements().keySet().stream().max(Integer::compare).orElse(0), out.width());
        for (int position = 1; position <= last; position++) {
            element(text.at(position), code, told);
        }
        out.end();
    }

    /** Writes one agreed element. */
    public void element(String agreed, String code, String told) {
        if (agreed.indexOf('{') < 0) {
            out.id(agreed);
        } else {
            out.text(agreed.replace("{code}", code).replace("{text}", told));
        }
    }
}
