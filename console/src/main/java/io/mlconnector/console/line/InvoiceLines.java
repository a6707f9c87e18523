package io.mlconnector.console.line;

import io.mlconnector.console.page.Form;
import io.mlconnector.console.page.Look;
import io.mlconnector.console.page.OnPage;
import io.mlconnector.console.page.Pages;
import io.mlconnector.console.page.Times;
import io.mlconnector.console.page.UnusableException;
import io.mlconnector.console.workplace.Workplace;
import io.mlconnector.domain.invoicing.Examination;
import io.mlconnector.domain.invoicing.document.VendorInvoice;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.domain.words.HistoryEntry;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.engine.Connection;
import io.mlconnector.engine.Engine;
import io.mlconnector.engine.forecast.Previews;
import io.mlconnector.ports.journal.document.DocumentRecord;
import io.mlconnector.ports.journal.history.RecordedEntry;
import io.mlconnector.ports.journal.payload.Payload;
import io.mlconnector.ports.stored.ReceivedSet;
import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;

/** The lines of invoices beside what they were compared with, as it was found then and as it would be now. */
public final class InvoiceLines {

    private final Pages pages;
    private final Engine looking;
    private final List<Connection> connections;

    /** Over this workplace. */
    public InvoiceLines(Pages pages, Workplace workplace) {
        this.pages = pages;
        this.looking = workplace.looking();
        this.connections = workplace.connections();
    }

    /** Adds its routes; who is not signed in does not reach them. */
    public void mount(Router router) {
        router.get("/documents/:id/lines").handler(Form::noWords).handler(this::now);
    }

    /**
     * What was found when they were compared last.
     *
     * @return empty if the document is no readable invoice
     */
    public Future<Optional<LineTable>> found(DocumentRecord document, List<HistoryEntry> history, Times times) {
        return set(document)
                .map(set -> set.flatMap(ReceivedSet::invoice)
                        .map(invoice -> LineTable.of(invoice, history, times, Optional.empty())));
    }

    private Future<Optional<ReceivedSet>> set(DocumentRecord document) {
        if (!document.type().equals("810")) {
            return Future.succeededFuture(Optional.empty());
        }
        return document.content()
                .map(hash -> looking.onContext(looking.journal().payload(hash)).compose(this::read))
                .orElseGet(() -> Future.succeededFuture(Optional.empty()));
    }

    /** Beside the event loop: an invoice may have tens of thousands of lines. */
    private Future<Optional<ReceivedSet>> read(Optional<Payload> payload) {
        return payload.filter(found -> found.mediaType().equals(Payload.JSON))
                .map(found -> looking.loop()
                        .beside(() -> Optional.of(looking.storedForm().readSet(found.bytes()))))
                .orElseGet(() -> Future.succeededFuture(Optional.empty()));
    }

    /** Compares it again with what F&O has now, and writes nothing. */
    private void now(RoutingContext context) {
        DocumentId id;
        try {
            id = new DocumentId(context.pathParam("id"));
        } catch (IllegalArgumentException e) {
            throw new UnusableException("There is no document with this id.");
        }
        Times times = Look.of(context.request(), looking.clock().instant()).times();
        looking.onContext(looking.journal().find(id))
                .compose(found -> found.isEmpty()
                        ? Future.succeededFuture(Optional.<LineTable>empty())
                        : set(found.get()).compose(set -> now(found.get(), set, times)))
                .onSuccess(table -> table.ifPresentOrElse(
                        shown -> pages.show(context, "lines", shown),
                        () -> pages.problem(
                                context, 404, "No such invoice", "There is no readable invoice under this address.")))
                .onFailure(context::fail);
    }

    private Future<Optional<LineTable>> now(DocumentRecord document, Optional<ReceivedSet> stored, Times times) {
        Optional<Connection> connection = connections.stream()
                .filter(one -> one.id().equals(document.connection()))
                .findFirst();
        return stored.filter(set -> connection.isPresent())
                .flatMap(set -> set.invoice()
                        .map(invoice -> new Previews(looking, connection.orElseThrow())
                                .invoice(set, invoice)
                                .compose(examination -> shown(document, invoice, examination, times)
                                        .map(Optional::of))))
                .orElseGet(() -> Future.succeededFuture(Optional.empty()));
    }

    /** Where F&O does not tell, what is known stays. */
    private Future<LineTable> shown(
            DocumentRecord document, VendorInvoice invoice, Examination examination, Times times) {
        return told(examination)
                ? Future.succeededFuture(
                        LineTable.of(invoice, history(examination), times, Optional.of(verdict(examination))))
                : looking.onContext(looking.journal().history(document.id()))
                        .map(history -> LineTable.of(
                                invoice,
                                history.stream().map(RecordedEntry::entry).toList(),
                                times,
                                Optional.of(verdict(examination) + " The lines show what was found before.")));
    }

    private static boolean told(Examination examination) {
        return !(examination instanceof Examination.Later || examination instanceof Examination.Refused);
    }

    private static List<HistoryEntry> history(Examination examination) {
        return switch (examination) {
            case Examination.Passed passed -> passed.history();
            case Examination.Stopped stopped -> stopped.history();
            case Examination.BegunBefore begun -> begun.history();
            case Examination.AlreadyThere ignored -> List.of();
            case Examination.Refused ignored -> List.of();
            case Examination.Later ignored -> List.of();
        };
    }

    private static String verdict(Examination examination) {
        return switch (examination) {
            case Examination.Passed ignored -> "Compared now, it would be posted.";
            case Examination.Stopped(List<Problem> problems, var ignored) ->
                "Compared now, it would be held: "
                        + OnPage.told(problems.getFirst().message());
            case Examination.BegunBefore ignored -> "F&O has this invoice already.";
            case Examination.AlreadyThere(Problem why, var ignored) -> why.message();
            case Examination.Refused(Problem why) -> "F&O refuses to tell: " + why.message();
            case Examination.Later(Problem why, var ignored) -> "F&O cannot tell now: " + why.message();
        };
    }
}
