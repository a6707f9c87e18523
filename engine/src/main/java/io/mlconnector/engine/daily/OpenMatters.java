package io.mlconnector.engine.daily;

import io.mlconnector.domain.words.Acknowledgement;
import io.mlconnector.domain.words.Condition;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.ProblemCode;
import io.mlconnector.engine.confirmation.Backfill;
import io.mlconnector.engine.daily.Unaccounted.Kind;
import io.mlconnector.ports.gateway.FolderEntry;
import io.mlconnector.ports.journal.document.BusinessKeys;
import io.mlconnector.ports.journal.document.DocumentRecord;
import io.mlconnector.ports.journal.file.FileRecord;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Which matters of a day are unaccounted for, and in which words. Pure. */
final class OpenMatters {

    private OpenMatters() {}

    /** Of a document: it has not come to its end, or the partner has not accepted it. */
    static Optional<Unaccounted> of(DocumentRecord document) {
        Condition condition = document.condition();
        return switch (condition) {
            case MOVING, WAITING, HELD, UNKNOWN, FAILED -> Optional.of(open(document));
            case DONE -> answer(document);
            case DUPLICATE, DISCARDED -> Optional.empty();
        };
    }

    private static Unaccounted open(DocumentRecord document) {
        return about(
                Kind.DOCUMENT_OPEN,
                document,
                document.condition().word() + " since " + document.since()
                        + document.reason().map(why -> ": " + why.message()).orElse(""),
                switch (document.condition()) {
                    case HELD, FAILED -> "decide: documents show " + document.id();
                    case UNKNOWN -> "nothing: it is being found out";
                    default -> "nothing: it goes on by itself";
                });
    }

    private static Optional<Unaccounted> answer(DocumentRecord document) {
        return switch (document.acknowledgement()) {
            case OVERDUE ->
                Optional.of(about(
                        Kind.NOT_ACCEPTED,
                        document,
                        "the partner has not acknowledged it in time",
                        "ask " + document.partner() + " for the acknowledgement"));
            case REJECTED ->
                Optional.of(about(
                        Kind.NOT_ACCEPTED,
                        document,
                        "the partner " + Acknowledgement.REJECTED.word() + " it",
                        "see what was wrong: documents show " + document.id()));
            case NONE, AWAITED, ACCEPTED, ACCEPTED_WITH_ERRORS -> Optional.empty();
        };
    }

    private static Unaccounted about(Kind kind, DocumentRecord document, String why, String next) {
        return new Unaccounted(
                kind,
                document.connection(),
                document.partner(),
                Optional.of(document.id()),
                document.file(),
                document.reason().map(Problem::causeKey).orElse(""),
                Optional.of(document.since()),
                named(document),
                why,
                next);
    }

    /** As people name a document. */
    private static String named(DocumentRecord document) {
        BusinessKeys keys = document.keys();
        if (document.type().equals(DocumentRecord.UNREAD)) {
            return "unread bytes of file " + keys.fileName();
        }
        return document.type()
                + (keys.invoiceNumber().isEmpty() ? "" : " invoice " + keys.invoiceNumber())
                + (keys.orderNumber().isEmpty() ? "" : " order " + keys.orderNumber())
                + (keys.confirmationNumber().isEmpty() ? "" : " confirmation " + keys.confirmationNumber())
                + (keys.invoiceNumber().isEmpty()
                                && keys.orderNumber().isEmpty()
                                && !keys.controlNumber().isEmpty()
                        ? " interchange " + keys.controlNumber()
                        : "");
    }

    /** Of a confirmation in F&O; empty if there is a document of it, or if it is for no partner. */
    static Optional<Unaccounted> of(String connection, Backfill.Found found) {
        String what = "order " + found.orderNumber() + " of " + found.legalEntity() + ", confirmation "
                + found.confirmationNumber();
        return switch (found.verdict()) {
            case KNOWN, NOT_FOR_EDI -> Optional.empty();
            case NEW ->
                Optional.of(notEntered(
                        connection,
                        what,
                        "F&O has this confirmation, and there is no document of it",
                        "wait for the next look at F&O; if it is of before orders.since: "
                                + found.day()
                                        .map(day -> backfill(connection, day))
                                        .orElse("backfill")));
            case UNREADABLE ->
                Optional.of(notEntered(
                        connection,
                        what,
                        "F&O has this confirmation, its row cannot be read, and there is no document of it",
                        "wait for the next look at F&O, which records it as held with what is wrong with it"));
        };
    }

