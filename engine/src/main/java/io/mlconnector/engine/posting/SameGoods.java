package io.mlconnector.engine.posting;

import io.mlconnector.domain.alignment.InvoiceAlignment;
import io.mlconnector.domain.invoicing.NearDuplicates;
import io.mlconnector.domain.invoicing.document.VendorInvoice;
import io.mlconnector.domain.words.Condition;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.ProblemCode;
import io.mlconnector.engine.Connection;
import io.mlconnector.engine.Engine;
import io.mlconnector.ports.journal.Criterion;
import io.mlconnector.ports.journal.DocumentFilter;
import io.mlconnector.ports.journal.document.BusinessKeys;
import io.mlconnector.ports.journal.document.Direction;
import io.mlconnector.ports.journal.document.DocumentRecord;
import io.mlconnector.ports.stored.ReceivedSet;
import io.vertx.core.Future;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Invoices that may bill the same goods, or be the same invoice under two numbers. Each is compared with what F&O has of the
 * others, so that one of them has to be there, or certainly not, before the next one is compared.
 */
final class SameGoods {

    private static final int MOST = 100;

    private final Engine engine;
    private final Connection connection;

    SameGoods(Engine engine, Connection connection) {
        this.engine = engine;
        this.connection = connection;
    }

    /** What an invoice may have in common with others; empty if it cannot be read. */
    static Set<String> of(Optional<ReceivedSet> set) {
        return set.flatMap(read -> read.invoice()
                        .map(invoice -> of(read.reference().sender().toString(), invoice)))
                .orElse(Set.of());
    }

    /** The same by what is known before it is read: its first order and its number. */
    static Set<String> of(BusinessKeys keys) {
        return Set.of(order(keys.orderNumber()), number("", keys.invoiceNumber()));
    }

    private static Set<String> of(String sender, VendorInvoice invoice) {
        Set<String> things = new HashSet<>();
        InvoiceAlignment.orderNumbers(invoice).forEach(number -> things.add(order(number)));
        things.add(number(sender, invoice.number()));
        return things;
    }

    private static String order(String number) {
        return "order " + number.strip().toUpperCase(Locale.ROOT);
    }

    private static String number(String sender, String number) {
        return "number " + sender + " " + NearDuplicates.core(number);
    }

    /**
     * Another one of which nobody knows yet whether F&O has it.
     *
     * @param partner who sent it
     * @param set the invoice that is to be created
     */
    Future<Optional<Problem>> inDoubt(DocumentId id, String partner, Optional<ReceivedSet> set) {
        Set<String> mine = of(set);
        String sender = set.map(read -> read.reference().sender().toString()).orElse("");
        return engine.onContext(engine.journal()
                        .list(new DocumentFilter(
                                List.of(
                                        new Criterion.OfConnection(connection.id()),
                                        new Criterion.OfPartner(partner),
                                        new Criterion.Going(Direction.INBOUND),
                                        new Criterion.InCondition(Condition.UNKNOWN)),
                                MOST,
                                Optional.empty())))
                .map(unknown -> unknown.stream()
                        .filter(other -> !other.id().equals(id))
                        .filter(other -> mine.contains(order(other.keys().orderNumber()))
                                || mine.contains(number(sender, other.keys().invoiceNumber())))
                        .findFirst()
                        .map(SameGoods::waiting));
    }

    private static Problem waiting(DocumentRecord other) {
        return Problem.of(
                ProblemCode.OTHER_INVOICE_IN_DOUBT,
                other.id().text(),
                "Whether F&O has invoice " + other.keys().invoiceNumber() + " (document " + other.id()
                        + ") for the same goods is being found out; this one is compared with it afterwards.");
    }
}
