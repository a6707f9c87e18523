package io.mlconnector.console.intervention;

import io.mlconnector.console.document.DocumentRow;
import io.mlconnector.console.page.Entry;
import io.mlconnector.console.page.Foretold;
import io.mlconnector.console.page.Form;
import io.mlconnector.console.page.Pages;
import io.mlconnector.console.page.Section;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.engine.Engine;
import io.mlconnector.ports.journal.document.DocumentRecord;
import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Shows actions on many documents as they go on, and what came of them. */
final class BulkRunView {

    /** So many documents are named, those that were left as they are first. */
    private static final int NAMED = 500;

    /** While it goes on the page is made anew every other second. */
    private static final int NAMED_MEANWHILE = 50;

    private final Pages pages;
    private final Entry entry;
    private final Engine looking;
    private final BulkRuns runs;

    BulkRunView(Pages pages, Entry entry, Engine looking, BulkRuns runs) {
        this.pages = pages;
        this.entry = entry;
        this.looking = looking;
        this.runs = runs;
    }

    void mount(Router router) {
        router.get("/documents/runs")
                .handler(Form::noWords)
                .handler(context -> pages.show(
                        context,
                        "bulkruns",
                        new BulkRunList(
                                pages.frame(context, "Actions on many documents", Section.DOCUMENTS), runs.newest())));
        router.get("/documents/runs/:id")
                .handler(Form::noWords)
                .handler(context -> run(context, run -> show(context, run)));
        router.post("/documents/runs/:id/stop")
                .handler(entry::receive)
                .handler(context -> run(context, run -> {
                    Acting.allowed(
                            DocumentActions.operator(context), run.wish().verb().permission());
                    run.stop();
                    Pages.go(context, run.address());
                }));
    }

    private void run(RoutingContext context, Consumer<BulkRun> with) {
        runs.find(String.valueOf(context.pathParam("id")))
                .ifPresentOrElse(
                        with,
                        () -> pages.problem(
                                context,
                                404,
                                "It is not remembered",
                                "The daemon was started anew since, or much was done meanwhile. What was done to which document"
                                        + " stands under Audit, and in the history of each."));
    }

    private void show(RoutingContext context, BulkRun run) {
        int most = run.ended() ? NAMED : NAMED_MEANWHILE;
        List<DocumentId> named = Stream.concat(
                        run.left().keySet().stream(),
                        run.documents().stream().filter(id -> !run.left().containsKey(id)))
                .limit(most)
                .toList();
        Set<DocumentId> reached = new HashSet<>(run.documents().subList(0, run.seen()));
        documents(named)
                .onSuccess(found -> pages.show(
                        context,
                        "bulkrun",
                        new BulkRunPage(
                                pages.frame(context, run.wish().verb().title(), Section.DOCUMENTS),
                                run,
                                found.stream()
                                        .map(document -> new BulkRunPage.Row(
                                                new DocumentRow(document),
                                                Optional.ofNullable(run.left().get(document.id()))
                                                        .map(Foretold::sentence),
                                                reached.contains(document.id())))
                                        .toList(),
                                named.size() == run.of())))
                .onFailure(context::fail);
    }

    private Future<List<DocumentRecord>> documents(List<DocumentId> ids) {
        return looking.onContext(looking.journal().find(ids)).map(found -> {
            Map<DocumentId, DocumentRecord> byId =
                    found.stream().collect(Collectors.toMap(DocumentRecord::id, Function.identity()));
            return ids.stream()
                    .flatMap(id -> Optional.ofNullable(byId.get(id)).stream())
                    .toList();
        });
    }
}
