package io.mlconnector.x12.internal.order.segment;

import java.util.ArrayList;
import java.util.List;

/** Divides texts between words. */
final class TextParts {

    private TextParts() {}

    /**
     * Parts up to a maximum length; joined by a blank they yield the text again, unless a single word is longer.
     *
     * @param text with single blanks between its words and none at its ends
     * @param most 1 or more
     */
    static List<String> of(String text, int most) {
        List<String> parts = new ArrayList<>();
        String rest = text;
        while (rest.length() > most) {
            int blank = rest.lastIndexOf(' ', most);
            int end = blank > 0 ? blank : most;
            parts.add(rest.substring(0, end));
            rest = rest.substring(end).stripLeading();
        }
        if (!rest.isEmpty()) {
            parts.add(rest);
        }
        return parts;
    }
}
