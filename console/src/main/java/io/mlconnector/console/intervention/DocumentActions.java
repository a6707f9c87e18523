package io.mlconnector.console.intervention;

import io.mlconnector.console.operator.Operator;
import io.mlconnector.console.page.Entry;
import io.mlconnector.console.page.Foretold;
import io.mlconnector.console.page.Form;
import io.mlconnector.console.page.Pages;
import io.mlconnector.console.page.Times;
import io.mlconnector.console.page.UnusableException;
import io.mlconnector.console.workplace.Workplace;
import io.mlconnector.domain.answering.SettledAnswer;
import io.mlconnector.domain.words.Acknowledgement;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.domain.words.Stage;
import io.mlconnector.engine.Engine;
import io.mlconnector.engine.forecast.Forecast;
import io.mlconnector.engine.intervention.condition.Seen;
import io.mlconnector.ports.journal.document.DocumentRecord;
import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What is done to one document from its page; each time it is shown first what it would come to. */
public final class DocumentActions {

    private final Pages pages;
    private final Entry entry;
    private final Acting acting;
    private final Engine looking;

    /** Over this workplace. */
    public DocumentActions(Pages pages, Entry entry, Acting acting, Workplace workplace) {
        this.pages = pages;
        this.entry = entry;
        this.acting = acting;
        this.looking = workplace.looking();
    }

    /** Adds its routes; who is not signed in does not reach them. */
    public void mount(Router router) {
        router.get("/documents/:id/forecast").handler(this::forecast);
        router.post("/documents/:id/comment").handler(entry::receive).handler(this::comment);
        router.post("/documents/:id/settle").handler(entry::receive).handler(this::settle);
        for (Verb verb : Verb.values()) {
            router.post("/documents/:id/" + verb.word()).handler(entry::receive).handler(context -> act(context, verb));
        }
    }

    /** What was filled in, for this verb. */
    static Acting.Wish wish(Verb verb, Form form) {
        return new Acting.Wish(
                verb,
                stage(form),
                verb == Verb.SNOOZE ? form.given("for").orElse("0") : form.text("to"),
                form.text("reason"));
    }

    private static Optional<Stage> stage(Form form) {
        try {
            return form.given("from").map(Stage::of);
        } catch (IllegalArgumentException e) {
            throw new UnusableException(e.getMessage() + ".");
        }
    }

    /** What was shown of the documents with the forecast, as the form carries it. */
    public static Optional<Seen> seen(Form form) {
        try {
            return Optional.of(form.raw("seen")).filter(text -> !text.isBlank()).map(Seen::parse);
        } catch (IllegalArgumentException e) {
            throw new UnusableException(e.getMessage() + ". See again what it would do.");
        }
    }

    static DocumentId id(RoutingContext context) {
        try {
            return new DocumentId(context.pathParam("id"));
        } catch (IllegalArgumentException e) {
            throw new UnusableException("There is no document with this id.");
        }
    }

    private void forecast(RoutingContext context) {
        Times times = pages.look(context).times();
        Form form = Form.ofAddress(context.request(), List.of("verb", "from", "to", "for", "reason", "seen"));
        Acting.Wish wish = wish(Verb.of(form.text("verb")), form);
        DocumentId id = id(context);
        Instant asOf = looking.clock().instant();
        looking.onContext(looking.journal().find(id))
                .compose(found -> found.isEmpty()
                        ? Future.succeededFuture(Optional.<ForecastPart>empty())
                        : acting.forecast(List.of(found.get()), wish)
                                .map(forecasts -> Optional.ofNullable(forecasts.get(id))
                                        .map(forecast -> part(wish.verb(), forecast, found.get(), asOf, times))))
                .onSuccess(found -> pages.show(
                        context,
                        "forecast",
                        found.orElseGet(() -> new ForecastPart(
                                Impact.Effect.NONE, "refused", "There is no such document.", "", "", times))))
                .onFailure(context::fail);
    }

    private static ForecastPart part(Verb verb, Forecast forecast, DocumentRecord document, Instant asOf, Times times) {
        Impact.Effect effect = Impact.of(verb, forecast.verdict(), document.condition());
        return new ForecastPart(
                effect,
                forecast.verdict().word(),
                Impact.sentence(verb, forecast, document.condition()),
                effect == Impact.Effect.IN_VAIN ? verb.title() + " all the same" : verb.title(),
                Seen.of(asOf, List.of(document)).text(),
                times);
    }

    private void act(RoutingContext context, Verb verb) {
        Form form = Form.of(entry.body(context));
        DocumentId id = id(context);
        told(context, id, acting.act(id, wish(verb, form), operator(context), seen(form)));
    }

    private void comment(RoutingContext context) {
        Form form = Form.of(entry.body(context));
        DocumentId id = id(context);
        if (form.text("text").isBlank()) {
            Pages.go(context, "/documents/" + id.text(), "Nothing was written: the comment is empty.");
            return;
        }
        told(context, id, acting.comment(id, form.text("text"), operator(context)));
    }

    private void settle(RoutingContext context) {
        Form form = Form.of(entry.body(context));
        DocumentId id = id(context);
        if (form.text("reason").isBlank()) {
            Pages.go(context, "/documents/" + id.text(), "Nothing was settled: say why, for the history.");
            return;
        }
        told(context, id, acting.settle(id, settled(form), operator(context)));
    }

    private static SettledAnswer settled(Form form) {
        try {
            return new SettledAnswer(Acknowledgement.of(form.text("as")), form.text("reason"));
        } catch (IllegalArgumentException e) {
            throw new UnusableException(e.getMessage() + ".");
        }
    }

    private static void told(RoutingContext context, DocumentId id, Future<Acting.Done> doing) {
        doing.onSuccess(done -> Pages.go(
                        context,
                        "/documents/" + id.text(),
                        (done.done() ? "" : "Nothing was done. ") + Foretold.sentence(done.message())))
                .onFailure(context::fail);
    }

    static Operator operator(RoutingContext context) {
        return context.get(Pages.OPERATOR);
    }
}
