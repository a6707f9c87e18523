package io.mlconnector.verification.verify.trouble;

import io.mlconnector.postgres.audit.StoredJournal.Document;
import io.mlconnector.twin.partner.Publication;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The kind of trouble during which each order was confirmed. Its revisions and invoices are counted there, whenever they are processed. */
public final class Origins {

    private static final Pattern BETWEEN_NUMBERS = Pattern.compile("[^A-Za-z0-9_-]+");

    private final Map<String, Trouble> byNumber = new HashMap<>();

    public Origins(List<Round> rounds, List<Publication> published) {
        rounds.forEach(round -> round.orders().forEach(order -> byNumber.put(order, round.trouble())));
        for (Publication publication : published) {
            publication.invoices().forEach(invoice -> {
                Trouble trouble = byNumber.get(invoice.purchaseOrderNumber());
                if (trouble != null) {
                    byNumber.putIfAbsent(invoice.invoiceNumber(), trouble);
                }
            });
        }
    }

    /** The trouble of the first order or invoice number in a text; {@link Trouble#EVERYTHING} if it contains none. */
    public Trouble of(String text) {
        return BETWEEN_NUMBERS
                .splitAsStream(text)
                .filter(byNumber::containsKey)
                .findFirst()
                .map(byNumber::get)
                .orElse(Trouble.EVERYTHING);
    }

    /** The trouble of a document. */
    public Trouble of(Document document) {
        return of(document.orderNumber() + " " + document.invoiceNumber());
    }
}
