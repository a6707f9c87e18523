package io.mlconnector.engine.posting;

import io.mlconnector.domain.invoicing.ExistingInvoice;
import io.mlconnector.domain.invoicing.ExistingInvoice.Place;
import io.mlconnector.domain.invoicing.InvoicePresence;
import io.mlconnector.domain.invoicing.InvoiceSearchResult;
import io.mlconnector.domain.invoicing.InvoiceState;
import io.mlconnector.domain.invoicing.InvoiceToPost;
import io.mlconnector.domain.words.Outcome;
import io.mlconnector.engine.Connection;
import io.mlconnector.engine.Engine;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Asks F&O for an invoice that is in doubt. */
public final class InvoiceLookup {

    private InvoiceLookup() {}

    /** What F&O shows of the invoice now. */
    public static Future<Outcome<InvoiceSearchResult>> of(
            Engine engine, Connection connection, InvoiceState.InDoubt state) {
        InvoiceToPost invoice = state.invoice();
        return engine.onContext(
                        connection.vendorInvoices().find(invoice.legalEntity(), invoice.vendor(), invoice.number()))
                .compose(outcome -> outcome instanceof Outcome.Done<List<ExistingInvoice>>(List<ExistingInvoice> found)
                        ? of(engine, connection, invoice, state.headerReference(), found)
                        : Future.succeededFuture(
                                outcome.map(ignored -> new InvoiceSearchResult(List.of(), Optional.empty()))));
    }

    private static Future<Outcome<InvoiceSearchResult>> of(
            Engine engine,
            Connection connection,
            InvoiceToPost invoice,
            Optional<String> headerReference,
            List<ExistingInvoice> found) {
        return switch (InvoicePresence.of(found, invoice, headerReference, Set.of())) {
            case InvoicePresence.Ours(ExistingInvoice ours)
            when ours.place() == Place.PENDING ->
                engine.onContext(connection.vendorInvoices().written(invoice, ours.reference()))
                        .map(written -> written.map(there -> new InvoiceSearchResult(found, there)));
            case InvoicePresence.Ours(ExistingInvoice ours) -> journalled(engine, connection, invoice, found, ours);
            case InvoicePresence.Foreign(ExistingInvoice other)
            when other.ofUnknownOrigin() -> journalled(engine, connection, invoice, found, other);
            default -> Future.succeededFuture(Outcome.done(new InvoiceSearchResult(found, Optional.empty())));
        };
    }

    private static Future<Outcome<InvoiceSearchResult>> journalled(
            Engine engine,
            Connection connection,
            InvoiceToPost invoice,
            List<ExistingInvoice> found,
            ExistingInvoice posted) {
        return engine.onContext(connection.vendorInvoices().journalled(invoice, posted.reference()))
                .map(journal -> journal.map(there -> new InvoiceSearchResult(found, Optional.empty(), there)));
    }
}
