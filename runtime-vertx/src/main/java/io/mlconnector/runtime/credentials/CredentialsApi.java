package io.mlconnector.runtime.credentials;

import io.mlconnector.engine.view.NearestWord;
import io.mlconnector.postgres.credentials.CredentialException;
import io.mlconnector.postgres.credentials.Credentials;
import io.mlconnector.runtime.http.entrance.Problems;
import io.mlconnector.runtime.http.request.Answers;
import io.mlconnector.runtime.http.request.ApiRouter;
import io.mlconnector.runtime.http.request.BadRequest;
import io.mlconnector.runtime.http.request.Members;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.Locale;
import java.util.Set;

/** The encrypted credentials: values go in and never out; only names are shown. */
public final class CredentialsApi {

    private static final String PATH = "/api/v1/credentials";
    private static final String ONE = PATH + "/:name";

    /** Characters of a value: a certificate with its chain, or a key, is far shorter. */
    private static final int LONGEST_VALUE = 65_536;

    private final StoredSecrets stored;

    /** On an encrypted store. */
    public CredentialsApi(StoredSecrets stored) {
        this.stored = stored;
    }

    /**
     * Adds the route that takes values; who is not signed in does not reach it. It comes before idempotency keys are looked at: they
     * remember a digest of what was sent, from which a short value could be guessed. Whoever got no answer sends the value again.
     */
    public void mountValues(ApiRouter router) {
        router.put(ONE, ApiRouter.NO_WORDS, this::set);
    }

    /** Adds the other routes; who is not signed in does not reach them. */
    public void mount(ApiRouter router) {
        router.get(PATH, ApiRouter.NO_WORDS, this::list);
        router.delete(ONE, ApiRouter.NO_WORDS, this::remove);
        router.post(PATH + ":rotate", ApiRouter.NO_WORDS, this::rotate);
    }

    private void list(RoutingContext context) {
        stored.list()
                .onSuccess(found -> {
                    JsonArray items = new JsonArray();
                    found.forEach(one -> items.add(new JsonObject()
                            .put("name", one.name())
                            .put("changedAt", one.changedAt().toString())));
                    Answers.json(context, new JsonObject().put("items", items).putNull("next"));
                })
                .onFailure(context::fail);
    }

    private void set(RoutingContext context) {
        if (readOnTheWay(context)) {
            Problems.answer(
                    context,
                    403,
                    "Not over plain HTTP",
                    "The value came over plain HTTP, so others may have read it on its way. Nothing was stored. Use https,"
                            + " and a value that nobody has seen.");
            return;
        }
        String value = Members.of(context, Set.of("value"))
                .text("value", LONGEST_VALUE)
                .orElse("");
        String name = context.pathParam("name");
        if (!Credentials.isName(name)) {
            throw new BadRequest("name", Credentials.NAMES + ".");
        }
        if (value.isEmpty()) {
            throw new BadRequest("value", "value must be given and must not be empty.");
        }
        stored.set(name, value)
                .onSuccess(ignored -> Answers.json(context, new JsonObject().put("name", name)))
                .onFailure(failure -> failed(context, failure));
    }

    /**
     * Whether a proxy says that it was sent without TLS. Without a proxy nothing can be read on its way: the daemon listens to others
     * over TLS only.
     */
    private static boolean readOnTheWay(RoutingContext context) {
        String forwarded = context.request().getHeader("X-Forwarded-Proto");
        if (forwarded == null) {
            return false;
        }
        // The caller's own end is named first where there are several proxies.
        return !forwarded.split(",", 2)[0].strip().toLowerCase(Locale.ROOT).equals("https");
    }

    private void remove(RoutingContext context) {
        String name = context.pathParam("name");
        if (!Credentials.isName(name)) {
            unknown(context, name);
            return;
        }
        stored.remove(name)
                .onSuccess(was -> {
                    if (was) {
                        Answers.json(context, new JsonObject().put("name", name));
                    } else {
                        unknown(context, name);
                    }
                })
                .onFailure(context::fail);
    }

    private void unknown(RoutingContext context, String name) {
        stored.list()
                .onSuccess(found -> Problems.answer(
                        context,
                        404,
                        "Not found",
                        "There is no credential " + NearestWord.shown(name)
                                + NearestWord.orAll(
                                        NearestWord.shown(name),
                                        found.stream().map(one -> one.name()).toList())))
                .onFailure(context::fail);
    }

    private void rotate(RoutingContext context) {
        Members.of(context, Set.of());
        stored.rotate()
                .onSuccess(count -> Answers.json(context, new JsonObject().put("count", count)))
                .onFailure(failure -> failed(context, failure));
    }

    /** The key cannot be used: the message says why and what to do, and names no value. */
    private static void failed(RoutingContext context, Throwable failure) {
        if (failure instanceof CredentialException) {
            Problems.answer(context, 409, "Not possible", String.valueOf(failure.getMessage()));
        } else {
            context.fail(failure);
        }
    }
}
