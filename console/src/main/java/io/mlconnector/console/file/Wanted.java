package io.mlconnector.console.file;

import io.mlconnector.ports.journal.file.FileRecord;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Which received files a reader looks at.
 *
 * @param partner whose; empty: those of all
 * @param text a part of the name or the folder; empty: any
 */
public record Wanted(String partner, String text) {

    /** Whether nothing restricts. */
    public boolean all() {
        return partner.isEmpty() && text.isEmpty();
    }

    /** Whether a file is one of them; letters are compared without regard to case. */
    boolean fits(FileRecord file) {
        String part = text.toLowerCase(Locale.ROOT);
        return (partner.isEmpty() || file.partner().equals(partner))
                && (file.name().toLowerCase(Locale.ROOT).contains(part)
                        || file.folder().toLowerCase(Locale.ROOT).contains(part));
    }

    /** The address of the page of those behind a file. */
    String address(String after) {
        return "/files?partner=" + encoded(partner) + "&q=" + encoded(text) + "&after=" + encoded(after);
    }

    private static String encoded(String word) {
        return URLEncoder.encode(word, StandardCharsets.UTF_8);
    }
}
