package io.mlconnector.console.document;

import io.mlconnector.console.page.Figures;
import io.mlconnector.console.page.Form;
import io.mlconnector.console.page.Look;
import io.mlconnector.console.page.Pages;
import io.mlconnector.console.page.Section;
import io.mlconnector.console.page.UnusableException;
import io.mlconnector.console.workplace.Workplace;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.engine.Connection;
import io.mlconnector.engine.Engine;
import io.mlconnector.ports.journal.Criterion;
import io.mlconnector.ports.journal.DocumentFilter;
import io.mlconnector.ports.journal.document.DocumentRecord;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The list of documents, with its filters, and as CSV. */
public final class Documents {

    /** More rows than a spreadsheet opens are not written. */
    private static final int MOST_ROWS = 100_000;

    /** Among so many documents is looked for what to offer while somebody writes, and for less than two characters not at all. */
    private static final int SEARCHED = 200;

    private static final String NOWHERE =
            "The address names no document behind which the page begins. Go to the first page.";

    private static final int SHORTEST = 2;

    /** Nobody waits for the count of a million; so many can be done at once. */
    private static final int COUNTED = 10_000;

    private static final String COLUMNS = "columns";
    private static final long YEAR = Duration.ofDays(365).toSeconds();

    private static final int CSV_PAGE = DocumentFilter.LARGEST_LIMIT;

    private final Pages pages;
    private final Engine looking;
    private final Choices choices;
    private final List<Connection> connections;

    /** Over this workplace. */
    public Documents(Pages pages, Workplace workplace) {
        this.pages = pages;
        this.looking = workplace.looking();
        this.choices = Choices.of(workplace.connections());
        this.connections = workplace.connections();
    }

    /** Adds its routes; who is not signed in does not reach them. */
    public void mount(Router router) {
        router.get("/documents").handler(this::list);
        router.get("/documents.csv").handler(this::csv);
        router.get("/documents/find").handler(this::find);
    }

    private void list(RoutingContext context) {
        Form form = Form.ofAddress(context.request(), Query.WORDS);
        Query query = Query.of(form);
        Optional<DocumentId> after = after(form);
        DocumentFilter filter =
                query.filter(looking.clock().instant(), zone(context)).page(Query.PAGE + 1, after);
        // What has some words is counted where it matters, before an action: it takes longer than the page.
        boolean counted = filter.criteria().stream().noneMatch(Criterion.FoundBy.class::isInstance);
        Future<Integer> count =
                counted ? looking.onContext(looking.journal().count(filter, COUNTED + 1)) : Future.succeededFuture(0);
        there(after)
                .compose(ignored -> looking.onContext(looking.journal().list(filter)))
                .compose(found -> count.map(found))
                .onSuccess(found -> {
                    boolean more = found.size() > Query.PAGE;
                    List<DocumentRecord> shown = more ? found.subList(0, Query.PAGE) : found;
                    pages.show(
                            context,
                            "documents",
                            new DocumentList(
                                    pages.frame(context, "Documents", Section.DOCUMENTS),
                                    query,
                                    shown.stream().map(DocumentRow::new).toList(),
                                    more
                                            ? Optional.of(query.address(
                                                    "/documents",
                                                    shown.getLast().id().text()))
                                            : Optional.empty(),
                                    after.isPresent(),
                                    counted
                                            ? matching(count.result())
                                            : more || after.isPresent()
                                                    ? "The page before an action on all that match says how many they are."
                                                    : matching(shown.size()),
                                    choices,
                                    columns(context, query)));
                })
                .onFailure(context::fail);
    }

    private static String matching(int count) {
        return count > COUNTED
                ? "More than " + Figures.count(COUNTED) + " match."
                : Figures.counted(count, "document matches.", "documents match.");
    }

    /** Behind a document that does not exist no page begins: it would be the first one, or an empty one. */
    private Future<Void> there(Optional<DocumentId> after) {
        return after.map(id -> looking.onContext(looking.journal().find(id))
                        .compose(found -> found.isPresent()
                                ? Future.<Void>succeededFuture()
                                : Future.<Void>failedFuture(new UnusableException(NOWHERE))))
                .orElseGet(Future::succeededFuture);
    }

    /** What the palette offers while somebody writes. */
    private void find(RoutingContext context) {
        String text = Form.ofAddress(context.request(), List.of("q")).text("q");
        DocumentFilter filter =
                DocumentFilter.ALL.where(new Criterion.FoundBy(text)).page(SEARCHED, Optional.empty());
        (text.length() < SHORTEST
                        ? Future.succeededFuture(List.<Offers.Offer>of())
                        : looking.onContext(looking.journal().list(filter))
                                .map(found -> Offers.of(text, found, connections)))
                .onSuccess(offers -> {
                    JsonArray items = new JsonArray();
                    offers.forEach(offer -> items.add(new JsonObject()
                            .put("title", offer.title())
                            .put("address", offer.address())
                            .put("note", offer.note())));
                    context.response()
                            .putHeader("Content-Type", "application/json")
                            .end(items.encode());
                })
                .onFailure(context::fail);
    }

    /** As the address says; else as this browser was told last. What the address says is remembered. */
    private Columns columns(RoutingContext context, Query query) {
        boolean several = choices.legalEntities().size() > 1;
        String wanted = query.word(COLUMNS);
        if (!wanted.isEmpty()) {
            Columns columns = Columns.of(wanted, several);
            context.response()
                    .addCookie(Cookie.cookie(COLUMNS, String.join(".", columns.chosen()))
                            .setPath("/documents")
                            .setHttpOnly(true)
                            .setSameSite(CookieSameSite.LAX)
                            .setMaxAge(YEAR));
            return columns;
        }
        Cookie remembered = context.request().getCookie(COLUMNS);
        return Columns.of(remembered == null ? "" : remembered.getValue(), several);
    }

    private static Optional<DocumentId> after(Form form) {
        try {
            return form.given("after").map(DocumentId::new);
        } catch (IllegalArgumentException e) {
            throw new UnusableException(NOWHERE);
        }
    }

    private ZoneId zone(RoutingContext context) {
        return Look.of(context.request(), looking.clock().instant()).zone();
    }

    /** Page by page, and no faster than the reader takes it. */
    private void csv(RoutingContext context) {
        DocumentFilter filter = Query.of(Form.ofAddress(context.request(), Query.WORDS))
                .filter(looking.clock().instant(), zone(context))
                .page(CSV_PAGE, Optional.empty());
        HttpServerResponse response = context.response();
        response.setChunked(true)
                .putHeader("Content-Type", "text/csv; charset=utf-8; header=present")
                .putHeader("Content-Disposition", "attachment; filename=\"documents.csv\"");
        response.write(Buffer.buffer(DocumentCsv.header()));
        rows(response, filter, 0).onSuccess(ignored -> response.end()).onFailure(failure -> response.reset());
    }

    private Future<Void> rows(HttpServerResponse response, DocumentFilter filter, int written) {
        return looking.onContext(looking.journal().list(filter)).compose(page -> {
            if (response.closed()) {
                return Future.failedFuture("The reader is gone");
            }
            return response.write(Buffer.buffer(DocumentCsv.of(page)))
                    .timeout(1, TimeUnit.MINUTES)
                    .compose(ignored -> page.size() < CSV_PAGE || written + page.size() >= MOST_ROWS
                            ? Future.succeededFuture()
                            : rows(
                                    response,
                                    filter.page(
                                            CSV_PAGE, Optional.of(page.getLast().id())),
                                    written + page.size()));
        });
    }
}
