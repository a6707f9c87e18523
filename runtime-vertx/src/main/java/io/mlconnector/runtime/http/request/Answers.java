package io.mlconnector.runtime.http.request;

import io.mlconnector.ports.journal.payload.Hashes;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.List;

/** Answers with JSON. */
public final class Answers {

    private static final int TAG = 32;

    private Answers() {}

    /** With status 200; whoever has it already, as its If-None-Match says, is told so (RFC 9110, section 13.1.2). */
    public static void json(RoutingContext context, JsonObject json) {
        json(context, 200, json);
    }

    /** With a status of success. What carries an idempotency key is kept first, so that a repetition is answered the same. */
    public static void json(RoutingContext context, int status, JsonObject json) {
        Buffer body = json.toBuffer();
        if (context.request().method().equals(HttpMethod.GET)) {
            String tag = '"' + Hashes.of(body.getBytes()).hex().substring(0, TAG) + '"';
            context.response().putHeader("ETag", tag);
            String known = context.request().getHeader("If-None-Match");
            if (known != null && List.of(known.split("\\s*,\\s*")).contains(tag)) {
                context.response().setStatusCode(304).end();
                return;
            }
        }
        IdempotencyKeys.kept(context, status, body).onComplete(ignored -> send(context, status, body));
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
