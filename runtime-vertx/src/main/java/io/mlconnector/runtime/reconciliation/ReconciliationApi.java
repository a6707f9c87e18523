package io.mlconnector.runtime.reconciliation;

import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.engine.Connection;
import io.mlconnector.engine.Engine;
import io.mlconnector.engine.daily.DailyLedgers;
import io.mlconnector.engine.restoration.HeldDocument;
import io.mlconnector.engine.restoration.Reconciliation;
import io.mlconnector.runtime.http.entrance.Problems;
import io.mlconnector.runtime.http.request.Answers;
import io.mlconnector.runtime.http.request.ApiRouter;
import io.mlconnector.runtime.http.request.Cursors;
import io.mlconnector.runtime.http.request.Members;
import io.mlconnector.runtime.http.request.Query;
import io.mlconnector.runtime.http.request.Requested;
import io.mlconnector.runtime.json.Json;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Settles what was sent before the journal was put back to an earlier time. */
public final class ReconciliationApi {

    private static final String PATH = "/api/v1/reconciliation";
    private static final int PAGE = 500;

    private final Engine engine;
    private final Reconciliation looking;
    private final Reconciliation acting;
    private final List<String> configured;
    private final List<String> closed;
    private final DailyLedgerApi daily;

    /**
     * On a journal.
     *
     * @param looking the same engine for those who only look
     * @param connections into whose folders is looked
     * @param configured the ids of all that are configured
     */
    public ReconciliationApi(Engine engine, Engine looking, List<Connection> connections, List<String> configured) {
        this.engine = engine;
        this.looking = new Reconciliation(looking, connections);
        this.acting = new Reconciliation(engine, connections);
        this.configured = List.copyOf(configured);
        List<String> missing = new ArrayList<>(configured);
        connections.forEach(one -> missing.remove(one.id()));
        this.closed = List.copyOf(missing);
        this.daily = new DailyLedgerApi(new DailyLedgers(looking, connections, closed), looking.clock());
    }

    /**
     * Adds its routes; who is not signed in does not reach them.
     *
     * @param operator who asks
     */
    public void mount(ApiRouter router, Function<RoutingContext, String> operator) {
        router.get(PATH, Set.of("limit", "after"), this::shown);
        router.get(PATH + "/days/:day", Set.of("zone"), daily::shown);
        router.post(PATH + ":hold", ApiRouter.NO_WORDS, this::hold);
        router.post(PATH + ":end", ApiRouter.NO_WORDS, this::end);
        router.post(
                "/api/v1/documents/:id/mark-as-sent",
                ApiRouter.NO_WORDS,
                context -> settle(
                        context,
                        "mark-as-sent",
                        (id, reason) -> acting.markAsSent(id, operator.apply(context), reason)));
        router.post(
                "/api/v1/documents/:id/let-go",
                ApiRouter.NO_WORDS,
                context ->
                        settle(context, "let-go", (id, reason) -> acting.letGo(id, operator.apply(context), reason)));
    }

    private void shown(RoutingContext context) {
        int most = Query.number(context, "limit", PAGE, PAGE);
        Optional<DocumentId> after = Cursors.after(context);
        if (!closed.isEmpty()) {
            // A folder that cannot be looked into would look like one in which nothing was found.
            Problems.answer(
                    context,
                    409,
                    "Not open",
                    "The folders of " + String.join(", ", closed) + " cannot be looked into, because the connection"
                            + " cannot be opened: store its credentials first. What needs no evidence works without.");
            return;
        }
        Cursors.known(after, id -> engine.onContext(engine.journal().find(id)))
                .compose(ignored -> looking.restoration())
                .compose(restoration -> looking.held(most, after).compose(page -> {
                    JsonObject json = ReconciliationJson.of(restoration)
                            .put("held", held(page.documents()))
                            .put(
                                    "next",
                                    page.more()
                                            ? page.documents()
                                                    .getLast()
                                                    .document()
                                                    .id()
                                                    .text()
                                            : null);
                    return after.isPresent() ? Future.succeededFuture(json) : received(json);
                }))
                .onSuccess(json -> Answers.json(context, json))
                .onFailure(context::fail);
    }

