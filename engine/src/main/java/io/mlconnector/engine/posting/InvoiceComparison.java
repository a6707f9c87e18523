package io.mlconnector.engine.posting;

import io.mlconnector.domain.agreement.TradingPartner;
import io.mlconnector.domain.invoicing.Examination;
import io.mlconnector.domain.invoicing.ExistingInvoice;
import io.mlconnector.domain.invoicing.ExistingInvoice.Place;
import io.mlconnector.domain.invoicing.InvoiceDecisions;
import io.mlconnector.domain.invoicing.InvoiceExamination;
import io.mlconnector.domain.invoicing.InvoicePresence;
import io.mlconnector.domain.invoicing.InvoiceToPost;
import io.mlconnector.domain.invoicing.document.OpenOrder;
import io.mlconnector.domain.invoicing.written.PostedInvoice;
import io.mlconnector.domain.invoicing.written.WrittenInvoice;
import io.mlconnector.domain.trade.conversion.UnitConversions;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.domain.words.HistoryEntry;
import io.mlconnector.domain.words.Outcome;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.engine.Connection;
import io.mlconnector.engine.Engine;
import io.mlconnector.ports.erp.InvoiceReadings;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Compares an invoice that agrees with its orders with what F&O has of invoices: this very one, or others for the same goods. */
final class InvoiceComparison {

    private final Engine engine;
    private final Connection connection;
    private final OrderFacts facts;

    InvoiceComparison(Engine engine, Connection connection, OrderFacts facts) {
        this.engine = engine;
        this.connection = connection;
        this.facts = facts;
    }

    /**
     * Asks F&O whether it has the invoice already, whoever keyed it, and compares it with all others if it has not.
     *
     * @param passed an invoice that agrees with its orders
     * @param invoices answers about other invoices
     */
    Future<Examination> of(
            Examination.Passed passed, TradingPartner partner, List<OpenOrder> orders, InvoiceReadings invoices) {
        InvoiceToPost invoice = passed.invoice();
        return engine.onContext(invoices.find(invoice.legalEntity(), invoice.vendor(), invoice.number()))
                .compose(outcome -> switch (outcome) {
                    case Outcome.Done<List<ExistingInvoice>>(List<ExistingInvoice> found) ->
                        orphans(InvoicePresence.unknownMarks(found, invoice))
                                .compose(orphans -> switch (InvoicePresence.of(
                                        found, invoice, Optional.empty(), orphans)) {
                                    case InvoicePresence.Absent ignored ->
                                        notBilledBefore(passed, partner, orders, invoices);
                                    case InvoicePresence.Ours(ExistingInvoice ours) ->
                                        ours.place() == Place.POSTED ? posted(passed, ours) : parts(passed, ours);
                                    case InvoicePresence.Foreign(ExistingInvoice other) ->
                                        Future.succeededFuture(new Examination.AlreadyThere(
                                                InvoiceDecisions.existing(invoice, other), Optional.empty()));
                                });
                    default -> Future.succeededFuture(Examination.failed(outcome));
                });
    }

    /** F&O has nothing of it, so whatever it has of the orders belongs to other invoices. */
    private Future<Examination> notBilledBefore(
            Examination.Passed passed, TradingPartner partner, List<OpenOrder> orders, InvoiceReadings invoices) {
        return new InvoiceEvidence(engine, invoices)
                .of(passed.invoice())
                .compose(outcome -> converting(outcome, partner, orders))
                .compose(outcome -> outcome instanceof Outcome.Done<InvoiceExamination.Evidence>(var evidence)
                                && InvoiceExamination.comparesCharges(passed.invoice(), partner)
                        ? new ChargeFacts(engine, connection, invoices, partner).add(evidence, passed.invoice())
                        : Future.succeededFuture(outcome))
                .map(outcome -> outcome instanceof Outcome.Done<InvoiceExamination.Evidence>(var evidence)
                        ? InvoiceExamination.compared(
                                passed,
                                partner,
                                orders,
                                evidence,
                                engine.clock().instant())
                        : Examination.failed(outcome));
    }

