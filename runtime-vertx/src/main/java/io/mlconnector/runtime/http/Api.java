package io.mlconnector.runtime.http;

import io.mlconnector.domain.invoicing.deletion.HeaderDeletion;
import io.mlconnector.domain.trade.ContentHash;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.domain.words.StorableText;
import io.mlconnector.engine.Connection;
import io.mlconnector.engine.Engine;
import io.mlconnector.engine.intervention.Interventions;
import io.mlconnector.engine.loop.Signals;
import io.mlconnector.engine.view.DocumentFilters;
import io.mlconnector.engine.whatif.ToleranceTrials;
import io.mlconnector.ports.journal.DocumentFilter;
import io.mlconnector.ports.journal.Journal;
import io.mlconnector.ports.journal.document.DocumentRecord;
import io.mlconnector.postgres.operators.Operators;
import io.mlconnector.postgres.request.RequestKeys;
import io.mlconnector.runtime.cause.CausesApi;
import io.mlconnector.runtime.controlnumber.ControlNumbersApi;
import io.mlconnector.runtime.credentials.CredentialsApi;
import io.mlconnector.runtime.crossreference.CrossReferencesApi;
import io.mlconnector.runtime.http.entrance.Bodies;
import io.mlconnector.runtime.http.entrance.Entrance;
import io.mlconnector.runtime.http.entrance.Problems;
import io.mlconnector.runtime.http.entrance.SignIns;
import io.mlconnector.runtime.http.request.Answers;
import io.mlconnector.runtime.http.request.ApiRouter;
import io.mlconnector.runtime.http.request.AtWork;
import io.mlconnector.runtime.http.request.Cursors;
import io.mlconnector.runtime.http.request.Filters;
import io.mlconnector.runtime.http.request.IdempotencyKeys;
import io.mlconnector.runtime.http.request.Members;
import io.mlconnector.runtime.http.request.Query;
import io.mlconnector.runtime.http.request.Routes;
import io.mlconnector.runtime.json.Json;
import io.mlconnector.runtime.local.DaemonClient;
import io.mlconnector.runtime.local.LocalAccess;
import io.mlconnector.runtime.ping.ConnectionsApi;
import io.mlconnector.runtime.reconciliation.ReconciliationApi;
import io.mlconnector.runtime.whatif.WhatIfApi;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The interface for programs: documents, history, payloads, files (contract, section 4). */
public final class Api {

    static final String OPERATOR = "operator";

    /** By what documents are listed. */
    private static final Set<String> LISTED = Stream.concat(DocumentFilters.NAMES.stream(), Stream.of("limit", "after"))
            .collect(Collectors.toUnmodifiableSet());

    /** The words of what is read page by page and has no filter. */
    private static final Set<String> PAGED = Set.of("limit", "after");

    private static final int LONGEST_USER = 60;

    /** A third of the time after which an idle connection is closed. */
    private static final Duration AT_WORK = Duration.ofSeconds(20);

    private static final int FILES_PAGE = 100;

    /** Entries of a history in one answer. */
    private static final int HISTORY_PAGE = 500;

    private final Engine engine;
    private final Engine looking;
    private final Journal reading;
    private final Operators operators;
    private final Interventions interventions;
    private final ReplayApi replays;
    private final DiscardApi discards;
    private final ConnectionsApi connections;
    private final CrossReferencesApi crossReferences;
    private final CausesApi causes;
    private final IdempotencyKeys keys;
    private final WhatIfApi whatIf;
    private final ReconciliationApi reconciliation;
    private final CredentialsApi credentials;
    private final List<Routes> more;
    private final AtWork atWork = new AtWork(AT_WORK);