    private static JsonArray held(List<HeldDocument> documents) {
        JsonArray held = new JsonArray();
        documents.forEach(one -> held.add(ReconciliationJson.of(one)));
        return held;
    }

    /** With what was received and is missing. */
    private Future<JsonObject> received(JsonObject json) {
        return looking.missingFiles()
                .compose(files -> looking.possiblyMissingInterchanges().map(gaps -> {
                    JsonArray missing = new JsonArray();
                    files.forEach(file -> missing.add(ReconciliationJson.of(file)));
                    return json.put("missingFiles", missing)
                            .put("possiblyMissingInterchanges", ReconciliationJson.of(gaps));
                }));
    }

    private void hold(RoutingContext context) {
        Members.of(context, Set.of());
        acting.hold()
                .onSuccess(held -> Answers.json(context, ReconciliationJson.of(Optional.of(held))))
                .onFailure(context::fail);
    }

    private void end(RoutingContext context) {
        Members.of(context, Set.of());
        acting.end(configured)
                .compose(remaining -> acting.restoration().map(restoration -> {
                    if (remaining.none()) {
                        Answers.json(context, ReconciliationJson.of(restoration));
                    } else {
                        Problems.answer(context, 409, "Not ended", told(remaining), json(remaining));
                    }
                    return null;
                }))
                .onFailure(context::fail);
    }

    private static JsonObject json(Reconciliation.Remaining remaining) {
        return new JsonObject()
                .put("held", remaining.held())
                .put("underWay", remaining.underWay())
                .put("unread", new JsonArray(remaining.unread()));
    }

    private static String told(Reconciliation.Remaining remaining) {
        List<String> told = new ArrayList<>();
        if (remaining.held() > 0) {
            told.add(
                    remaining.held() == 1
                            ? "1 document is still held: mark it as sent or let it go."
                            : remaining.held() + " documents are still held: mark them as sent or let them go.");
        }
        if (remaining.underWay() > 0) {
            told.add((remaining.underWay() == 1
                            ? "1 outgoing document is under way and may"
                            : remaining.underWay() + " outgoing documents are under way and may")
                    + " come to be held: run reconcile again in a moment.");
        }
        if (!remaining.unread().isEmpty()) {
            told.add("The confirmed orders of " + String.join(", ", remaining.unread())
                    + " were not read from F&O since this was noticed, so what was sent may not even be announced here: let the"
                    + " daemon run until /health/ready shows that they were.");
        }
        return "Not ended. " + String.join(" ", told);
    }

    /** A decision about a document. */
    private interface Decision {

        /** Whether it was held for this. */
        Future<Boolean> of(DocumentId id, String reason);
    }

    private void settle(RoutingContext context, String verb, Decision decision) {
        String reason = Members.of(context, Set.of("reason")).text("reason").orElse("");
        Optional<DocumentId> id = DocumentId.of(context.pathParam("id"));
        if (id.isEmpty()) {
            unknown(context);
            return;
        }
        decision.of(id.get(), reason)
                .compose(done -> engine.onContext(engine.journal().find(id.get()))
                        .map(found -> {
                            if (found.isEmpty()) {
                                unknown(context);
                            } else if (done) {
                                Answers.json(context, Json.of(found.get()));
                            } else {
                                Problems.answer(
                                        context,
                                        409,
                                        "Not now",
                                        "The document is not held because the journal was put back, or is being worked"
                                                + " on, so " + verb + " is not possible now.");
                            }
                            return null;
                        }))
                .onFailure(context::fail);
    }

    private static void unknown(RoutingContext context) {
        Requested.unknown(context);
    }
}
