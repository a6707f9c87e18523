package io.mlconnector.runtime.http.request;

import io.mlconnector.ports.journal.payload.Hashes;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Answers with JSON. */
public final class Answers {

    private static final int TAG = 32;

    private static final Set<HttpMethod> VIEWS = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    private Answers() {}

    /** With status 200; whoever has it already, as its If-None-Match says, is told so (RFC 9110, section 13.1.2). */
    public static void json(RoutingContext context, JsonObject json) {
        json(context, 200, json);
    }

    /**
     * A page of a list.
     *
     * @param found what was asked for, one more than the page has where others follow
     * @param most items of the page
     * @param item how each is shown
     * @param cursor after which the next page begins
     */
    public static <T> void page(
            RoutingContext context, List<T> found, int most, Function<T, JsonObject> item, Function<T, String> cursor) {
        JsonArray items = new JsonArray();
        found.stream().limit(most).map(item).forEach(items::add);
        String next = found.size() > most ? cursor.apply(found.get(most - 1)) : null;
        json(context, new JsonObject().put("items", items).put("next", next));
    }

    /** With a status of success. What carries an idempotency key is kept first, so that a repetition is answered the same. */
    public static void json(RoutingContext context, int status, JsonObject json) {
        Buffer body = json.toBuffer();
        if (VIEWS.contains(context.request().method()) && hasAlready(context, body)) {
            return;
        }
        IdempotencyKeys.kept(context, status, body).onComplete(ignored -> send(context, status, body));
    }

    /** Bytes of a view with their media type; whoever has them already is told so. */
    public static void bytes(RoutingContext context, String mediaType, Buffer body) {
        if (!hasAlready(context, body)) {
            context.response().putHeader("Content-Type", mediaType).end(body);
        }
    }

    /** The ETag of what is answered. */
    public static String tag(Buffer body) {
        return '"' + Hashes.of(body.getBytes()).hex().substring(0, TAG) + '"';
    }

    private static boolean hasAlready(RoutingContext context, Buffer body) {
        String tag = tag(body);
        context.response().putHeader("ETag", tag);
        String known = context.request().getHeader("If-None-Match");
        boolean there = known != null
                && (known.strip().equals("*")
                        || List.of(known.strip().split("\\s*,\\s*")).contains(tag));
        if (there) {
            context.response().setStatusCode(304).end();
        }
        return there;
    }

    static void send(RoutingContext context, int status, Buffer body) {
        HttpServerResponse response = context.response();
        if (!response.headWritten() && !response.closed()) {
            response.setStatusCode(status)
                    .putHeader("Content-Type", "application/json")
                    .end(body);
        }
    }
}
