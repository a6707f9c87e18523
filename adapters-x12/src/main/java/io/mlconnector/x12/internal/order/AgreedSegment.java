package io.mlconnector.x12.internal.order;

import io.mlconnector.domain.agreement.CodeTables;
import io.mlconnector.domain.agreement.SegmentText;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Writes segments whose elements a profile names for codes of F&O. */
final class AgreedSegment {
    private final SegmentWriter out;
    private final CodeTables codes;

    AgreedSegment(SegmentWriter out, CodeTables codes) {
        this.out = out;
        this.codes = codes;
    }

    /**
     * What a table says of a code.
     *
     * @param what the code is, for people, such as {@code terms of payment}
     * @return empty if nothing; that is told
     */
    Optional<SegmentText> find(Map<String, SegmentText> table, String segment, String what, String code) {
        Optional<SegmentText> found = CodeTables.find(table, code);
        if (found.isEmpty()) {
            unmapped(segment, what, code);
        }
        return found;
    }

    /** Tells that F&O has charges and does not say which. */
    void untold(String sum) {
        String message =
                "F&O has charges on this order and does not show all of them in the order's currency (entity sets"
                        + " PurchaseOrderHeaderCharges and PurchaseOrderLineChargesV2). ";
        if (codes.strict()) {
            out.error(
                    "charges-unread",
                    "",
                    0,
                    sum,
                    message + "Make them readable for the connector and replay the document.");
        } else {
            out.note("charges-unread", 0, sum, message + "Those that it does not show were left out.");
        }
    }

    /** Tells that no table names a code. */
    void unmapped(String segment, String what, String code) {
        String message = String.format(
                Locale.ROOT,
                "The partner's profile does not say what the %s %s are in X12 (%s). ",
                what,
                code,
                segment);
        if (codes.strict()) {
            out.error("code-unmapped", "", 0, code, message + "Enter the code in the profile and replay the document.");
        } else {
            out.note("code-unmapped", 0, code, message + "The segment was left out.");
        }
    }

    /** Writes a segment of agreed elements. */
    void write(String segment, SegmentText text, String code, String told) {
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
    void element(String agreed, String code, String told) {
        if (agreed.indexOf('{') < 0) {
            out.id(agreed);
        } else {
            out.text(agreed.replace("{code}", code).replace("{text}", told));
        }
    }
}
