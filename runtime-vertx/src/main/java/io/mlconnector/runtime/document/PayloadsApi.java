package io.mlconnector.runtime.document;

import io.mlconnector.domain.trade.ContentHash;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.engine.Engine;
import io.mlconnector.engine.loop.OneAfterAnother;
import io.mlconnector.ports.journal.DocumentFilter;
import io.mlconnector.ports.journal.payload.PayloadOwner;
import io.mlconnector.runtime.http.request.Answers;
import io.mlconnector.runtime.http.request.ApiRouter;
import io.mlconnector.runtime.http.request.Cursors;
import io.mlconnector.runtime.http.request.Query;
import io.mlconnector.runtime.http.request.Requested;
import io.mlconnector.runtime.http.request.Routes;
import io.mlconnector.runtime.json.Json;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Stored bytes, as they came or went, and whose they are. */
final class PayloadsApi implements Routes {

    private static final Pattern POSITION = Pattern.compile("[0-9]{1,18}");

    private final Engine looking;

    PayloadsApi(Engine looking) {
        this.looking = looking;
    }

    @Override
    public void mount(ApiRouter router) {
        router.get("/api/v1/payloads/:hash", ApiRouter.NO_WORDS, this::payload);
        router.get("/api/v1/payloads/:hash/owners", Set.of("limit", "after"), this::owners);
    }

    private void payload(RoutingContext context) {
        hash(context)
                .ifPresent(hash -> looking.onContext(looking.journal().payload(hash))
                        .onSuccess(found -> found.ifPresentOrElse(
                                payload -> {
                                    context.response().putHeader("Link", "<" + owners(hash) + ">; rel=\"related\"");
                                    Answers.bytes(context, payload.mediaType(), Buffer.buffer(payload.bytes()));
                                },
                                () -> Requested.unknown(context)))
                        .onFailure(context::fail));
    }

    private static String owners(ContentHash hash) {
        return "/api/v1/payloads/" + hash.hex() + "/owners";
    }

    /** The hash in the address; what can be none is answered with 404. */
    private static Optional<ContentHash> hash(RoutingContext context) {
        try {
            return Optional.of(new ContentHash(context.pathParam("hash")));
        } catch (IllegalArgumentException e) {
            Requested.unknown(context);
            return Optional.empty();
        }
    }

    private void owners(RoutingContext context) {
        int most = Query.number(context, "limit", DocumentFilter.USUAL_LIMIT, DocumentFilter.LARGEST_LIMIT);
        long after = position(Query.text(context, "after"));
        hash(context)
                .ifPresent(hash -> looking.onContext(looking.journal().owners(hash, after, most + 1))
                        .onSuccess(found -> {
                            if (found.isEmpty() && after == 0) {
                                Requested.unknown(context);
                                return;
                            }
                            Map<PayloadOwner, JsonObject> items = new LinkedHashMap<>();
                            OneAfterAnother.of(
                                            found,
                                            owner -> item(owner).map(item -> {
                                                items.put(owner, item);
                                                return null;
                                            }))
                                    .onSuccess(ignored -> Answers.page(
                                            context,
                                            found,
                                            most,
                                            owner -> Objects.requireNonNull(items.get(owner)),
                                            owner -> Long.toString(owner.position())))
                                    .onFailure(context::fail);
                        })
                        .onFailure(context::fail));
    }

    private static long position(String after) {
        if (after.isEmpty()) {
            return 0;
        }
        if (!POSITION.matcher(after).matches()) {
            throw Cursors.none();
        }
        return Long.parseLong(after);
    }

    /** With the record itself, so that nobody has to ask once more what it is. */
    private Future<JsonObject> item(PayloadOwner owner) {
        DocumentId id = owner.owner();
        JsonObject item = new JsonObject()
                .put("id", id.text())
                .put("kind", "cross-references")
                .put("at", owner.at().toString())
                .put("events", new JsonArray(owner.events()));
        return looking.onContext(looking.journal().find(id))
                .compose(document -> document.isPresent()
                        ? Future.succeededFuture(item.put("kind", "document").put("document", Json.of(document.get())))
                        : looking.onContext(looking.journal().file(id))
                                .map(file -> file.map(taken ->
                                                item.put("kind", "file").put("file", Json.of(taken)))
                                        .orElse(item)));
    }
}
