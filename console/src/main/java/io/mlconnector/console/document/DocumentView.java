package io.mlconnector.console.document;

import io.mlconnector.console.line.InvoiceLines;
import io.mlconnector.console.line.LineTable;
import io.mlconnector.console.page.Form;
import io.mlconnector.console.page.Frame;
import io.mlconnector.console.page.Pages;
import io.mlconnector.console.page.Section;
import io.mlconnector.console.story.Answer;
import io.mlconnector.console.story.Hop;
import io.mlconnector.console.story.Story;
import io.mlconnector.console.workplace.Workplace;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.engine.Engine;
import io.mlconnector.ports.journal.document.DocumentRecord;
import io.mlconnector.ports.journal.file.FileRecord;
import io.mlconnector.ports.journal.order.OrderReference;
import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The page of one document: its story, told in order. */
public final class DocumentView {

    /** So much of an order's life is shown at once. */
    private static final int MOST_RELATED = 40;

    private final Pages pages;
    private final Engine looking;
    private final InvoiceLines lines;

    /**
     * Over this workplace.
     *
     * @param lines tells what lines of invoices were compared with
     */
    public DocumentView(Pages pages, Workplace workplace, InvoiceLines lines) {
        this.pages = pages;
        this.looking = workplace.looking();
        this.lines = lines;
    }

    /** Adds its routes; who is not signed in does not reach them. */
    public void mount(Router router) {
        router.get("/documents/:id").handler(Form::noWords).handler(this::show);
    }

    private void show(RoutingContext context) {
        Optional<DocumentId> id = id(context.pathParam("id"));
        if (id.isEmpty()) {
            unknown(context);
            return;
        }
        looking.onContext(looking.journal().find(id.get()))
                .compose(found -> found.isEmpty()
                        ? Future.succeededFuture(Optional.<DocumentPage>empty())
                        : page(context, found.get()).map(Optional::of))
                .onSuccess(page ->
                        page.ifPresentOrElse(shown -> pages.show(context, "document", shown), () -> unknown(context)))
                .onFailure(context::fail);
    }

    private Future<DocumentPage> page(RoutingContext context, DocumentRecord document) {
        DocumentRow row = new DocumentRow(document);
        Future<Story> story =
                looking.onContext(looking.journal().history(document.id())).map(Story::of);
        Future<Optional<FileRecord>> file = document.file()
                .map(one -> looking.onContext(looking.journal().file(one)))
                .orElseGet(() -> Future.succeededFuture(Optional.empty()));
        Future<Chain> chain = chain(document);
        Frame frame = pages.frame(context, row.kind() + " " + row.name(), Section.DOCUMENTS);
        Future<Optional<LineTable>> compared = story.compose(told ->
                lines.found(document, told.hops().stream().map(Hop::entry).toList(), frame.times()));
        return Future.all(story, file, compared, chain)
                .map(ignored ->
                        new DocumentPage(frame, row, story.result(), file.result(), compared.result(), chain.result()));
    }

    /** Orders, their answers and invoices, by the number of the order. */
    private Future<Chain> chain(DocumentRecord document) {
        String order = document.keys().orderNumber();
        if (order.isEmpty()) {
            return Future.succeededFuture(new Chain(List.of(), false));
        }
        return looking.onContext(looking.journal()
                        .aboutOrder(new OrderReference(document.connection(), order), MOST_RELATED + 1))
                .compose(found -> {
                    Chain.Related related = Chain.Related.of(found, MOST_RELATED, document);
                    return answers(related.documents())
                            .map(answers -> Chain.of(related, answers, Optional.of(document.id())));
                });
    }

    /** What the partner said of each that we sent: a 997 names numbers of the envelope, and no order. */
    private Future<Map<String, List<Answer>>> answers(List<DocumentRecord> related) {
        List<Future<Map.Entry<String, List<Answer>>>> all = Chain.asked(related).stream()
                .map(sent -> looking.onContext(looking.journal().history(sent.id()))
                        .map(history -> Map.entry(
                                sent.id().text(),
                                history.stream()
                                        .flatMap(recorded -> Answer.of(recorded.entry()).stream())
                                        .toList())))
                .toList();
        return Future.all(all)
                .map(ignored -> all.stream()
                        .map(Future::result)
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    static Optional<DocumentId> id(String text) {
        try {
            return Optional.of(new DocumentId(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private void unknown(RoutingContext context) {
        pages.problem(
                context,
                404,
                "No such document",
                "There is no document with this id. It may have been in another database; search for its number.");
    }
}
