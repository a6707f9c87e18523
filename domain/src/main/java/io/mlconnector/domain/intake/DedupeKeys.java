package io.mlconnector.domain.intake;

import io.mlconnector.domain.interchange.EnvelopeReference;
import io.mlconnector.domain.invoicing.InvoiceToPost;
import io.mlconnector.domain.ordering.document.OrderKey;
import io.mlconnector.domain.trade.ContentHash;
import io.mlconnector.domain.words.StorableText;
import java.util.Locale;

/**
 * The keys under which a business document exists once. Each is unique in the journal, so that even a mistake of ours
 * cannot double a document. Upper case and without padding, because that is how the two systems compare.
 */
public final class DedupeKeys {

    private DedupeKeys() {}

    /** An order revision: connection, legal entity, order number, confirmation number. */
    public static String ofOrder(String connection, OrderKey key) {
        return join("order", connection, key.legalEntity().id(), key.orderNumber(), key.confirmationNumber());
    }

    /** The neutral form of the same revision, written beside its X12 form: a document of its own. */
    public static String ofOrderBeside(String connection, OrderKey key) {
        return join("order-json", connection, key.legalEntity().id(), key.orderNumber(), key.confirmationNumber());
    }

    /** The same revision under whose number F&O shows other content now; once for each content. */
    public static String ofOtherContent(String dedupeKey, ContentHash fingerprint) {
        return dedupeKey + "|OTHER-CONTENT|" + fingerprint.hex();
    }

    /** A row of F&O's list of confirmations that cannot be read, by its content. */
    public static String ofUnreadableRow(String connection, String fingerprint) {
        return join("unreadable-row", connection, fingerprint);
    }

    /** All revisions of one order; they run one after another. */
    public static String sequenceOfOrder(String connection, OrderKey key) {
        return join("order", connection, key.legalEntity().id(), key.orderNumber());
    }

    /** The neutral forms of all revisions of one order; no X12 form waits for any of them. */
    public static String sequenceOfOrderBeside(String connection, OrderKey key) {
        return join("order-json", connection, key.legalEntity().id(), key.orderNumber());
    }

    /**
     * A received transaction set: both ends, ISA13, GS06, ST02. Numbers are compared as numbers, because partners pad
     * them as they like (reference x12, section 1.2).
     */
    public static String ofEnvelope(String connection, EnvelopeReference reference) {
        return join(
                "envelope",
                connection,
                reference.sender().toString(),
                reference.receiver().toString(),
                reference.transactionSetId(),
                number(reference.interchangeNumber()),
                number(reference.groupNumber()),
                number(reference.transactionSetNumber()));
    }

    /** A vendor invoice: connection, legal entity, vendor, invoice number; what F&O itself regards as the same. */
    public static String ofInvoice(String connection, InvoiceToPost invoice) {
        return join(
                "invoice",
                connection,
                invoice.legalEntity().id(),
                invoice.vendor().number(),
                invoice.number());
    }

    private static String number(String text) {
        String digits = text.strip();
        return digits.matches("\\d+") ? digits.replaceFirst("^0+(?=\\d)", "") : digits;
    }

    private static String join(String... parts) {
        StringBuilder key = new StringBuilder();
        for (String part : parts) {
            if (!key.isEmpty()) {
                key.append('|');
            }
            key.append(part.strip().replace("\\", "\\\\").replace("|", "\\|").toUpperCase(Locale.ROOT));
        }
        return StorableText.of(key.toString());
    }
}