    /**
     * On this engine's journal.
     *
     * @param looking the same engine for those who only look, so that they keep no document waiting
     * @param forecasts over these connections a forecast looks
     * @param connections how they are
     * @param crossReferences the alignment tables
     * @param causes for which documents stand still
     * @param reconciliation what was sent before the journal was put back
     * @param credentials the encrypted store
     * @param more further parts
     * @param keys which requests were carried out under an idempotency key
     */
    public Api(
            Engine engine,
            Engine looking,
            Operators operators,
            List<Connection> forecasts,
            ConnectionsApi connections,
            CrossReferencesApi crossReferences,
            CausesApi causes,
            ReconciliationApi reconciliation,
            CredentialsApi credentials,
            List<Routes> more,
            RequestKeys keys) {
        this.engine = engine;
        this.looking = looking;
        this.reading = looking.journal();
        this.operators = operators;
        this.interventions = new Interventions(engine.journal(), engine.clock());
        this.replays = new ReplayApi(engine, looking, forecasts);
        this.discards = new DiscardApi(engine, looking, forecasts);
        this.connections = connections;
        this.crossReferences = crossReferences;
        this.causes = causes;
        this.reconciliation = reconciliation;
        this.credentials = credentials;
        this.more = List.copyOf(more);
        this.keys = new IdempotencyKeys(keys, context -> context.get(OPERATOR));
        this.whatIf = new WhatIfApi(new ToleranceTrials(looking, forecasts));
    }

    void mount(Router router, SignIns signIns, Bodies bodies) {
        router.route("/api/*").handler(context -> signedIn(context, signIns)).handler(bodies.ofTheInterface());
        ApiRouter routes = new ApiRouter(router);
        credentials.mountValues(routes);
        router.route("/api/*").handler(keys::handle);
        routes.get("/api/v1/documents", LISTED, this::documents);
        routes.get(
                "/api/v1/documents/:id",
                ApiRouter.NO_WORDS,
                context -> document(
                        context, id -> engine.onContext(reading.find(id)).map(found -> found.map(Json::of))));
        routes.get("/api/v1/documents/:id/history", PAGED, this::history);
        // The console serves it.
        routes.stream("/api/v1/stream", ApiRouter.NO_WORDS);
        replays.mount(routes);
        connections.mount(routes);
        crossReferences.mount(routes, context -> context.get(OPERATOR));
        causes.mount(routes, context -> context.get(OPERATOR));
        whatIf.mount(routes);
        reconciliation.mount(routes, context -> context.get(OPERATOR));
        credentials.mount(routes);
        more.forEach(part -> part.mount(routes));
        new ControlNumbersApi(looking).mount(routes);
        new AdviceApi(engine, looking).mount(routes);
        new AttentionApi(engine).mount(routes);
        discards.mount(routes, context -> intervene(context, Interventions.Verb.DISCARD));
        for (Interventions.Verb verb : List.of(Interventions.Verb.RELEASE, Interventions.Verb.RESTORE)) {
            routes.post(
                    "/api/v1/documents/:id/" + verb.word(), ApiRouter.NO_WORDS, context -> intervene(context, verb));
        }
        routes.get("/api/v1/payloads/:hash", ApiRouter.NO_WORDS, this::payload);
        routes.get("/api/v1/files", PAGED, this::files);
        routes.get(
                "/api/v1/files/:id",
                ApiRouter.NO_WORDS,
                context -> document(
                        context, id -> engine.onContext(reading.file(id)).map(found -> found.map(Json::of))));
        routes.get("/api/v1/files/:id/history", PAGED, this::history);
    }

    private void signedIn(RoutingContext context, SignIns signIns) {
        String token = SignIns.bearer(context.request());
        if (token.isEmpty()) {
            notSignedIn(context);
            return;
        }
        if (!signIns.listensTo(context)) {
            return;
        }
        operators
                .nameOf(token)
                .onSuccess(name -> {
                    if (name.isPresent()) {
                        context.put(OPERATOR, acting(context, name.get()));
                        if (name.get().equals(LocalAccess.OPERATOR)) {
                            Entrance.ofACommand(context);
                            atWork.tell(context);
                        }
                        context.next();
                    } else {
                        signIns.failed(context, "the interface");
                        notSignedIn(context);
                    }
                })
                .onFailure(context::fail);
    }

