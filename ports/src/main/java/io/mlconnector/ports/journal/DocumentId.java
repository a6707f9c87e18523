package io.mlconnector.ports.journal;

/**
 * Names a document for ever. Also the mark by which an invoice in F&O is known as ours.
 *
 * @param text 1 to 20 characters of [a-z0-9-]; sorts in order of creation
 */
public record DocumentId(String text) implements Comparable<DocumentId> {

    public DocumentId {
        if (!text.matches("[a-z0-9-]{1,20}")) {
            throw new IllegalArgumentException("Not a document id: " + text);
        }
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
