package io.mlconnector.console.reference;

import io.mlconnector.console.intervention.Acting;
import io.mlconnector.console.operator.Operator;
import io.mlconnector.console.operator.Permission;
import io.mlconnector.console.page.Entry;
import io.mlconnector.console.page.Form;
import io.mlconnector.console.page.Pages;
import io.mlconnector.console.page.Section;
import io.mlconnector.console.page.UnusableException;
import io.mlconnector.console.workplace.Translations;
import io.mlconnector.console.workplace.Workplace;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.engine.Engine;
import io.mlconnector.ports.journal.history.RecordedEntry;
import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;

/** The cross-references: found, with the history of each, as CSV, and removed. */
public final class References {

    private static final String LIST = "/cross-references";

    private final Pages pages;
    private final Entry entry;
    private final Engine looking;
    private final Translations translations;

    /** Over this workplace. */
    public References(Pages pages, Entry entry, Workplace workplace) {
        this.pages = pages;
        this.entry = entry;
        this.looking = workplace.looking();
        this.translations = workplace.translations();
    }

    /** Adds its routes; who is not signed in does not reach them. */
    public void mount(Router router) {
        router.get(LIST).handler(this::list);
        router.get(LIST + ".csv").handler(this::csv);
        new ReferenceChanging(pages, entry, looking, translations).mount(router);
        router.get(LIST + "/:id").handler(Form::noWords).handler(this::show);
        router.post(LIST + "/:id/remove").handler(entry::receive).handler(this::remove);
    }

    private Future<List<ReferenceRow>> found(Wanted wanted) {
        return translations
                .all()
                .map(all -> all.stream()
                        .map(ReferenceRow::new)
                        .filter(wanted::includes)
                        .toList());
    }

    private void list(RoutingContext context) {
        Form form = Form.ofAddress(context.request(), Wanted.WORDS);
        Wanted wanted = Wanted.of(form);
        String after = form.text("after");
        found(wanted)
                .onSuccess(rows -> {
                    int begin = after.isEmpty() ? 0 : behind(rows, after);
                    int end = Math.min(rows.size(), begin + Wanted.PAGE);
                    pages.show(
                            context,
                            "references",
                            new ReferenceList(
                                    pages.frame(context, "Cross-references", Section.REFERENCES),
                                    wanted.partner(),
                                    wanted.kind(),
                                    wanted.word(),
                                    rows.subList(begin, end),
                                    rows.size(),
                                    end < rows.size()
                                            ? Optional.of(wanted.address(
                                                    LIST,
                                                    Optional.of(rows.get(end - 1)
                                                            .entered()
                                                            .id()
                                                            .text())))
                                            : Optional.empty(),
                                    wanted.address(LIST + ".csv", Optional.empty()),
                                    translations.partners()));
                })
                .onFailure(context::fail);
    }

    /** Where the page behind this one begins; if that one is removed meanwhile, at the beginning. */
    private static int behind(List<ReferenceRow> rows, String id) {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).entered().id().text().equals(id)) {
                return i + 1;
            }
        }
        return 0;
    }

    private void csv(RoutingContext context) {
        found(Wanted.of(Form.ofAddress(context.request(), Wanted.WORDS)))
                .compose(rows -> translations.write(
                        rows.stream().map(ReferenceRow::reference).toList()))
                .onSuccess(text -> context.response()
                        .putHeader("Content-Type", "text/csv; charset=utf-8; header=present")
                        .putHeader("Content-Disposition", "attachment; filename=\"cross-references.csv\"")
                        .end(text))
                .onFailure(context::fail);
    }

    private static DocumentId id(RoutingContext context) {
        try {
            return new DocumentId(context.pathParam("id"));
        } catch (IllegalArgumentException e) {
            throw new UnusableException("There is no translation with this id.");
        }
    }

    private Future<Optional<ReferenceRow>> row(DocumentId id) {
        return translations
                .all()
                .map(all -> all.stream()
                        .filter(one -> one.id().equals(id))
                        .findFirst()
                        .map(ReferenceRow::new));
    }

    private void show(RoutingContext context) {
        DocumentId id = id(context);
        Future<Optional<ReferenceRow>> row = row(id);
        Future<List<RecordedEntry>> history =
                looking.onContext(looking.journal().history(id));
        Future.all(row, history)
                .onSuccess(ignored -> {
                    if (row.result().isEmpty()
                            && history.result().stream()
                                    .noneMatch(one -> one.entry().event().startsWith("cross-reference"))) {
                        pages.problem(
                                context,
                                404,
                                "No such translation",
                                "There is no translation with this id, and there never was one.");
                        return;
                    }
                    pages.show(
                            context,
                            "reference",
                            new ReferencePage(
                                    pages.frame(context, "Cross-reference", Section.REFERENCES),
                                    row.result(),
                                    id.text(),
                                    history.result().reversed()));
                })
                .onFailure(context::fail);
    }

    private void remove(RoutingContext context) {
        Operator operator = context.get(Pages.OPERATOR);
        Acting.allowed(operator, Permission.TRANSLATE);
        DocumentId id = id(context);
        String reason = Form.of(entry.body(context)).text("reason");
        row(id).compose(found -> found.isEmpty()
                        ? Future.succeededFuture(false)
                        : translations
                                .remove(found.get().reference().key(), operator.name(), reason)
                                .map(Optional::isPresent))
                .onSuccess(removed -> Pages.go(
                        context,
                        LIST + "/" + id.text(),
                        removed
                                ? "It is removed: the next document that uses the word does not know it any more."
                                : "Nothing was done: somebody removed it before."))
                .onFailure(context::fail);
    }
}
