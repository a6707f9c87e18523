package io.mlconnector.ports.audit;

import io.mlconnector.ports.journal.history.StoredEntry;
import java.util.Locale;
import java.util.Objects;

/**
 * A place at which the history is not what was once written.
 *
 * @param kind what is wrong there
 * @param position among all entries; 0 if it is not about one
 * @param owner id of the document or file; empty if it is not about one
 * @param number in the owner's history; 0 if it is not about one
 * @param message a sentence that names the place
 */
public record Finding(Kind kind, long position, String owner, long number, String message) {

    /** What can be wrong. */
    public enum Kind {
        /** An entry is not as it was written. */
        CHANGED,
        /** Entries were removed. */
        MISSING,
        /** An entry was put in afterwards. */
        INSERTED,
        /** Entries do not stand in the order of their positions or numbers. */
        ORDER,
        /** The end of the history, or a head noted earlier, is another. */
        HEAD,
        /** Stored bytes are missing or are not those that their hash names. */
        PAYLOAD,
        /** A document or file without its history, or a history without its document or file. */
        OWNER;

        /** The word for it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Finding {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(message, "message");
    }

    static Finding at(StoredEntry entry, Kind kind, String message) {
        return new Finding(kind, entry.position(), entry.owner(), entry.number(), message);
    }

    static Finding at(long position, Kind kind, String message) {
        return new Finding(kind, position, "", 0, message);
    }

    @Override
    public String toString() {
        return message;
    }
}
