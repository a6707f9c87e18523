package io.mlconnector.console.intervention;

import io.mlconnector.console.document.DocumentRow;
import io.mlconnector.console.page.Entry;
import io.mlconnector.console.page.Figures;
import io.mlconnector.console.page.Form;
import io.mlconnector.console.page.Look;
import io.mlconnector.console.page.Pages;
import io.mlconnector.console.page.Section;
import io.mlconnector.console.page.UnusableException;
import io.mlconnector.console.workplace.Workplace;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.engine.Engine;
import io.mlconnector.engine.forecast.Forecast;
import io.mlconnector.engine.intervention.condition.Seen;
import io.mlconnector.ports.journal.document.DocumentRecord;
import io.vertx.core.Promise;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is done to many documents at once: to those that are ticked, or to all that match. It is shown first what it would come to; then
 * it goes on by itself, whoever looks.
 */
public final class BulkActions {

    /** What is done with few documents is over before anybody has to look twice. */
    private static final Duration SHORTLY = Duration.ofMillis(700);

    private final Pages pages;
    private final Entry entry;
    private final Acting acting;
    private final Engine looking;
    private final BulkRuns runs;
    private final BulkRunView view;

    /** Over this workplace. */
    public BulkActions(Pages pages, Entry entry, Acting acting, Workplace workplace) {
        this.pages = pages;
        this.entry = entry;
        this.acting = acting;
        this.looking = workplace.looking();
        this.runs = new BulkRuns(acting::act, looking.clock());
        this.view = new BulkRunView(pages, entry, looking, runs);
    }

    /** Adds its routes; who is not signed in does not reach them. */
    public void mount(Router router) {
        router.post("/documents/forecast").handler(entry::receive).handler(this::forecast);
        router.get("/documents/forecast").handler(BulkActions::back);
        router.get("/documents/act").handler(BulkActions::back);
        router.post("/documents/act").handler(entry::receive).handler(this::act);
        view.mount(router);
    }

    /** What a form showed is gone when its address is opened again; the list that it began with is not. */
    private static void back(RoutingContext context) {
        String query = context.request().query();
        Pages.go(
                context,
                "/documents" + (query == null ? "" : "?" + query),
                "Choose the documents here to see again what would become of them. What was done before stands under Actions on many.");
    }

    private ZoneId zone(RoutingContext context) {
        return Look.of(context.request(), looking.clock().instant()).zone();
    }

    private void forecast(RoutingContext context) {
        Form form = Form.of(entry.body(context));
        Acting.Wish wish = DocumentActions.wish(Verb.of(form.text("verb")), form);
        Acting.allowed(DocumentActions.operator(context), wish.verb().permission());
        if (!form.ticked("everything") && form.all("id").isEmpty()) {
            Pages.go(
                    context,
                    Meant.query(form).address("/documents"),
                    "Nothing is selected. Tick documents, or all that match, then look what it would do.");
            return;
        }
        Instant asOf = looking.clock().instant();
        Meant.by(form, looking, zone(context))
                .compose(meant -> acting.forecast(meant.looked(), wish)
                        .map(forecasts -> selected(context, form, wish, meant, asOf, forecasts)))
                .onSuccess(page -> pages.show(context, "selected", page))
                .onFailure(context::fail);
    }

    private static Selected.Row row(Verb verb, DocumentRecord document, Map<DocumentId, Forecast> forecasts) {
        Forecast forecast = forecasts.get(document.id());
        return forecast == null
                ? new Selected.Row(new DocumentRow(document), "refused", "It was not looked at.", Impact.Effect.NONE)
                : new Selected.Row(
                        new DocumentRow(document),
                        forecast.verdict().word(),
                        Impact.sentence(verb, forecast, document.condition()),
                        Impact.of(verb, forecast.verdict(), document.condition()));
    }

    private Selected selected(
            RoutingContext context,
            Form form,
            Acting.Wish wish,
            Meant meant,
            Instant asOf,
            Map<DocumentId, Forecast> forecasts) {
        List<Selected.Row> rows = meant.looked().stream()
                .map(document -> row(wish.verb(), document, forecasts))
                .toList();
        Impact.Effect wanted =
                rows.stream().anyMatch(row -> row.effect() == Impact.Effect.CHANGES) || meant.unseen() > 0
                        ? Impact.Effect.CHANGES
                        : Impact.Effect.IN_VAIN;
        List<DocumentId> useful = rows.stream()
                .filter(row -> row.effect() == wanted)
                .map(row -> row.document().document().id())
                .toList();
        int all = rows.size() + meant.unseen();
        return new Selected(
                pages.frame(
                        context,
                        all == 0
                                ? wish.verb().title() + ": nothing matches"
                                : wish.verb().title() + " " + Figures.counted(all, "document", "documents"),
                        Section.DOCUMENTS),
                wish,
                rows,
                useful,
                meant.unseen(),
                meant.more(),
                Map.of(
                        "seen",
                        Seen.of(asOf, meant.looked()).text(),
                        // The documents are named one by one, so that nothing is done to others that match meanwhile.
                        "ids",
                        meant.with(useful).stream().map(DocumentId::text).collect(Collectors.joining(" ")),
                        "run",
                        looking.ids().next().text(),
                        "verb",
                        wish.verb().word(),
                        "query",
                        form.text("query")),
                Meant.query(form).address("/documents"));
    }

    private void act(RoutingContext context) {
        Form form = Form.of(entry.body(context));
        Acting.Wish wish = DocumentActions.wish(Verb.of(form.text("verb")), form);
        Acting.allowed(DocumentActions.operator(context), wish.verb().permission());
        List<DocumentId> documents = Meant.read(Stream.of(form.raw("ids").split(" ", Meant.MOST + 1)));
        if (documents.isEmpty()) {
            throw new UnusableException("Nothing is selected. Tick the documents, or all that match.");
        }
        BulkRun run = runs.begin(
                form.given("run").orElseGet(() -> looking.ids().next().text()),
                documents,
                wish,
                DocumentActions.operator(context),
                DocumentActions.seen(form),
                Meant.query(form).address("/documents"));
        Promise<Void> shortly = Promise.promise();
        Runnable cancel = looking.loop().after(SHORTLY, shortly::tryComplete);
        run.over().onComplete(ignored -> {
            cancel.run();
            shortly.tryComplete();
        });
        shortly.future().onSuccess(ignored -> Pages.go(context, run.address()));
    }
}
