package io.mlconnector.console.intervention;

import io.mlconnector.console.document.DocumentRow;
import io.mlconnector.console.document.Query;
import io.mlconnector.console.page.Entry;
import io.mlconnector.console.page.Foretold;
import io.mlconnector.console.page.Form;
import io.mlconnector.console.page.Look;
import io.mlconnector.console.page.Pages;
import io.mlconnector.console.page.Section;
import io.mlconnector.console.page.UnusableException;
import io.mlconnector.console.workplace.Workplace;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.engine.Engine;
import io.mlconnector.engine.forecast.Forecast;
import io.mlconnector.engine.intervention.Selection;
import io.mlconnector.ports.journal.document.DocumentRecord;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What is done to many documents at once: to those that are ticked, or to all that match. It is shown first what it would come to. */
public final class BulkActions {

    /** So many at once: an answer must come while somebody waits for it. */
    private static final int MOST = 500;

    private final Pages pages;
    private final Entry entry;
    private final Acting acting;
    private final Engine looking;

    /** Over this workplace. */
    public BulkActions(Pages pages, Entry entry, Acting acting, Workplace workplace) {
        this.pages = pages;
        this.entry = entry;
        this.acting = acting;
        this.looking = workplace.looking();
    }

    /** Adds its routes; who is not signed in does not reach them. */
    public void mount(Router router) {
        router.post("/documents/forecast").handler(entry::receive).handler(this::forecast);
        router.get("/documents/forecast").handler(BulkActions::back);
        router.get("/documents/act").handler(BulkActions::back);
        router.post("/documents/act").handler(entry::receive).handler(this::act);
    }

    /** What a form showed is gone when its address is opened again; the list that it began with is not. */
    private static void back(RoutingContext context) {
        String query = context.request().query();
        Pages.go(
                context,
                "/documents" + (query == null ? "" : "?" + query),
                "Nothing was done. Choose the documents here to see again what would become of them.");
    }

    /** The documents meant: named one by one, or all that match a query at this moment. */
    private Future<Selection> meant(Form form, boolean everything, ZoneId zone) {
        if (everything) {
            Query query = query(form);
            return Selection.of(looking, query.filter(looking.clock().instant(), zone), MOST);
        }
        List<String> ids = form.all("id");
        if (ids.isEmpty()) {
            throw new UnusableException("Nothing is selected. Tick the documents, or all that match.");
        }
        List<DocumentRecord> found = new ArrayList<>();
        Future<Void> all = Future.succeededFuture();
        for (String id : ids.subList(0, Math.min(MOST, ids.size()))) {
            all = all.compose(ignored -> looking.onContext(looking.journal().find(read(id))))
                    .map(one -> {
                        one.ifPresent(found::add);
                        return null;
                    });
        }
        return all.map(ignored -> new Selection(
                found.stream()
                        .sorted(java.util.Comparator.comparing(DocumentRecord::createdAt))
                        .toList(),
                ids.size() > MOST));
    }

    private static DocumentId read(String id) {
        try {
            return new DocumentId(id);
        } catch (IllegalArgumentException e) {
            throw new UnusableException("There is no document " + id + ".");
        }
    }

    private ZoneId zone(RoutingContext context) {
        return Look.of(context.request(), looking.clock().instant()).zone();
    }

    private static Query query(Form form) {
        return Query.of(Form.of(Buffer.buffer(form.text("query"))));
    }

    private void forecast(RoutingContext context) {
        Form form = Form.of(entry.body(context));
        Acting.Wish wish = DocumentActions.wish(Verb.of(form.text("verb")), form);
        Acting.allowed(DocumentActions.operator(context), wish.verb().permission());
        if (!form.ticked("everything") && form.all("id").isEmpty()) {
            Pages.go(
                    context,
                    query(form).address("/documents"),
                    "Nothing is selected. Tick documents, or all that match, then look what it would do.");
            return;
        }
        meant(form, form.ticked("everything"), zone(context))
                .compose(selection -> acting.forecast(selection.documents(), wish)
                        .map(forecasts -> {
                            List<Selected.Row> rows = selection.documents().stream()
                                    .map(document -> {
                                        var forecast = forecasts.get(document.id());
                                        return forecast == null
                                                ? new Selected.Row(
                                                        new DocumentRow(document),
                                                        "refused",
                                                        "It was not looked at.",
                                                        Impact.Effect.NONE)
                                                : row(wish.verb(), document, forecast);
                                    })
                                    .toList();
                            return selected(context, form, wish, rows, selection.more(), false);
                        }))
                .onSuccess(page -> pages.show(context, "selected", page))
                .onFailure(context::fail);
    }

    private static Selected.Row row(Verb verb, DocumentRecord document, Forecast forecast) {
        return new Selected.Row(
                new DocumentRow(document),
                forecast.verdict().word(),
                Impact.sentence(verb, forecast, document.condition()),
                Impact.of(verb, forecast.verdict(), document.condition()));
    }

    private Selected selected(
            RoutingContext context, Form form, Acting.Wish wish, List<Selected.Row> rows, boolean more, boolean done) {
        Map<String, Integer> counts = new TreeMap<>();
        rows.forEach(row -> counts.merge(row.verdict(), 1, Integer::sum));
        Map<String, List<String>> hidden = new LinkedHashMap<>();
        // The documents that were shown are named one by one, so that nothing is done to others that match meanwhile.
        Impact.Effect wanted = rows.stream().anyMatch(row -> row.effect() == Impact.Effect.CHANGES)
                ? Impact.Effect.CHANGES
                : Impact.Effect.IN_VAIN;
        hidden.put(
                "id",
                rows.stream()
                        .filter(row -> row.effect() == wanted)
                        .map(row -> row.document().document().id().text())
                        .toList());
        hidden.put("verb", List.of(wish.verb().word()));
        hidden.put("query", List.of(form.text("query")));
        String title = rows.isEmpty()
                ? wish.verb().title() + ": nothing matches"
                : (done ? "Done: " : "") + wish.verb().title() + " " + rows.size()
                        + (rows.size() == 1 ? " document" : " documents");
        return new Selected(
                pages.frame(context, title, Section.DOCUMENTS),
                wish,
                rows,
                counts,
                more,
                hidden,
                done,
                query(form).address("/documents"));
    }

    private void act(RoutingContext context) {
        Form form = Form.of(entry.body(context));
        Acting.Wish wish = DocumentActions.wish(Verb.of(form.text("verb")), form);
        meant(form, false, zone(context))
                .compose(selection -> {
                    List<Selected.Row> rows = new ArrayList<>();
                    Future<Void> all = Future.succeededFuture();
                    for (DocumentRecord document : selection.documents()) {
                        all = all.compose(ignored -> acting.act(document.id(), wish, DocumentActions.operator(context)))
                                .map(done -> {
                                    rows.add(new Selected.Row(
                                            new DocumentRow(document),
                                            done.done() && !done.message().startsWith("nothing: ") ? "done" : "left",
                                            Foretold.sentence(done.message()),
                                            Impact.Effect.NONE));
                                    return null;
                                });
                    }
                    return all.map(ignored -> selected(context, form, wish, rows, selection.more(), true));
                })
                .onSuccess(page -> pages.show(context, "selected", page))
                .onFailure(context::fail);
    }
}
