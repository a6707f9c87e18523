package io.mlconnector.console.reference;

import io.mlconnector.console.page.Form;
import io.mlconnector.console.page.UnusableException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Which translations a reader looks for, as it stands in the address of the page.
 *
 * @param partner short name; empty: of all
 * @param kind unit or item; empty: both
 * @param word a part of the word on either side; empty: any
 */
record Wanted(String partner, String kind, String word) {

    /** Translations on a page. */
    static final int PAGE = 50;

    /** What its address may say. */
    static final List<String> WORDS = List.of("partner", "kind", "q", "after");

    static Wanted of(Form form) {
        String kind = form.text("kind");
        if (!List.of("", "unit", "item").contains(kind)) {
            throw new UnusableException("There is no kind " + kind + "; unit and item are.");
        }
        return new Wanted(form.text("partner"), kind, form.text("q"));
    }

    boolean includes(ReferenceRow row) {
        String part = word.toLowerCase(Locale.ROOT);
        return (partner.isEmpty() || row.partner().equals(partner))
                && (kind.isEmpty() || row.reference().kind().word().equals(kind))
                && (row.reference().theirs().toLowerCase(Locale.ROOT).contains(part)
                        || row.reference().ours().toLowerCase(Locale.ROOT).contains(part));
    }

    boolean all() {
        return partner.isEmpty() && kind.isEmpty() && word.isEmpty();
    }

    /** The address of a page with it. */
    String address(String path, Optional<String> after) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("partner", partner);
        parts.put("kind", kind);
        parts.put("q", word);
        parts.put("after", after.orElse(""));
        StringBuilder text = new StringBuilder(path);
        parts.forEach((name, value) -> {
            if (!value.isEmpty()) {
                text.append(text.indexOf("?") < 0 ? '?' : '&')
                        .append(name)
                        .append('=')
                        .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
            }
        });
        return text.toString();
    }
}