    /** A command on this machine says who gave it, so that histories name a person. */
    private static String acting(RoutingContext context, String name) {
        String user = context.request().getHeader(DaemonClient.USER_HEADER);
        if (user == null || !name.equals(LocalAccess.OPERATOR)) {
            return name;
        }
        try {
            String given = URLDecoder.decode(user, StandardCharsets.UTF_8).strip();
            return given.isEmpty() || given.length() > LONGEST_USER || !given.equals(StorableText.of(given))
                    ? name
                    : given;
        } catch (IllegalArgumentException e) {
            return name;
        }
    }

    private static void notSignedIn(RoutingContext context) {
        context.response().putHeader("WWW-Authenticate", "Bearer");
        Problems.answer(
                context,
                401,
                "Not signed in",
                "Send an operator's token: Authorization: Bearer TOKEN. It was printed at the first start,"
                        + " or stands under operators.token.");
    }

    private void documents(RoutingContext context) {
        DocumentFilter filter = Filters.of(name -> Query.text(context, name), "");
        Cursors.known(filter.after(), id -> engine.onContext(reading.find(id)))
                .compose(ignored -> engine.onContext(reading.list(filter)))
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

    private void document(RoutingContext context, Function<DocumentId, Future<Optional<JsonObject>>> find) {
        id(context)
                .ifPresent(id -> find.apply(id)
                        .onSuccess(found ->
                                found.ifPresentOrElse(json -> Answers.json(context, json), () -> unknown(context)))
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
        int most = Query.number(context, "limit", HISTORY_PAGE, HISTORY_PAGE);
        int after = Query.number(context, "after", 0, Integer.MAX_VALUE);
        id(context)
                .ifPresent(id -> engine.onContext(reading.history(id, after, most + 1))
                        .onSuccess(entries -> {
                            if (entries.isEmpty() && after == 0) {
                                unknown(context);
                                return;
                            }
                            Answers.page(context, entries, most, Json::of, entry -> Long.toString(entry.number()));
                        })
                        .onFailure(context::fail));
    }

    private void intervene(RoutingContext context, Interventions.Verb verb) {
        Set<String> known = verb == Interventions.Verb.DISCARD ? DiscardApi.MEMBERS : Set.of("reason");
        String reason = Members.of(context, known).text("reason").orElse("");
        String who = context.get(OPERATOR);
        id(context)
                .ifPresent(id -> engine.onContext(reading.find(id))
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
            JsonObject shown = Json.of(after.get());
            if (verb == Interventions.Verb.DISCARD) {
                HeaderDeletion.stillThere(after.get().state(), after.get().id())
                        .ifPresent(notice -> shown.put("notice", notice));
            }
            Answers.json(context, shown);
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
        engine.onContext(reading.payload(hash))
                .onSuccess(found -> found.ifPresentOrElse(
                        payload -> context.response()
                                .putHeader("Content-Type", payload.mediaType())
                                .end(Buffer.buffer(payload.bytes())),
                        () -> unknown(context)))
                .onFailure(context::fail);
    }

    private void files(RoutingContext context) {
        int most = Query.number(context, "limit", FILES_PAGE, DocumentFilter.LARGEST_LIMIT);
        Optional<DocumentId> after = Cursors.after(context);
        Cursors.known(after, id -> engine.onContext(reading.file(id)))
                .compose(ignored -> engine.onContext(reading.files(most, after)))
                .onSuccess(found -> {
                    JsonArray items = new JsonArray();
                    found.forEach(file -> items.add(Json.of(file)));
                    page(
                            context,
                            items,
                            found.size() == most ? found.getLast().id().text() : null);
                })
                .onFailure(context::fail);
    }

    private static void page(RoutingContext context, JsonArray items, @org.jspecify.annotations.Nullable String next) {
        Answers.json(context, new JsonObject().put("items", items).put("next", next));
    }
}