    /** Conversions are asked for only where F&O has something in another unit than the order line. */
    private Future<Outcome<InvoiceExamination.Evidence>> converting(
            Outcome<InvoiceExamination.Evidence> read, TradingPartner partner, List<OpenOrder> orders) {
        if (!(read instanceof Outcome.Done<InvoiceExamination.Evidence>(InvoiceExamination.Evidence evidence))
                || !evidence.inOtherUnits(orders)) {
            return Future.succeededFuture(read);
        }
        return facts.conversions(orders, partner)
                .map(known -> known instanceof Outcome.Refused<UnitConversions>(Problem why)
                        ? Outcome.done(evidence.refused(why))
                        : known.map(evidence::converting));
    }

    /** Those marks of which the journal knows no document: it is older than what it did. */
    private Future<Set<String>> orphans(Set<String> marks) {
        Future<Set<String>> all = Future.succeededFuture(new HashSet<>());
        for (String mark : marks) {
            Optional<DocumentId> id = DocumentId.of(mark);
            if (id.isEmpty()) {
                continue;
            }
            all = all.compose(orphans -> engine.onContext(engine.journal().find(id.get()))
                    .map(known -> {
                        if (known.isEmpty()) {
                            orphans.add(mark);
                        }
                        return orphans;
                    }));
        }
        return all;
    }

    private Future<Examination> posted(Examination.Passed passed, ExistingInvoice ours) {
        InvoiceToPost invoice = passed.invoice();
        return engine.onContext(connection.vendorInvoices().journalled(invoice, ours.reference()))
                .map(outcome -> outcome instanceof Outcome.Done<Optional<PostedInvoice>>(Optional<PostedInvoice> found)
                        ? found.flatMap(there -> InvoiceDecisions.differs(invoice, ours.reference(), there))
                                .<Examination>map(why -> new Examination.Stopped(List.of(why), passed.history()))
                                .orElseGet(() -> whole(passed, ours))
                        : Examination.failed(outcome));
    }

    private Examination whole(Examination.Passed passed, ExistingInvoice ours) {
        List<HistoryEntry> history = new ArrayList<>(passed.history());
        history.add(HistoryEntry.entry(
                engine.clock().instant(),
                "begun-before",
                "F&O has posted invoice " + passed.invoice().number() + " as " + ours.reference()
                        + ", created by ml-connector"));
        return new Examination.BegunBefore(passed.invoice(), ours.reference(), Set.of(), history);
    }

    private Future<Examination> parts(Examination.Passed passed, ExistingInvoice ours) {
        InvoiceToPost invoice = passed.invoice();
        return engine.onContext(connection.vendorInvoices().written(invoice, ours.reference()))
                .map(outcome -> {
                    if (!(outcome
                            instanceof Outcome.Done<Optional<WrittenInvoice>>(Optional<WrittenInvoice> written))) {
                        return Examination.failed(outcome);
                    }
                    Optional<Problem> differs =
                            written.flatMap(found -> InvoiceDecisions.differs(invoice, ours.reference(), found));
                    if (differs.isPresent()) {
                        return new Examination.Stopped(List.of(differs.get()), passed.history());
                    }
                    Set<Integer> there = written.map(WrittenInvoice::parts).orElseGet(Set::of);
                    Set<Integer> missing = new TreeSet<>(invoice.parts());
                    missing.removeAll(there);
                    List<HistoryEntry> history = new ArrayList<>(passed.history());
                    history.add(HistoryEntry.entry(
                            engine.clock().instant(),
                            "begun-before",
                            "F&O has invoice " + invoice.number() + " as " + ours.reference()
                                    + ", created by ml-connector; missing: " + InvoiceToPost.inWords(missing)));
                    return new Examination.BegunBefore(invoice, ours.reference(), missing, history);
                });
    }
}
