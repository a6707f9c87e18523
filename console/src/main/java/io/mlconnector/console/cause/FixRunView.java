package io.mlconnector.console.cause;

import io.mlconnector.console.document.DocumentRow;
import io.mlconnector.console.intervention.Acting;
import io.mlconnector.console.operator.Operator;
import io.mlconnector.console.operator.Permission;
import io.mlconnector.console.page.Entry;
import io.mlconnector.console.page.Pages;
import io.mlconnector.console.page.Section;
import io.mlconnector.console.page.UnusableException;
import io.mlconnector.console.workplace.Translations;
import io.mlconnector.console.workplace.Workplace;
import io.mlconnector.domain.crossreference.CrossReference;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.engine.Engine;
import io.mlconnector.engine.cause.TakingBack;
import io.mlconnector.engine.intervention.Replayed;
import io.mlconnector.engine.intervention.Replays;
import io.mlconnector.engine.loop.Signals;
import io.mlconnector.ports.journal.history.RecordedEntry;
import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How far a fix has come, and taking back what it entered as long as nothing was sent with it. */
final class FixRunView {

    /** So many of its documents are shown; all of them are looked at before anything is taken back. */
    private static final int SHOWN = 50;

    private final Pages pages;
    private final Entry entry;
    private final Engine engine;
    private final Engine looking;
    private final Translations translations;
    private final Replays replays;
    private final FixRuns runs;

    FixRunView(Pages pages, Entry entry, Workplace workplace, FixRuns runs) {
        this.pages = pages;
        this.entry = entry;
        this.looking = workplace.looking();
        this.translations = workplace.translations();
        this.engine = workplace.engine();
        this.replays = new Replays(engine);
        this.runs = runs;
    }

    void mount(Router router) {
        router.get("/causes/runs/:id")
                .handler(context -> run(context).ifPresent(run -> show(context, run, SHOWN, false)));
        router.get("/causes/runs/:id/back")
                .handler(context -> run(context).ifPresent(run -> show(context, run, Integer.MAX_VALUE, true)));
        router.post("/causes/runs/:id/back")
                .handler(entry::receive)
                .handler(context -> run(context).ifPresent(run -> takeBack(context, run)));
    }

    private Optional<FixRun> run(RoutingContext context) {
        Optional<FixRun> found = runs.find(String.valueOf(context.pathParam("id")));
        if (found.isEmpty()) {
            pages.problem(
                    context,
                    404,
                    "Not remembered any more",
                    "The daemon remembers the last fixes until it is restarted. What became of each document stands in its history.");
        }
        return found;
    }

    private void show(RoutingContext context, FixRun run, int most, boolean asked) {
        rows(run, most)
                .onSuccess(rows -> pages.show(
                        context, "run", new RunPage(pages.frame(context, "A fix", Section.CAUSES), run, rows, asked)))
                .onFailure(context::fail);
    }

    /** The documents as they are now. */
    private Future<List<RunPage.Row>> rows(FixRun run, int most) {
        List<RunPage.Row> rows = new ArrayList<>();
        Future<Void> all = Future.succeededFuture();
        for (DocumentId id : run.documents().stream().limit(most).toList()) {
            all = all.compose(ignored -> looking.onContext(looking.journal().find(id)))
                    .compose(found -> found.isEmpty()
                            ? Future.succeededFuture()
                            : looking.onContext(looking.journal().history(id)).map(history -> {
                                rows.add(new RunPage.Row(
                                        new DocumentRow(found.get()),
                                        TakingBack.of(
                                                found.get(),
                                                history.stream()
                                                        .map(RecordedEntry::entry)
                                                        .toList(),
                                                run.began())));
                                return null;
                            }));
        }
        return all.map(ignored -> rows);
    }

    private void takeBack(RoutingContext context, FixRun run) {
        Operator operator = context.get(Pages.OPERATOR);
        Acting.allowed(operator, Permission.TRANSLATE);
        CrossReference reference = run.entered()
                .filter(ignored -> run.ended() && run.takenBack().isEmpty())
                .orElseThrow(() -> new UnusableException("There is nothing to take back."));
        rows(run, Integer.MAX_VALUE)
                .compose(rows -> {
                    boolean possible =
                            rows.stream().allMatch(row -> row.back().verdict() == TakingBack.Verdict.POSSIBLE);
                    if (!possible) {
                        throw new UnusableException(
                                "Nothing was taken back: documents were sent with it meanwhile, or are being worked on.");
                    }
                    return removed(reference, operator).compose(ignored -> again(rows, operator));
                })
                .onSuccess(examined -> {
                    engine.loop().signal(Signals.DUE, "");
                    run.takenBack(reference.theirs() + " has no translation any more: " + operator.name()
                            + " took it back. " + examined.words());
                    Pages.go(context, run.address());
                })
                .onFailure(context::fail);
    }

    /** Only what this fix entered: what somebody changed since is theirs. */
    private Future<Void> removed(CrossReference reference, Operator operator) {
        return looking.onContext(looking.crossReferences().all()).compose(known -> {
            if (!known.all().contains(reference)) {
                throw new UnusableException(
                        "Nothing was taken back: the translation was changed or removed meanwhile. Look at Cross-references.");
            }
            return translations
                    .remove(reference.key(), operator.name(), "taken back, nothing was sent with it")
                    .mapEmpty();
        });
    }

    /**
     * What became of the documents.
     *
     * @param again how many are examined again
     * @param meanwhile how many went on between the look and the removal
     */
    private record Examined(long again, long meanwhile) {
        String words() {
            return again + (again == 1 ? " document is" : " documents are") + " examined again without it."
                    + (meanwhile == 0
                            ? ""
                            : " " + meanwhile + " went on with it meanwhile: look at "
                                    + (meanwhile == 1 ? "it" : "them") + " below.");
        }
    }

    private Future<Examined> again(List<RunPage.Row> rows, Operator operator) {
        List<DocumentId> ids = rows.stream()
                .map(row -> row.document().document())
                .filter(TakingBack::again)
                .map(document -> document.id())
                .toList();
        return replays.replay(ids, Optional.empty(), operator.name(), "its cross-reference was taken back")
                .map(results -> {
                    long again = results.values().stream()
                            .filter(Replayed.Again.class::isInstance)
                            .count();
                    return new Examined(again, ids.size() - again);
                });
    }
}
