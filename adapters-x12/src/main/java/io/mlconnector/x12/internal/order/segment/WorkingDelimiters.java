package io.mlconnector.x12.internal.order.segment;

import io.mlconnector.domain.interchange.Delimiters;

/** Finds separators that occur in no id of an order. */
public final class WorkingDelimiters {
    private static final String ELEMENTS = "*|!=\u001d";
    private static final String COMPONENTS = ">:<\\\u001f";
    private static final String REPETITIONS = "^%@\u001e";
    private static final String SEGMENTS = "~;'\u001c";

    private WorkingDelimiters() {}

    /** The recommended separators, as a sentence; separators without a conflict are kept. */
    public static String advice(Delimiters present, Characters characters) {
        char element = first(present.element(), ELEMENTS, characters, "");
        char component = first(present.component(), COMPONENTS, characters, "" + element);
        char repetition = first(present.repetition(), REPETITIONS, characters, "" + element + component);
        char segment = first(present.segment(), SEGMENTS, characters, "" + element + component + repetition);
        return " These separators would work for this order: element " + shown(element) + ", component "
                + shown(component) + ", repetition " + shown(repetition) + ", segment " + shown(segment)
                + ". Agree on them with the partner and enter them under interchange.separators.";
    }

    /** The last candidate is a control character, which no id can hold. */
    private static char first(char present, String candidates, Characters characters, String taken) {
        String all = present + candidates;
        for (int i = 0; i < all.length(); i++) {
            if (!characters.inIds(all.charAt(i)) && taken.indexOf(all.charAt(i)) < 0) {
                return all.charAt(i);
            }
        }
        return candidates.charAt(candidates.length() - 1);
    }

    private static String shown(char character) {
        return character > ' ' ? Character.toString(character) : "0x" + Integer.toHexString(character);
    }
}
