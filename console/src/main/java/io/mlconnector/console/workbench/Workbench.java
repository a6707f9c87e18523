package io.mlconnector.console.workbench;

import io.mlconnector.console.intervention.Acting;
import io.mlconnector.console.operator.Operator;
import io.mlconnector.console.operator.Permission;
import io.mlconnector.console.page.Entry;
import io.mlconnector.console.page.Form;
import io.mlconnector.console.page.Pages;
import io.mlconnector.console.page.Section;
import io.mlconnector.console.page.UnusableException;
import io.mlconnector.console.workbench.Readers.Reading;
import io.mlconnector.console.workbench.WorkbenchPage.Compared;
import io.mlconnector.console.workbench.WorkbenchPage.Result;
import io.mlconnector.console.workplace.Workplace;
import io.mlconnector.domain.trade.ContentHash;
import io.mlconnector.engine.Connection;
import io.mlconnector.engine.Engine;
import io.mlconnector.engine.forecast.Previews;
import io.mlconnector.ports.stored.ReceivedSet;
import io.mlconnector.x12.X12Explainer;
import io.mlconnector.x12.difference.X12Difference;
import io.mlconnector.x12.explanation.ExplainedFile;
import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Explains, checks, answers and compares X12 that somebody pastes. Nothing is stored, and nothing is written anywhere. */
public final class Workbench {

    /** More is not laid out on a page; all of it is checked. */
    private static final int MOST_EXPLAINED = 256 * 1024;

    /** So many invoices are tried at once: each costs F&O two requests. */
    private static final int MOST_TRIED = 10;

    /** F&O may keep each of them waiting. */
    private static final long MOST_SECONDS = 120;

    private final Pages pages;
    private final Entry entry;
    private final Engine looking;
    private final Readers readers;

    /** Over this workplace. */
    public Workbench(Pages pages, Entry entry, Workplace workplace) {
        this.pages = pages;
        this.entry = entry;
        this.looking = workplace.looking();
        this.readers = new Readers(workplace.connections());
    }

    /** Adds its routes; who is not signed in does not reach them. */
    public void mount(Router router) {
        router.get("/x12").handler(this::open);
        router.post("/x12").handler(entry::receive).handler(this::look);
    }

    /** Stored bytes are opened by their hash; otherwise there is nothing yet. */
    private void open(RoutingContext context) {
        Form form = Form.ofAddress(context.request(), List.of("payload"));
        Optional<String> wanted = form.given("payload");
        if (wanted.isEmpty()) {
            show(context, Entered.NOTHING, Optional.empty(), Optional.empty());
            return;
        }
        looking.onContext(looking.journal().payload(hash(wanted.get())))
                .compose(found -> found.isEmpty()
                        ? Future.failedFuture(
                                new UnusableException(
                                        "These bytes are not in the journal, or were removed when retention.payloads was over."))
                        : result(found.get().bytes(), readers.chosen(""), false)
                                .map(result ->
                                        new Opened(Entered.shown(found.get().bytes()), result)))
                .onSuccess(opened -> show(
                        context, new Entered(opened.text(), "", ""), Optional.of(opened.result()), Optional.empty()))
                .onFailure(context::fail);
    }

    private record Opened(String text, Result result) {}

    private static ContentHash hash(String text) {
        try {
            return new ContentHash(text);
        } catch (IllegalArgumentException e) {
            throw new UnusableException("There are no bytes under this name.");
        }
    }

    private void look(RoutingContext context) {
        Form form = Form.of(entry.body(context));
        Entered entered = Entered.of(form);
        if (entered.text().isBlank()) {
            throw new UnusableException("There is nothing to look at. Paste an X12 file, or choose one.");
        }
        Reading reading = readers.chosen(entered.partner());
        String step = form.text("step");
        boolean trying = step.equals("try");
        if (trying) {
            Acting.allowed(context.<Operator>get(Pages.OPERATOR), Permission.PING);
        }
        Future<Result> result = result(entered.bytes(), reading, trying);
        Future<Optional<Compared>> compared =
                step.equals("compare") && !entered.other().isBlank()
                        ? looking.loop().beside(() -> Optional.of(compare(entered.bytes(), entered.otherBytes())))
                        : Future.succeededFuture(Optional.empty());
        Future.all(result, compared)
                .onSuccess(ignored -> show(context, entered, Optional.of(result.result()), compared.result()))
                .onFailure(context::fail);
    }

    private Future<Result> result(byte[] bytes, Reading reading, boolean trying) {
        boolean cut = bytes.length > MOST_EXPLAINED;
        byte[] beginning = cut ? Arrays.copyOf(bytes, MOST_EXPLAINED) : bytes;
        return looking.loop()
                .beside(() -> {
                    ExplainedFile explained = new X12Explainer().explain(beginning, reading.rules());
                    return new Result(Check.of(looking.codec(), bytes, reading), explained, cut, List.of());
                })
                .compose(result -> trying
                        ? tried(result.check().invoices(), reading)
                                .map(tried -> new Result(result.check(), result.explained(), result.cut(), tried))
                        : Future.succeededFuture(result));
    }

    /** One after another: a person waits, but documents do not wait for a person. */
    private Future<List<TriedInvoice>> tried(List<ReceivedSet> invoices, Reading reading) {
        List<TriedInvoice> tried = new ArrayList<>();
        Future<Void> all = Future.succeededFuture();
        for (ReceivedSet set : invoices.stream().limit(MOST_TRIED).toList()) {
            all = all.compose(ignored -> tried(set, reading)).map(one -> {
                tried.add(one);
                return null;
            });
        }
        return all.timeout(MOST_SECONDS, TimeUnit.SECONDS)
                .map(ignored -> List.copyOf(tried))
                .recover(failure -> failure instanceof java.util.concurrent.TimeoutException
                        ? Future.failedFuture(new UnusableException("F&O did not say within " + MOST_SECONDS
                                + " s what becomes of the invoices. Connections shows how it is; try again later."))
                        : Future.failedFuture(failure));
    }

    private Future<TriedInvoice> tried(ReceivedSet set, Reading reading) {
        Optional<Connection> connection =
                reading.connection().of(set.reference().sender());
        return connection.isEmpty()
                ? Future.succeededFuture(TriedInvoice.ofStranger(set))
                : new Previews(looking, connection.get())
                        .invoice(set, set.invoice().orElseThrow())
                        .map(examination -> TriedInvoice.of(set, examination));
    }

    private static Compared compare(byte[] one, byte[] other) {
        X12Explainer explainer = new X12Explainer();
        ExplainedFile before = explainer.explain(one);
        ExplainedFile after = explainer.explain(other);
        return new Compared(X12Difference.ofMeaning(before, after), X12Difference.ofEnvelope(before, after));
    }

    private void show(RoutingContext context, Entered entered, Optional<Result> result, Optional<Compared> compared) {
        pages.show(
                context,
                "workbench",
                new WorkbenchPage(
                        pages.frame(context, "X12 workbench", Section.WORKBENCH),
                        entered,
                        readers.choices(),
                        entry.most(),
                        result,
                        compared));
    }
}
