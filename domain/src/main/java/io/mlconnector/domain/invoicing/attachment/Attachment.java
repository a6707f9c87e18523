package io.mlconnector.domain.invoicing.attachment;

import io.mlconnector.domain.words.DocumentId;
import java.util.Objects;
import java.util.Optional;

/**
 * Something that is attached to a pending vendor invoice in F&O (reference dynamics, section 4.9).
 *
 * @param name by which it is found again: it carries the id of the document, so that it is ours and of this document; at most 60
 *     characters
 * @param notes what a note says, and what a file is, for a reader in F&O
 * @param file the attached file; empty on a note
 */
public record Attachment(String name, String notes, Optional<File> file) {

    public Attachment {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(notes, "notes");
        Objects.requireNonNull(file, "file");
    }

    /** What is attached, at most one of each kind. */
    public enum Kind {
        /** Accepted differences, and charges that were not posted. */
        NOTE("note"),
        /** The invoice for a reader. */
        INVOICE("invoice"),
        /** The transaction set as it was received. */
        X12("x12"),
        /** How the invoice was matched. */
        MATCH("match");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** As it stands in the name. */
        public String word() {
            return word;
        }
    }

    /**
     * A file.
     *
     * @param name without its type, such as {@code m-1-x12}
     * @param type the extension, such as {@code txt}: F&O takes only types that it lists, and it lists this one
     * @param bytes what is in it; not changed by anybody
     */
    @SuppressWarnings("ArrayRecordComponent") // bytes are handed on, never compared
    public record File(String name, String type, byte[] bytes) {
        public File {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(type, "type");
            Objects.requireNonNull(bytes, "bytes");
        }
    }

    /** The name of what is attached for a document, the same whenever it is reckoned. */
    public static String name(DocumentId document, Kind kind) {
        return "ml-connector " + document + " " + kind.word();
    }

    /** A note. */
    public static Attachment note(DocumentId document, String text) {
        return new Attachment(name(document, Kind.NOTE), text, Optional.empty());
    }

    /** A text file. */
    public static Attachment file(DocumentId document, Kind kind, String notes, byte[] bytes) {
        return new Attachment(
                name(document, kind), notes, Optional.of(new File(document + "-" + kind.word(), "txt", bytes)));
    }
}
