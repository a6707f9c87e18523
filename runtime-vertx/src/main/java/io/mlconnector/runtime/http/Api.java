package io.mlconnector.runtime.http;

import io.mlconnector.domain.trade.ContentHash;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.engine.Connection;
import io.mlconnector.engine.Engine;
import io.mlconnector.engine.loop.Signals;
import io.mlconnector.ports.journal.DocumentFilter;
import io.mlconnector.ports.journal.Journal;
import io.mlconnector.ports.journal.document.DocumentRecord;
import io.mlconnector.postgres.operators.Operators;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The interface for programs: documents, history, payloads, files (contract, section 4). */
public final class Api {

    static final String OPERATOR = "operator";

    private final Engine engine;
    private final Journal journal;
    private final Operators operators;
    private final Interventions interventions;
    private final ReplayApi replays;

    /**
     * On this engine's journal.
     *
     * @param links over which a forecast looks
     */
    public Api(Engine engine, Operators operators, List<Connection> links) {
        this.engine = engine;
        this.journal = engine.journal();
        this.operators = operators;
        this.interventions = new Interventions(journal, engine.clock());
        this.replays = new ReplayApi(engine, links);
    }

    void mount(Router router) {
        router.route("/api/*").handler(this::signedIn);
        router.get("/api/v1/documents").handler(this::documents);
        router.get("/api/v1/documents/:id")
                .handler(context -> document(
                        context, id -> engine.onContext(journal.find(id)).map(found -> found.map(Json::of))));
        router.get("/api/v1/documents/:id/history").handler(this::history);
        replays.mount(router);
        new AdviceApi(engine).mount(router);
        for (Interventions.Verb verb : Interventions.Verb.values()) {
            router.post("/api/v1/documents/:id/" + verb.word()).handler(context -> intervene(context, verb));
        }
        router.get("/api/v1/payloads/:hash").handler(this::payload);
        router.get("/api/v1/files").handler(this::files);
        router.get("/api/v1/files/:id")
                .handler(context -> document(
                        context, id -> engine.onContext(journal.file(id)).map(found -> found.map(Json::of))));
        router.get("/api/v1/files/:id/history").handler(this::history);
    }

    private void signedIn(RoutingContext context) {
        String header = context.request().getHeader("Authorization");
        String token = header != null && header.startsWith("Bearer ")
                ? header.substring(7).strip()
                : "";
        operators
                .nameOf(token)
                .onSuccess(name -> {
                    if (name.isPresent()) {
                        context.put(OPERATOR, name.get());
                        context.next();
                    } else {
                        context.response().putHeader("WWW-Authenticate", "Bearer");
                        Problems.answer(
                                context,
                                401,
                                "Not signed in",
                                "Send an operator's token: Authorization: Bearer TOKEN. It was printed at the first start,"
                                        + " or stands under operators.token.");
                    }
                })
                .onFailure(context::fail);
    }

    private void documents(RoutingContext context) {
        DocumentFilter filter;
        try {
            filter = filter(context);
        } catch (IllegalArgumentException | DateTimeParseException e) {
            Problems.answer(context, 400, "Bad filter", String.valueOf(e.getMessage()));
            return;
        }
        engine.onContext(journal.list(filter))
                .onSuccess(found -> {
                    JsonArray items = new JsonArray();
                    found.forEach(document -> items.add(Json.of(document)));
                    page(
                            context,
                            items,
                            found.size() == filter.limit()
                                    ? found.get(found.size() - 1).id().text()
                                    : null);
                })
                .onFailure(context::fail);
    }

    private static DocumentFilter filter(RoutingContext context) {
        return Filters.of(name -> {
            String value = context.request().getParam(name);
            return value == null ? "" : value.strip();
        });
    }

    private void document(RoutingContext context, Function<DocumentId, Future<Optional<JsonObject>>> find) {
        id(context)
                .ifPresent(id -> find.apply(id)
                        .onSuccess(
                                found -> found.ifPresentOrElse(json -> answer(context, json), () -> unknown(context)))
                        .onFailure(context::fail));
    }

