package io.mlconnector.runtime.http.request;

import io.mlconnector.ports.journal.payload.Hashes;
import io.mlconnector.postgres.request.RequestKeys;
import io.mlconnector.postgres.request.RequestKeys.Begun;
import io.mlconnector.runtime.http.entrance.Problems;
import io.mlconnector.runtime.http.entrance.RequestBody;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Set;
import java.util.function.Function;

/**
 * Carries out a request once, however often it comes: a program that got no answer sends it again with the same
 * {@code Idempotency-Key}, and is answered what it would have been answered the first time.
 */
public final class IdempotencyKeys {

    /** The header. */
    public static final String HEADER = "Idempotency-Key";

    private static final int LONGEST = 255;
    private static final int SUCCESS = 300;
    private static final Set<HttpMethod> ACTIONS = Set.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.DELETE);
    private static final String CARRIED = "idempotency-key";

    private final RequestKeys keys;
    private final Function<RoutingContext, String> operator;

    /**
     * Keeps keys in the journal's database.
     *
     * @param operator who is signed in
     */
    public IdempotencyKeys(RequestKeys keys, Function<RoutingContext, String> operator) {
        this.keys = keys;
        this.operator = operator;
    }

    /** A key under which the request is carried out. */
    private record Carried(RequestKeys keys, String operator, String key) {}

    /** Lets a request pass, or answers it. */
    public void handle(RoutingContext context) {
        String given = context.request().getHeader(HEADER);
        if (given == null || !ACTIONS.contains(context.request().method())) {
            context.next();
            return;
        }
        String key = key(given);
        String who = operator.apply(context);
        keys.begin(who, key, asked(context))
                .onSuccess(begun -> begun(context, begun, new Carried(keys, who, key)))
                .onFailure(context::fail);
    }

    private static String key(String given) {
        String bare = given.strip();
        String key = bare.length() >= 2 && bare.startsWith("\"") && bare.endsWith("\"")
                ? bare.substring(1, bare.length() - 1)
                : bare;
        if (key.isEmpty() || key.length() > LONGEST || !key.chars().allMatch(one -> one > ' ' && one < 0x7f)) {
            throw new BadRequest(
                    "", HEADER + " must be 1 to " + LONGEST + " visible ASCII characters, such as a UUID.");
        }
        return key;
    }

    private static String asked(RoutingContext context) {
        Buffer all = Buffer.buffer(context.request().method().name())
                .appendString(" ")
                .appendString(context.request().uri())
                .appendString("\n")
                .appendBuffer(RequestBody.of(context));
        return Hashes.of(all.getBytes()).hex();
    }

    private static void begun(RoutingContext context, Begun begun, Carried carried) {
        switch (begun) {
            case Begun.First ignored -> {
                context.put(CARRIED, carried);
                // An answer of another kind says that nothing was done, so that the request may come again.
                context.addHeadersEndHandler(written -> {
                    if (context.response().getStatusCode() >= SUCCESS) {
                        carried.keys().givenUp(carried.operator(), carried.key());
                    }
                });
                context.next();
            }
            case Begun.Again(int status, String answer) -> {
                context.response().putHeader("Idempotency-Replayed", "true");
                Answers.send(context, status, Buffer.buffer(answer));
            }
            case Begun.UnderWay(var at) ->
                Problems.later(
                        context,
                        409,
                        Duration.ofSeconds(2),
                        "Under way",
                        "A request with this " + HEADER + " began at " + at
                                + " and was not answered yet. Ask again in a"
                                + " moment; if this stays so, the daemon ended meanwhile: the document's history says"
                                + " whether it was done.");
            case Begun.Other ignored ->
                Problems.answer(
                        context,
                        422,
                        "Used already",
                        "This " + HEADER + " belongs to another request. Use a new one for each thing to be done.");
        }
    }

    /** Keeps an answer; done at once where there is no key. It succeeds even where it cannot be kept: the work is done. */
    static Future<Void> kept(RoutingContext context, int status, Buffer body) {
        Carried carried = context.get(CARRIED);
        return carried == null
                ? Future.succeededFuture()
                : carried.keys()
                        .answered(carried.operator(), carried.key(), status, body.toString())
                        .otherwiseEmpty();
    }
}
