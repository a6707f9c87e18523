package io.mlconnector.runtime.document;

import io.mlconnector.domain.trade.ContentHash;
import io.mlconnector.engine.Engine;
import io.mlconnector.runtime.http.request.Answers;
import io.mlconnector.runtime.http.request.ApiRouter;
import io.mlconnector.runtime.http.request.Requested;
import io.mlconnector.runtime.http.request.Routes;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;

/** Stored bytes, as they came or went. */
final class PayloadsApi implements Routes {

    private final Engine looking;

    PayloadsApi(Engine looking) {
        this.looking = looking;
    }

    @Override
    public void mount(ApiRouter router) {
        router.get("/api/v1/payloads/:hash", ApiRouter.NO_WORDS, this::payload);
    }

    private void payload(RoutingContext context) {
        ContentHash hash;
        try {
            hash = new ContentHash(context.pathParam("hash"));
        } catch (IllegalArgumentException e) {
            Requested.unknown(context);
            return;
        }
        looking.onContext(looking.journal().payload(hash))
                .onSuccess(found -> found.ifPresentOrElse(
                        payload -> Answers.bytes(context, payload.mediaType(), Buffer.buffer(payload.bytes())),
                        () -> Requested.unknown(context)))
                .onFailure(context::fail);
    }
}
