package io.mlconnector.console.file;

import io.mlconnector.console.document.Choices;
import io.mlconnector.console.document.DocumentRow;
import io.mlconnector.console.page.Form;
import io.mlconnector.console.page.Pages;
import io.mlconnector.console.page.Section;
import io.mlconnector.console.page.UnusableException;
import io.mlconnector.console.story.Story;
import io.mlconnector.console.workplace.Workplace;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.engine.Engine;
import io.mlconnector.ports.journal.Criterion;
import io.mlconnector.ports.journal.DocumentFilter;
import io.mlconnector.ports.journal.document.Direction;
import io.mlconnector.ports.journal.document.DocumentRecord;
import io.mlconnector.ports.journal.file.FileRecord;
import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Received files, and what came of each. */
public final class Files {

    /** Files on a page. */
    private static final int PAGE = 50;

    /** So many documents of a file are shown. */
    private static final int MOST_DOCUMENTS = DocumentFilter.LARGEST_LIMIT;

    private final Pages pages;
    private final Engine looking;
    private final List<String> partners;

    /** Over this workplace. */
    public Files(Pages pages, Workplace workplace) {
        this.pages = pages;
        this.looking = workplace.looking();
        this.partners = Choices.of(workplace.connections()).partners();
    }

    /** Adds its routes; who is not signed in does not reach them. */
    public void mount(Router router) {
        router.get("/files").handler(this::list);
        router.get("/files/:id").handler(Form::noWords).handler(this::show);
    }

    private static DocumentId id(String text, String otherwise) {
        try {
            return new DocumentId(text);
        } catch (IllegalArgumentException e) {
            throw new UnusableException(otherwise);
        }
    }

    private void list(RoutingContext context) {
        Form form = Form.ofAddress(context.request(), List.of("partner", "q", "after"));
        Wanted wanted = new Wanted(form.text("partner"), form.text("q").strip());
        Optional<DocumentId> after = form.given("after")
                .map(text -> id(text, "The address names no file behind which the page begins. Go to the first page."));
        looking.onContext(looking.journal().files(wanted.filter(PAGE + 1).before(after)))
                .onSuccess(found -> {
                    boolean more = found.size() > PAGE;
                    List<FileRow> rows =
                            found.stream().limit(PAGE).map(FileRow::new).toList();
                    pages.show(
                            context,
                            "files",
                            new FileList(
                                    pages.frame(context, "Received files", Section.DOCUMENTS),
                                    rows,
                                    more
                                            ? Optional.of(wanted.address(
                                                    found.get(PAGE - 1).id().text()))
                                            : Optional.empty(),
                                    wanted,
                                    partners,
                                    after.isPresent()));
                })
                .onFailure(context::fail);
    }

    private void show(RoutingContext context) {
        DocumentId id = id(context.pathParam("id"), "There is no file with this id.");
        looking.onContext(looking.journal().file(id))
                .compose(found -> found.isEmpty()
                        ? Future.succeededFuture(Optional.<FilePage>empty())
                        : page(context, found.get()).map(Optional::of))
                .onSuccess(page -> page.ifPresentOrElse(
                        shown -> pages.show(context, "file", shown),
                        () -> pages.problem(
                                context,
                                404,
                                "No such file",
                                "No file with this id was received. It may have been in another database; search"
                                        + " for its name among the documents.")))
                .onFailure(context::fail);
    }

    private Future<FilePage> page(RoutingContext context, FileRecord file) {
        Future<Story> story =
                looking.onContext(looking.journal().history(file.id())).map(Story::of);
        Future<List<DocumentRecord>> documents = looking.onContext(looking.journal()
                .list(DocumentFilter.ALL
                        .where(new Criterion.FromFile(file.id()))
                        .page(MOST_DOCUMENTS, Optional.empty())));
        return Future.all(story, documents)
                .map(ignored -> new FilePage(
                        pages.frame(context, "File " + file.name(), Section.DOCUMENTS),
                        new FileRow(file),
                        story.result(),
                        going(documents.result(), Direction.INBOUND),
                        going(documents.result(), Direction.OUTBOUND),
                        documents.result().size() == MOST_DOCUMENTS));
    }

    /** What came in it, or what was answered to it: the journal has both with the file. */
    private static List<DocumentRow> going(List<DocumentRecord> found, Direction direction) {
        return found.stream()
                .filter(document -> document.direction() == direction)
                .sorted(Comparator.comparing(DocumentRecord::id))
                .map(DocumentRow::new)
                .toList();
    }
}
