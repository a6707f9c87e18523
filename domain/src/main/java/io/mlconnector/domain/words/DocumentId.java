package io.mlconnector.domain.words;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Names a document for ever. Also the mark by which an invoice in F&O is known as ours.
 *
 * @param text 1 to 20 characters of [a-z0-9-]; sorts in order of creation
 */
public record DocumentId(String text) implements Comparable<DocumentId> {

    private static final Pattern FORM = Pattern.compile("[a-z0-9-]{1,20}");

    public DocumentId {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("Not a document id: " + text);
        }
    }

    /** The id that a text says; empty if it says none. */
    public static Optional<DocumentId> of(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new DocumentId(text)) : Optional.empty();
    }

    @Override
    public int compareTo(DocumentId other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
