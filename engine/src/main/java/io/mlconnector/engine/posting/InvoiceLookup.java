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
        return Optional.of(InvoicePresence.of(found, invoice, headerReference, Set.of()))
                .filter(presence -> presence instanceof InvoicePresence.Ours)
                .map(presence -> ((InvoicePresence.Ours) presence).found())
                .filter(ours -> ours.place() == Place.PENDING)
                .map(ours -> engine.onContext(connection.vendorInvoices().written(invoice, ours.reference()))
                        .map(written -> written.map(there -> new InvoiceSearchResult(found, there))))
                .orElseGet(
                        () -> Future.succeededFuture(Outcome.done(new InvoiceSearchResult(found, Optional.empty()))));
    }
}