    private static String backfill(String connection, LocalDate day) {
        return "backfill --connection " + connection + " --from " + day + " --to " + day;
    }

    private static Unaccounted notEntered(String connection, String what, String why, String next) {
        return new Unaccounted(
                Kind.CONFIRMATION_NOT_ENTERED,
                connection,
                "",
                Optional.empty(),
                Optional.empty(),
                "",
                Optional.empty(),
                what,
                why,
                next);
    }

    /** Of a file that was taken; empty if all of it could be read. */
    static Optional<Unaccounted> of(FileRecord file) {
        return file.problem().map(why -> {
            boolean missing = why.is(ProblemCode.FILE_MISSING);
            return new Unaccounted(
                    missing ? Kind.FILE_MISSING : Kind.FILE_NOT_READ,
                    file.connection(),
                    file.partner(),
                    Optional.empty(),
                    Optional.of(file.id()),
                    "",
                    Optional.of(file.takenAt()),
                    "file " + file.name() + " of " + file.folder(),
                    why.message(),
                    missing
                            ? "put it into its folder again, or ask " + file.partner() + " to send it anew"
                            : "ask " + file.partner() + " for what could not be read");
        });
    }

    /**
     * Whether a file may have been in its folder before a day ended: what was written later is no matter of that day.
     *
     * @param entry as it is listed now; one whose time cannot be read may have been there
     */
    static boolean lay(FolderEntry entry, Instant end) {
        Instant modified;
        try {
            modified = OffsetDateTime.parse(entry.modified()).toInstant();
        } catch (DateTimeParseException e) {
            return true;
        }
        return modified.isBefore(end);
    }

    /**
     * Of a file that lies in its folder and is not known.
     *
     * @param now when the folder was listed
     */
    static Unaccounted notTaken(String connection, String partner, String folder, FolderEntry entry, Instant now) {
        return new Unaccounted(
                Kind.FILE_NOT_TAKEN,
                connection,
                partner,
                Optional.empty(),
                Optional.empty(),
                "",
                Optional.of(now),
                "file " + entry.name() + " of " + folder,
                "it was in its folder then and had not been taken",
                "wait until it has stopped growing and the folder was looked into again; if it stays, see what the folder"
                        + " of connection " + connection + " says");
    }

    /** Of numbers that a partner left out. */
    static Unaccounted missing(String connection, String partner, NumberGaps.Gap gap) {
        return new Unaccounted(
                Kind.NUMBER_MISSING,
                connection,
                partner,
                Optional.empty(),
                Optional.empty(),
                "",
                Optional.empty(),
                "interchange " + gap.text(),
                "what was received before and after it came, and this did not",
                "ask " + partner + " whether it was sent here; what carried no transaction set, such as a TA1 alone, is"
                        + " told here too");
    }

    /** Of a posted invoice that F&O does not have. */
    static Unaccounted notFound(DocumentRecord invoice) {
        return about(
                Kind.INVOICE_NOT_FOUND,
                invoice,
                "it was posted, and F&O has no invoice of this number, neither pending nor posted",
                "ask who deleted it in F&O; replay creates it again: documents replay " + invoice.id() + " --forecast");
    }

    /**
     * Of an invoice that F&O has more than once.
     *
     * @param count how often
     */
    static Unaccounted doubled(DocumentRecord invoice, long count) {
        return about(
                Kind.INVOICE_DOUBLED,
                invoice,
                "F&O has " + count + " pending invoices with its mark",
                "delete all but one of them in F&O before they are posted");
    }

    /**
     * Of what could not be looked at.
     *
     * @param partner whose it is; empty if it is everybody's
     * @param what was to be looked at
     */
    static Unaccounted notLooked(String connection, String partner, String what, String why) {
        return new Unaccounted(
                Kind.NOT_LOOKED,
                connection,
                partner,
                Optional.empty(),
                Optional.empty(),
                "",
                Optional.empty(),
                what,
                why,
                "ask again when it can be reached: nothing is known of it");
    }

    /** The same of a problem. */
    static Unaccounted notLooked(String connection, String partner, String what, Problem why) {
        return notLooked(connection, partner, what, why.message());
    }
}
