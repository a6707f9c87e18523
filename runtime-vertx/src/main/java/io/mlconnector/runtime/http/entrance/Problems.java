package io.mlconnector.runtime.http.entrance;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;

/** Answers errors as RFC 9457 asks. Does nothing where the answer has begun already. */
public final class Problems {

    private Problems() {}

    /** With a status, a short title and a sentence that says what to do. */
    public static void answer(RoutingContext context, int status, String title, String detail) {
        answer(context, status, title, detail, new JsonObject());
    }

    /** With further members. */
    public static void answer(RoutingContext context, int status, String title, String detail, JsonObject more) {
        if (context.response().headWritten() || context.response().closed()) {
            return;
        }
        if (RequestBody.unread(context)) {
            // The rest of the body would be taken for the next request.
            context.response().putHeader("Connection", "close");
        }
        context.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "application/problem+json")
                .end(body(status, title, detail).mergeIn(more).encode());
    }

    /** Not now; the caller may try again after a time, in whole seconds. */
    public static void later(RoutingContext context, int status, Duration wait, String title, String detail) {
        if (!context.response().headWritten()) {
            context.response().putHeader("Retry-After", Long.toString(Math.max(1, wait.toSeconds())));
        }
        answer(context, status, title, detail);
    }

    /** The members that every problem has. */
    static JsonObject body(int status, String title, String detail) {
        return new JsonObject()
                .put("type", "about:blank")
                .put("title", title)
                .put("status", status)
                .put("detail", detail);
    }
}
