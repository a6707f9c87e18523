package io.mlconnector.engine.daily;

import io.mlconnector.domain.words.DocumentId;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * One thing of a day that has come to no end, or of which nobody can say that it has.
 *
 * @param kind what is open about it
 * @param connection short name
 * @param partner short name; empty if it is not known
 * @param document the record of the document; empty if there is none
 * @param file the record of the file; empty if it is about no file
 * @param causeKey under which documents are grouped that stand still for the same reason; empty if it is none of these
 * @param since when it has been so; empty if that is not known
 * @param what it is, as people name it
 * @param why it counts as open
 * @param next what to do
 */
public record Unaccounted(
        Kind kind,
        String connection,
        String partner,
        Optional<DocumentId> document,
        Optional<DocumentId> file,
        String causeKey,
        Optional<Instant> since,
        String what,
        String why,
        String next) {

    public Unaccounted {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(connection, "connection");
        Objects.requireNonNull(partner, "partner");
        Objects.requireNonNull(document, "document");
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(causeKey, "causeKey");
        Objects.requireNonNull(since, "since");
        Objects.requireNonNull(what, "what");
        Objects.requireNonNull(why, "why");
        Objects.requireNonNull(next, "next");
    }

    /** What is open; the most serious first. */
    public enum Kind {
        /** F&O has a confirmation of which there is no document. */
        CONFIRMATION_NOT_ENTERED,
        /** An invoice counts as posted here, and F&O does not have it. */
        INVOICE_NOT_FOUND,
        /** F&O has an invoice of ours more than once. */
        INVOICE_DOUBLED,
        /** A file was taken before the journal was put back, and nobody has it. */
        FILE_MISSING,
        /** The partner's control numbers leave one out. */
        NUMBER_MISSING,
        /** A file, or a part of one, could not be read. */
        FILE_NOT_READ,
        /** A file lies in its folder and was not taken. */
        FILE_NOT_TAKEN,
        /** A document is held, failed, in doubt or on its way. */
        DOCUMENT_OPEN,
        /** The partner rejected it, or has not answered in time. */
        NOT_ACCEPTED,
        /** Something could not be looked at, so that nothing is known of it. */
        NOT_LOOKED;

        /** The word of the interface. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
