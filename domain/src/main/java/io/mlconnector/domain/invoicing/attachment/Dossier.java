package io.mlconnector.domain.invoicing.attachment;

import io.mlconnector.domain.agreement.InvoiceAgreement.Attachments;
import io.mlconnector.domain.agreement.charging.ChargePlace;
import io.mlconnector.domain.agreement.charging.ChargeTable;
import io.mlconnector.domain.invoicing.attachment.Attachment.Kind;
import io.mlconnector.domain.invoicing.document.Charge;
import io.mlconnector.domain.invoicing.document.VendorInvoice;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.domain.words.HistoryEntry;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is known of a posted invoice, and what of it is attached in F&O.
 *
 * @param document of the invoice
 * @param invoice as the vendor wrote it
 * @param x12 the bytes of its transaction set; empty if they are not stored any more
 * @param history of the document, in order
 * @param charges what is agreed about its charges in its legal entity
 */
@SuppressWarnings("ArrayRecordComponent") // bytes are handed on, never compared
public record Dossier(
        DocumentId document,
        VendorInvoice invoice,
        Optional<byte[]> x12,
        List<HistoryEntry> history,
        ChargeTable charges) {

    /** A file has at most so many bytes; F&O takes a few megabytes, in base64 and with all files in one request. */
    static final int MOST_BYTES = 1 << 20;

    /** A note has at most so many characters. */
    static final int LONGEST_NOTE = 4_000;

    public Dossier {
        Objects.requireNonNull(document, "document");
        Objects.requireNonNull(invoice, "invoice");
        Objects.requireNonNull(x12, "x12");
        Objects.requireNonNull(charges, "charges");
        history = List.copyOf(history);
    }

    /** What is attached; empty if there is nothing to say. */
    public List<Attachment> attachments(Attachments wanted) {
        List<Attachment> all = new ArrayList<>();
        if (wanted != Attachments.NONE) {
            note().ifPresent(text -> all.add(Attachment.note(document, text)));
        }
        if (wanted == Attachments.ALL) {
            all.add(text(Kind.INVOICE, "The invoice as the vendor sent it", InvoiceText.of(invoice)));
            x12.ifPresent(
                    bytes -> all.add(Attachment.file(document, Kind.X12, "The 810 as it was received", within(bytes))));
            all.add(text(
                    Kind.MATCH,
                    "How the invoice was matched with its orders",
                    MatchText.of(invoice.number(), history)));
        }
        return List.copyOf(all);
    }

    private Attachment text(Kind kind, String notes, String text) {
        return Attachment.file(document, kind, notes, within(text.getBytes(StandardCharsets.UTF_8)));
    }

    private byte[] within(byte[] bytes) {
        return bytes.length <= MOST_BYTES
                ? bytes
                : ("This file would have " + bytes.length + " bytes, and at most " + MOST_BYTES
                                + " are attached. Look at document " + document + " in ml-connector.\r\n")
                        .getBytes(StandardCharsets.UTF_8);
    }

    /** Accepted differences, warnings, and charges that were not posted. */
    private Optional<String> note() {
        List<HistoryEntry> examined = MatchText.last(history);
        List<String> lines = Stream.of(
                        history.stream()
                                .filter(entry -> entry.event().equals("release"))
                                .map(entry -> "Released by " + entry.actor() + ": " + entry.message()),
                        examined.stream()
                                .filter(entry -> entry.event().equals("accepted"))
                                .map(entry -> "Accepted: " + entry.message()),
                        examined.stream()
                                .filter(entry -> entry.event().equals("warning"))
                                .map(entry -> "Posted in spite of: " + entry.message()),
                        notPosted())
                .flatMap(part -> part)
                .distinct()
                .toList();
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        String text = String.join("\r\n", lines);
        return Optional.of(text.length() <= LONGEST_NOTE ? text : text.substring(0, LONGEST_NOTE - 1) + "…");
    }

    private Stream<String> notPosted() {
        Stream<Charge> ignored = Stream.concat(
                        invoice.charges().stream(), invoice.lines().stream().flatMap(line -> line.charges().stream()))
                .filter(charge -> charges.place(charge.code(), charge.agency(), charge.agencyCode())
                        .map(ChargePlace.Nowhere.class::isInstance)
                        .orElse(false));
        return Stream.concat(
                ignored.map(charge -> "Not posted, as agreed: " + InvoiceText.inWords(charge)),
                invoice.details().informative().stream()
                        .map(charge -> "Not posted, for information only: " + charge.code()
                                + charge.amount()
                                        .map(amount -> " " + amount.toPlainString())
                                        .orElse("")
                                + (charge.description().isBlank() ? "" : " " + charge.description())));
    }
}
