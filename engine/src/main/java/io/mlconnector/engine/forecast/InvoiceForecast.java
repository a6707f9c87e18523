package io.mlconnector.engine.forecast;

import io.mlconnector.domain.flow.Circumstances;
import io.mlconnector.domain.flow.Discarded;
import io.mlconnector.domain.flow.FlowState;
import io.mlconnector.domain.flow.Held;
import io.mlconnector.domain.intake.DedupeKeys;
import io.mlconnector.domain.invoicing.Examination;
import io.mlconnector.domain.invoicing.InvoiceDecisions;
import io.mlconnector.domain.invoicing.InvoiceDecisions.HeaderReference;
import io.mlconnector.domain.invoicing.InvoiceSearchResult;
import io.mlconnector.domain.invoicing.InvoiceState;
import io.mlconnector.domain.invoicing.InvoiceToPost;
import io.mlconnector.domain.invoicing.deletion.HeaderDeletion;
import io.mlconnector.domain.invoicing.deletion.HeaderSight;
import io.mlconnector.domain.invoicing.document.VendorInvoice;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.domain.words.Outcome;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.engine.Connection;
import io.mlconnector.engine.Engine;
import io.mlconnector.engine.forecast.Forecast.Verdict;
import io.mlconnector.engine.posting.HeaderLookup;
import io.mlconnector.engine.posting.InvoiceFlow;
import io.mlconnector.engine.posting.InvoiceLookup;
import io.mlconnector.engine.posting.InvoicePreparation;
import io.mlconnector.engine.posting.InvoicePreparation.Examined;
import io.mlconnector.ports.journal.document.DocumentRecord;
import io.mlconnector.ports.stored.ReceivedSet;
import io.vertx.core.Future;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Goes the way of {@link InvoiceFlow} by its own preparation and decisions, and stops before anything is stored or written. */
final class InvoiceForecast {

    private final Engine engine;
    private final Connection connection;
    private final ComingInvoices invoices;
    private final InvoicePreparation preparation;
    private final HeaderReference mode;
    private final Map<String, ComingInvoices.Coming> found = new HashMap<>();

    InvoiceForecast(Engine engine, Connection connection) {
        this.engine = engine;
        this.connection = connection;
        this.invoices = new ComingInvoices(connection.vendorInvoices());
        this.preparation = new InvoicePreparation(engine, connection.with(invoices));
        this.mode = connection.headerReference();
    }

    /** What comes next finds done what this forecast says; one that writes nothing changes nothing. */
    void counts(Forecast forecast) {
        forecast.job().flatMap(job -> Optional.ofNullable(found.remove(job))).ifPresent(invoices::add);
    }

    /** What becomes of the document when it goes on in this state. */
    Future<Forecast> of(DocumentRecord document, InvoiceState next) {
        return switch (next) {
            case InvoiceState.Received received ->
                preparation
                        .of(document.id(), document.content(), received.waived())
                        .compose(examined -> examined(document.id(), received, examined));
            case InvoiceState.InDoubt doubt ->
                InvoiceLookup.of(engine, connection, doubt).map(outcome -> asked(doubt, outcome));
            case InvoiceState.HeaderToDelete deletion ->
                HeaderLookup.of(engine, connection, deletion.header()).map(outcome -> deletion(deletion, outcome));
            case InvoiceState going ->
                free(
                        document.id(),
                        going,
                        InvoiceDecisions.resume(going, mode, engine.circumstances())
                                .next());
        };
    }

    /** What becomes of the document when it says this instead. */
    Future<Forecast> edited(DocumentId id, ReceivedSet set, VendorInvoice invoice) {
        return preparation
                .of(set, invoice, Set.of(), id.text())
                .compose(examined -> examined(id, new InvoiceState.Received(Set.of(), 0), examined));
    }

    /** As the flow decides it. */
    private Forecast deletion(InvoiceState.HeaderToDelete state, Outcome<HeaderSight> outcome) {
        InvoiceState.LeftHeader header = state.header();
        FlowState next = HeaderDeletion.afterLooking(state, outcome, engine.circumstances())
                .next();
        return switch (next) {
            case InvoiceState.DeletingHeader deleting ->
                Forecast.deletes("deletes in F&O the header of invoice "
                        + header.invoice().number()
                        + (deleting.header().parts().isEmpty()
                                ? ", which has no lines"
                                : HeaderDeletion.withParts(deleting.header().parts()) + ", which are as we wrote them")
                        + " ("
                        + header.invoice().headerInWords(header.headerReference())
                        + "), and discards the document then.");
            case InvoiceState.HeaderToDelete ignored ->
                Forecast.later("F&O cannot be asked now what is there; the deletion waits until it can.");
            case Discarded ignored ->
                Forecast.nothing(
                        "F&O has no header " + header.headerReference() + " any more; the document is discarded.");
            default -> standing(next);
        };
    }