    static Optional<DocumentId> id(RoutingContext context) {
        try {
            return Optional.of(new DocumentId(context.pathParam("id")));
        } catch (IllegalArgumentException e) {
            unknown(context);
            return Optional.empty();
        }
    }

    static void unknown(RoutingContext context) {
        Problems.answer(context, 404, "Not found", "There is no record with this id.");
    }

    private void history(RoutingContext context) {
        id(context)
                .ifPresent(id -> engine.onContext(journal.history(id))
                        .onSuccess(entries -> {
                            if (entries.isEmpty()) {
                                unknown(context);
                                return;
                            }
                            JsonArray items = new JsonArray();
                            entries.forEach(entry -> items.add(Json.of(entry)));
                            page(context, items, null);
                        })
                        .onFailure(context::fail));
    }

    private void intervene(RoutingContext context, Interventions.Verb verb) {
        String reason;
        try {
            JsonObject body =
                    context.body().isEmpty() ? new JsonObject() : context.body().asJsonObject();
            reason = body == null ? "" : body.getString("reason", "");
        } catch (DecodeException | ClassCastException e) {
            Problems.answer(context, 400, "Bad body", "The body must be a JSON object, such as {\"reason\": \"…\"}.");
            return;
        }
        String who = context.get(OPERATOR);
        id(context)
                .ifPresent(id -> engine.onContext(journal.find(id))
                        .onSuccess(found -> {
                            if (found.isEmpty()) {
                                unknown(context);
                                return;
                            }
                            engine.onContext(interventions.act(id, verb, who, reason))
                                    .onSuccess(after -> intervened(context, after, verb))
                                    .onFailure(context::fail);
                        })
                        .onFailure(context::fail));
    }

    private void intervened(RoutingContext context, Optional<DocumentRecord> after, Interventions.Verb verb) {
        if (after.isPresent()) {
            engine.loop().signal(Signals.DUE, "");
            answer(context, Json.of(after.get()));
        } else {
            Problems.answer(
                    context,
                    409,
                    "Not now",
                    "The document's condition does not allow " + verb.word()
                            + " now. Held and failed documents can be released and discarded;"
                            + " discarded ones restored.");
        }
    }

    private void payload(RoutingContext context) {
        ContentHash hash;
        try {
            hash = new ContentHash(context.pathParam("hash"));
        } catch (IllegalArgumentException e) {
            unknown(context);
            return;
        }
        engine.onContext(journal.payload(hash))
                .onSuccess(found -> found.ifPresentOrElse(
                        payload -> context.response()
                                .putHeader("Content-Type", payload.mediaType())
                                .putHeader("X-Content-Type-Options", "nosniff")
                                .end(Buffer.buffer(payload.bytes())),
                        () -> unknown(context)))
                .onFailure(context::fail);
    }

    private void files(RoutingContext context) {
        String after = context.request().getParam("after");
        if (after != null && !after.matches("[a-z0-9-]{1,20}")) {
            Problems.answer(context, 400, "Bad filter", "after must be the next of the page before.");
            return;
        }
        Optional<DocumentId> from = Optional.ofNullable(after).map(DocumentId::new);
        engine.onContext(journal.files(100, from))
                .onSuccess(found -> {
                    JsonArray items = new JsonArray();
                    found.forEach(file -> items.add(Json.of(file)));
                    page(
                            context,
                            items,
                            found.size() == 100 ? found.get(99).id().text() : null);
                })
                .onFailure(context::fail);
    }

    private static void page(RoutingContext context, JsonArray items, @org.jspecify.annotations.Nullable String next) {
        answer(context, new JsonObject().put("items", items).put("next", next));
    }

    static void answer(RoutingContext context, JsonObject json) {
        context.response().putHeader("Content-Type", "application/json").end(json.encode());
    }
}
