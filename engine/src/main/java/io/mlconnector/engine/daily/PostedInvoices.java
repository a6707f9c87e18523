package io.mlconnector.engine.daily;

import io.mlconnector.domain.agreement.TradingPartner;
import io.mlconnector.domain.invoicing.ExistingInvoice;
import io.mlconnector.domain.invoicing.InvoiceState;
import io.mlconnector.domain.trade.LegalEntity;
import io.mlconnector.domain.trade.VendorAccount;
import io.mlconnector.domain.words.Outcome;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.engine.Connection;
import io.mlconnector.engine.Engine;
import io.mlconnector.engine.loop.OneAfterAnother;
import io.mlconnector.ports.journal.document.DocumentRecord;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Whether F&O has the invoices that count as posted here, each of them once. */
final class PostedInvoices {

    /** So many are asked for, one request each or two. */
    private static final int MOST = 500;

    /** So many at once, so that documents under way keep room in the gate. */
    private static final int LANES = 3;

    private final Engine engine;
    private final Connection connection;
    private final List<Unaccounted> open = new ArrayList<>();
    private int found;
    private int left;
    private Optional<Problem> notRead = Optional.empty();

    PostedInvoices(Engine engine, Connection connection) {
        this.engine = engine;
        this.connection = connection;
    }

    /** Asks F&O for those of these documents that were posted. Stops asking when F&O cannot be read. */
    Future<Void> lookedFor(List<DocumentRecord> documents) {
        List<DocumentRecord> posted = documents.stream()
                .filter(document -> document.state() instanceof InvoiceState.Posted)
                .toList();
        if (posted.size() > MOST) {
            open.add(OpenMatters.notLooked(
                    connection.id(),
                    "",
                    posted.size() - MOST + " of " + posted.size() + " posted invoices",
                    "F&O is asked for " + MOST + " at most"));
        }
        List<DocumentRecord> asked = posted.stream().limit(MOST).toList();
        left = asked.size();
        List<Future<Void>> lanes = new ArrayList<>();
        for (int lane = 0; lane < LANES; lane++) {
            int first = lane;
            lanes.add(OneAfterAnother.of(
                    () -> IntStream.iterate(first, at -> at < asked.size(), at -> at + LANES)
                            .iterator(),
                    at -> ask(asked.get(at))));
        }
        return Future.all(lanes).map(ignored -> {
            notRead.ifPresent(why -> open.add(OpenMatters.notLooked(
                    connection.id(), "", left + " of " + asked.size() + " posted invoices", why)));
            return null;
        });
    }

    private Future<Void> ask(DocumentRecord invoice) {
        if (notRead.isPresent()) {
            return Future.succeededFuture();
        }
        Optional<VendorAccount> vendor = vendor(invoice);
        if (vendor.isEmpty()) {
            left--;
            open.add(OpenMatters.notLooked(
                    connection.id(),
                    invoice.partner(),
                    "invoice " + invoice.keys().invoiceNumber(),
                    "under which account the partner is kept in "
                            + invoice.keys().legalEntity() + " is not configured any more"));
            return Future.succeededFuture();
        }
        return engine.onContext(connection
                        .vendorInvoices()
                        .find(
                                new LegalEntity(invoice.keys().legalEntity()),
                                vendor.get(),
                                invoice.keys().invoiceNumber()))
                .map(outcome -> {
                    switch (outcome) {
                        case Outcome.Done<List<ExistingInvoice>>(List<ExistingInvoice> there) -> {
                            left--;
                            compared(invoice, there);
                        }
                        case Outcome.Refused<List<ExistingInvoice>>(Problem why) -> notRead = Optional.of(why);
                        case Outcome.NotNow<List<ExistingInvoice>>(Problem why, var ignored) ->
                            notRead = Optional.of(why);
                        case Outcome.Unknown<List<ExistingInvoice>>(Problem why) -> notRead = Optional.of(why);
                    }
                    return null;
                });
    }

    private Optional<VendorAccount> vendor(DocumentRecord invoice) {
        return connection.partners().all().stream()
                .filter(partner -> partner.id().id().equals(invoice.partner()))
                .map(TradingPartner::vendors)
                .flatMap(vendors -> vendors.entrySet().stream())
                .filter(entry ->
                        entry.getKey().id().equalsIgnoreCase(invoice.keys().legalEntity()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private void compared(DocumentRecord invoice, List<ExistingInvoice> there) {
        if (there.isEmpty()) {
            open.add(OpenMatters.notFound(invoice));
            return;
        }
        found++;
        long ours = there.stream()
                .filter(one -> one.place() == ExistingInvoice.Place.PENDING)
                .filter(one -> one.ourMark().filter(invoice.id().text()::equals).isPresent())
                .count();
        if (ours > 1) {
            open.add(OpenMatters.doubled(invoice, ours));
        }
    }

    int found() {
        return found;
    }

    List<Unaccounted> open() {
        return open;
    }
}
