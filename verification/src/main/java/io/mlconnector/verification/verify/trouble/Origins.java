package io.mlconnector.verification.verify.trouble;

import io.mlconnector.postgres.audit.StoredJournal.Document;
import io.mlconnector.twin.partner.Publication;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** In which kind of trouble an order was confirmed: its revisions and invoices count there, whenever they move. */
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

    /** Of the first number of an order or an invoice in a text; of what belongs to none, everything together. */
    public Trouble of(String text) {
        return BETWEEN_NUMBERS
                .splitAsStream(text)
                .filter(byNumber::containsKey)
                .findFirst()
                .map(byNumber::get)
                .orElse(Trouble.EVERYTHING);
    }

    /** Of a document. */
    public Trouble of(Document document) {
        return of(document.orderNumber() + " " + document.invoiceNumber());
    }
}