    private Future<Forecast> examined(DocumentId id, InvoiceState.Received received, Examined examined) {
        if (examined.examination() instanceof Examination.Later later) {
            return Future.succeededFuture(Forecast.later(later.why().message()));
        }
        return free(
                id,
                received,
                InvoiceDecisions.afterExamination(received, examined.examination(), mode, engine.circumstances())
                        .next());
    }

    /** Another document that has the job already turns this one into a duplicate, as it would when the intent is stored. */
    private Future<Forecast> free(DocumentId id, InvoiceState before, FlowState next) {
        return switch (next) {
            case InvoiceState.PostingWhole posting -> free(id, whole(posting.invoice()), creates(posting.invoice()));
            case InvoiceState.PostingHeader posting -> free(id, whole(posting.invoice()), creates(posting.invoice()));
            case InvoiceState.PostingLines posting ->
                free(
                        id,
                        new ComingInvoices.Coming(posting.invoice(), posting.missing(), false),
                        Forecast.writes(
                                Verdict.ADDS_LINES,
                                "adds " + InvoiceToPost.counted(posting.missing()) + " to invoice "
                                        + posting.invoice().number() + ", whose header is in F&O as "
                                        + posting.headerReference() + ".",
                                job(posting.invoice())));
            case InvoiceState.Posted posted ->
                Future.succeededFuture(Forecast.nothing(
                        "F&O has the invoice whole as " + posted.headerReference() + "; it is recorded as posted."));
            default -> Future.succeededFuture(standing(next));
        };
    }

    private static ComingInvoices.Coming whole(InvoiceToPost invoice) {
        return new ComingInvoices.Coming(invoice, invoice.parts(), true);
    }

    private Future<Forecast> free(DocumentId id, ComingInvoices.Coming coming, Forecast otherwise) {
        String job = job(coming.invoice());
        return engine.onContext(engine.journal().jobOwner(job))
                .map(owner -> owner.filter(other -> !other.equals(id))
                        .map(other -> repeats(other))
                        .orElseGet(() -> {
                            found.put(job, coming);
                            return otherwise;
                        }));
    }

    /** Another document has the same invoice. */
    static Forecast repeats(DocumentId owner) {
        return Forecast.nothing(InvoiceDecisions.repeats(owner).message());
    }

    private Forecast creates(InvoiceToPost invoice) {
        return Forecast.writes(
                Verdict.POSTS,
                "creates one vendor invoice, " + invoice.number() + ", with "
                        + InvoiceToPost.counted(invoice.parts()) + " for order " + invoice.orderNumber() + " in "
                        + invoice.legalEntity() + ".",
                job(invoice));
    }

    private String job(InvoiceToPost invoice) {
        return DedupeKeys.ofInvoice(connection.id(), invoice);
    }

    private static Forecast standing(FlowState next) {
        String why = next.reason().map(Problem::message).orElse("it stays as it is.");
        return switch (next.condition()) {
            case HELD -> Forecast.holds(why);
            case FAILED -> Forecast.fails(why);
            case DUPLICATE, DISCARDED, DONE -> Forecast.nothing(why);
            case MOVING, WAITING, UNKNOWN -> Forecast.later(why);
        };
    }

    private Forecast asked(InvoiceState.InDoubt doubt, Outcome<InvoiceSearchResult> outcome) {
        Circumstances now = engine.circumstances();
        InvoiceState.InDoubt last = new InvoiceState.InDoubt(
                doubt.invoice(),
                doubt.headerReference(),
                doubt.since(),
                now.timing().askings() - 1);
        String asks = "asks F&O for invoice " + doubt.invoice().number();
        String often = asks + " " + now.timing().askings() + " times; if nothing changes, ";
        return switch (InvoiceDecisions.afterAsking(last, outcome, now).next()) {
            case InvoiceState.Posted posted ->
                Forecast.asks(asks + ": it is there whole as " + posted.headerReference()
                        + "; it is recorded as posted and nothing is created.");
            case InvoiceState.HeaderPosted header ->
                Forecast.asks(often + "its missing " + InvoiceToPost.counted(header.missing()) + " are added to "
                        + header.headerReference() + ".");
            case InvoiceState.Ready ready ->
                Forecast.asks(often + "the write did not happen and one vendor invoice with "
                        + InvoiceToPost.counted(ready.invoice().parts()) + " is created.");
            case InvoiceState.Duplicate(Problem why, Optional<DocumentId> ignored) ->
                Forecast.asks(asks + ": it becomes a duplicate. " + why.message());
            case Held held ->
                Forecast.asks(often + "it is held again: " + held.why().message());
            default -> Forecast.asks(asks + "; F&O cannot be asked now, so the question waits.");
        };
    }
}
