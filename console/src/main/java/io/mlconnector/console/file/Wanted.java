package io.mlconnector.console.file;

import io.mlconnector.ports.journal.file.FileFilter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Which received files a reader looks at.
 *
 * @param partner whose; empty: those of all
 * @param text words, each a part of the name, the folder, the partner or the id; empty: any
 */
public record Wanted(String partner, String text) {

    /** Whether nothing restricts. */
    public boolean all() {
        return partner.isEmpty() && text.isEmpty();
    }

    /** As the journal is asked for it. */
    FileFilter filter(int limit) {
        return FileFilter.newest(limit)
                .ofPartner(Optional.of(partner).filter(id -> !id.isEmpty()))
                .having(text);
    }

    /** The address of the page of those behind a file. */
    String address(String after) {
        return "/files?partner=" + encoded(partner) + "&q=" + encoded(text) + "&after=" + encoded(after);
    }

    private static String encoded(String word) {
        return URLEncoder.encode(word, StandardCharsets.UTF_8);
    }
}
