package io.mlconnector.runtime.http;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/** Answers errors as RFC 9457 asks. */
final class Problems {

    private Problems() {}

    static void answer(RoutingContext context, int status, String title, String detail) {
        answer(context, status, title, detail, new JsonObject());
    }

    /** With further members. */
    static void answer(RoutingContext context, int status, String title, String detail, JsonObject more) {
        context.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "application/problem+json")
                .end(new JsonObject()
                        .put("type", "about:blank")
                        .put("title", title)
                        .put("status", status)
                        .put("detail", detail)
                        .mergeIn(more)
                        .encode());
    }
}
