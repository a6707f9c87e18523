package io.mlconnector.engine.posting;

import io.mlconnector.domain.invoicing.ExistingInvoice;
import io.mlconnector.domain.invoicing.InvoiceState.LeftHeader;
import io.mlconnector.domain.invoicing.InvoiceToPost;
import io.mlconnector.domain.invoicing.deletion.HeaderSight;
import io.mlconnector.domain.invoicing.written.WrittenInvoice;
import io.mlconnector.domain.words.Outcome;
import io.mlconnector.engine.Connection;
import io.mlconnector.engine.Engine;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/** Asks F&O for a header that is to be deleted, and, where nothing is pending under its reference, whether it was posted. */
public final class HeaderLookup {

    private HeaderLookup() {}

    /** What F&O shows of it now. */
    public static Future<Outcome<HeaderSight>> of(Engine engine, Connection connection, LeftHeader header) {
        InvoiceToPost invoice = header.invoice();
        return engine.onContext(connection.vendorInvoices().written(invoice, header.headerReference()))
                .compose(outcome ->
                        outcome instanceof Outcome.Done<Optional<WrittenInvoice>>(Optional<WrittenInvoice> pending)
                                        && pending.isEmpty()
                                ? engine.onContext(connection
                                                .vendorInvoices()
                                                .find(invoice.legalEntity(), invoice.vendor(), invoice.number()))
                                        .map(found -> found.map(others -> new HeaderSight(Optional.empty(), others)))
                                : Future.succeededFuture(
                                        outcome.map(pending -> new HeaderSight(pending, List.<ExistingInvoice>of()))));
    }
}
