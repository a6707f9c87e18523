package io.mlconnector.console.cause;

import io.mlconnector.console.document.DocumentRow;
import io.mlconnector.console.intervention.Acting;
import io.mlconnector.console.operator.Operator;
import io.mlconnector.console.page.Entry;
import io.mlconnector.console.page.Form;
import io.mlconnector.console.page.Pages;
import io.mlconnector.console.page.Section;
import io.mlconnector.console.page.UnusableException;
import io.mlconnector.console.workplace.Workplace;
import io.mlconnector.domain.crossreference.CrossReferences;
import io.mlconnector.domain.takingback.TakeBack.Verdict;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.engine.Engine;
import io.mlconnector.engine.cause.CauseException;
import io.mlconnector.engine.cause.CauseFixing;
import io.mlconnector.engine.cause.FixUndo.Reference;
import io.mlconnector.engine.cause.FixUndo.Undone;
import io.mlconnector.ports.journal.document.DocumentRecord;
import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How far a fix has come, and taking back what was not sent of it. */
final class FixRunView {

    /** So many of its documents are shown; all of them are looked at before anything is taken back. */
    private static final int SHOWN = 50;

    private final Pages pages;
    private final Entry entry;
    private final Engine looking;
    private final CauseFixing fixes;
    private final FixRuns runs;

    FixRunView(Pages pages, Entry entry, Workplace workplace, FixRuns runs) {
        this.pages = pages;
        this.entry = entry;
        this.looking = workplace.looking();
        this.fixes = workplace.fixes();
        this.runs = runs;
    }

    void mount(Router router) {
        router.get("/causes/runs/:id")
                .handler(Form::noWords)
                .handler(context -> run(context, run -> show(context, run, Optional.empty())));
        router.get("/causes/runs/:id/back")
                .handler(Form::noWords)
                .handler(context -> run(context, run -> ask(context, run)));
        router.post("/causes/runs/:id/back")
                .handler(entry::receive)
                .handler(context -> run(context, run -> takeBack(context, run)));
    }

    private void run(RoutingContext context, Consumer<FixRun> with) {
        runs.find(String.valueOf(context.pathParam("id")))
                .onSuccess(found -> found.ifPresentOrElse(
                        run -> {
                            try {
                                with.accept(run);
                            } catch (RuntimeException e) {
                                context.fail(e);
                            }
                        },
                        () -> pages.problem(
                                context,
                                404,
                                "There is no such fix",
                                "The journal knows no fix of this name, or it let no document go on.")))
                .onFailure(context::fail);
    }

    private void ask(RoutingContext context, FixRun run) {
        fixes.foreseeUndo(run.id())
                .onSuccess(undone -> show(context, run, Optional.of(undone)))
                .onFailure(failure -> fail(context, failure));
    }

    private static void fail(RoutingContext context, Throwable failure) {
        context.fail(
                failure instanceof CauseException why
                        ? new UnusableException(String.valueOf(why.getMessage()))
                        : failure);
    }

    private void show(RoutingContext context, FixRun run, Optional<Undone> foreseen) {
        Map<DocumentId, String> back = foreseen.map(undone -> undone.documents().stream()
                        .collect(Collectors.toMap(one -> one.document(), one -> one.message())))
                .orElse(Map.of());
        Future<CrossReferences> known =
                looking.onContext(looking.crossReferences().all());
        Future.all(rows(run, back), known)
                .map(all -> all.<List<RunPage.Row>>resultAt(0))
                .onSuccess(rows -> pages.show(
                        context,
                        "run",
                        new RunPage(
                                pages.frame(context, "A fix", Section.CAUSES),
                                run,
                                foreseen.isPresent() ? rows : rows.subList(0, Math.min(SHOWN, rows.size())),
                                Outcome.of(
                                        run,
                                        rows.stream()
                                                .map(row -> row.document().document())
                                                .toList()),
                                run.translation(known.result().all()),
                                foreseen)))
                .onFailure(context::fail);
    }

    /** The documents as they are now. */
    private Future<List<RunPage.Row>> rows(FixRun run, Map<DocumentId, String> back) {
        return now(looking, run)
                .map(found -> found.stream()
                        .map(document ->
                                new RunPage.Row(new DocumentRow(document), back.getOrDefault(document.id(), "")))
                        .toList());
    }

    /** The documents of a fix as they are now, in its order. */
    static Future<List<DocumentRecord>> now(Engine looking, FixRun run) {
        return looking.onContext(looking.journal().find(run.documents())).map(found -> {
            Map<DocumentId, DocumentRecord> byId =
                    found.stream().collect(Collectors.toMap(DocumentRecord::id, Function.identity()));
            return run.documents().stream()
                    .flatMap(id -> Optional.ofNullable(byId.get(id)).stream())
                    .toList();
        });
    }

    private void takeBack(RoutingContext context, FixRun run) {
        Operator operator = context.get(Pages.OPERATOR);
        Acting.allowed(operator, RunPage.permission(run));
        if (!run.ended()) {
            throw new UnusableException("The fix is under way. Wait until it has ended, then take it back.");
        }
        String reason = Form.of(entry.body(context)).text("reason");
        fixes.undo(run.id(), operator.name(), reason)
                .onSuccess(undone -> Pages.go(context, run.address(), said(run, undone)))
                .onFailure(failure -> fail(context, failure));
    }

    private static String said(FixRun run, Undone undone) {
        long back = undone.count(Verdict.TAKEN_BACK);
        long others = undone.documents().size() - back;
        String reference = run.entered()
                .map(entered -> switch (undone.reference()) {
                    case Reference.REMOVED -> entered.theirs() + " has no translation any more. ";
                    case Reference.STAYS ->
                        "The cross-reference stays: " + entered.theirs() + " means " + entered.ours() + ". ";
                    case Reference.NONE -> "";
                })
                .orElse("");
        return reference + back + (back == 1 ? " document was" : " documents were") + " taken back."
                + (others == 0 ? "" : " " + others + (others == 1 ? " stays as it is." : " stay as they are."));
    }
}
