package io.mlconnector.x12.internal.dictionary;

import java.util.Map;

/**
 * The definition of an element at its position in a segment (reference x12, section 10).
 *
 * @param mandatory whether it must not be empty
 * @param type its type
 * @param least minimum length
 * @param most maximum length
 * @param number data element number, such as {@code 355}
 * @param codes the known codes; {@link CodeSet#OPEN} if they are not checked
 * @param parts the components of a composite, as if it were a segment; {@link SegmentRule#NONE} for anything else
 */
public record ElementRule(
        boolean mandatory, ElementType type, int least, int most, String number, CodeSet codes, SegmentRule parts) {
    /** Reads {@code M/ID/2-2/355}. */
    static ElementRule parse(String text, CodeLists lists, Map<String, SegmentRule> composites) {
        String[] parts = text.split("/");
        String[] lengths = parts[2].split("-");
        return new ElementRule(
                parts[0].equals("M"),
                ElementType.valueOf(parts[1]),
                Integer.parseInt(lengths[0]),
                Integer.parseInt(lengths[1]),
                parts[3],
                parts[1].equals("ID") ? lists.of(parts[3]) : CodeSet.OPEN,
                composites.getOrDefault(parts[3], SegmentRule.NONE));
    }
}
