package io.mlconnector.domain.agreement;

import java.util.Objects;
import java.util.Set;

/**
 * How orders are written for a partner: what the partner's implementation guide asks for where the standard leaves a choice. Pure
 * data.
 *
 * @param name how people call it
 * @param texts characters and texts
 * @param header what stands before the lines
 * @param lines how lines are written
 * @param codes what codes of F&O are in X12
 * @param leftOut what is not sent: tags such as {@code AMT}, tags inside of lines such as {@code PO1/DTM}, and
 *     {@code CTT02}, the hash total
 */
public record WritingProfile(
        String name, TextRules texts, HeaderRules header, LineRules lines, CodeTables codes, Set<String> leftOut) {

    /** Everything that can be left out. */
    public static final Set<String> OPTIONAL = Set.of(
            "CUR", "REF", "PER", "FOB", "ITD", "DTM", "TD5", "N9", "N3", "N4", "SAC", "AMT", "CTT02", "PO1/CTP",
            "PO1/PID", "PO1/REF", "PO1/SAC", "PO1/DTM", "PO1/SCH", "PO1/N1", "PO1/FOB", "PO1/TD5", "PO1/N9");

    /** What most partners accept. */
    public static final WritingProfile USUAL = new WritingProfile(
            "usual",
            TextRules.USUAL,
            HeaderRules.USUAL,
            LineRules.USUAL,
            CodeTables.USUAL,
            Set.of("N9", "PO1/CTP", "PO1/N9"));

    public WritingProfile {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(texts, "texts");
        Objects.requireNonNull(header, "header");
        Objects.requireNonNull(lines, "lines");
        Objects.requireNonNull(codes, "codes");
        leftOut = Set.copyOf(leftOut);
    }

    /** Whether a segment or element of {@link #OPTIONAL} is sent. */
    public boolean sends(String part) {
        return !leftOut.contains(part);
    }

    /** The same with other rules for texts. */
    public WritingProfile with(TextRules others) {
        return new WritingProfile(name, others, header, lines, codes, leftOut);
    }

    /** The same with other rules for the header. */
    public WritingProfile with(HeaderRules others) {
        return new WritingProfile(name, texts, others, lines, codes, leftOut);
    }
}
