package io.mlconnector.runtime.controlnumber;

import io.mlconnector.engine.Engine;
import io.mlconnector.ports.journal.document.DocumentRecord;
import io.mlconnector.ports.journal.number.NumberBlock;
import io.mlconnector.ports.journal.number.NumberSequence;
import io.mlconnector.runtime.http.request.Answers;
import io.mlconnector.runtime.http.request.ApiRouter;
import io.mlconnector.runtime.http.request.Cursors;
import io.mlconnector.runtime.http.request.Query;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What became of control numbers, the latest first. */
public final class ControlNumbersApi {

    private static final int PAGE = 100;
    private static final int MOST = 500;

    /** In no id of an interchange. */
    private static final String BETWEEN = "\n";

    private final Engine looking;

    /** On the journal of the engine for those who only look. */
    public ControlNumbersApi(Engine looking) {
        this.looking = looking;
    }

    /** Adds its route; who is not signed in does not reach it. */
    public void mount(ApiRouter router) {
        router.get("/api/v1/control-numbers", Set.of("limit", "after"), this::list);
    }

    private void list(RoutingContext context) {
        int most = Query.number(context, "limit", PAGE, MOST);
        Optional<NumberBlock.Key> after = Optional.of(Query.text(context, "after"))
                .filter(text -> !text.isEmpty())
                .map(ControlNumbersApi::key);
        looking.onContext(looking.journal().numbers(most + 1, Optional.empty(), after))
                .compose(blocks -> items(blocks.stream().limit(most).toList())
                        .map(items -> new JsonObject()
                                .put("items", items)
                                .put(
                                        "next",
                                        blocks.size() > most
                                                ? text(blocks.get(most - 1).key())
                                                : null)))
                .onSuccess(page -> Answers.json(context, page))
                .onFailure(context::fail);
    }

    private Future<JsonArray> items(List<NumberBlock> blocks) {
        Future<JsonArray> all = Future.succeededFuture(new JsonArray());
        for (NumberBlock block : blocks) {
            all = all.compose(items -> bearer(block).map(bearer -> items.add(json(block, bearer))));
        }
        return all;
    }

    private Future<Optional<DocumentRecord>> bearer(NumberBlock block) {
        return block.document()
                .map(id -> looking.onContext(looking.journal().find(id)))
                .orElseGet(() -> Future.succeededFuture(Optional.empty()));
    }

    private static JsonObject json(NumberBlock block, Optional<DocumentRecord> document) {
        return new JsonObject()
                .put("sender", block.sequence().sender())
                .put("receiver", block.sequence().receiver())
                .put("first", block.first())
                .put("last", block.last())
                .put("fate", block.fate().word())
                .put("document", block.document().map(Object::toString).orElse(null))
                .put("type", document.map(DocumentRecord::type).orElse(null))
                .put(
                        "condition",
                        document.map(bearer -> bearer.condition().word()).orElse(null))
                .put(
                        "fileName",
                        document.map(bearer -> bearer.keys().fileName()).orElse(null))
                .put("since", block.at().toString());
    }

    private static String text(NumberBlock.Key key) {
        String parts = key.first()
                + BETWEEN
                + key.sequence().sender()
                + BETWEEN
                + key.sequence().receiver();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(parts.getBytes(StandardCharsets.UTF_8));
    }

    private static NumberBlock.Key key(String text) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(BETWEEN, -1);
            if (parts.length == 3 && parts[0].matches("[0-9]{1,9}") && text.equals(text(key(parts)))) {
                return key(parts);
            }
        } catch (IllegalArgumentException e) {
            // No base64: told below.
        }
        throw Cursors.none();
    }

    private static NumberBlock.Key key(String[] parts) {
        return new NumberBlock.Key(new NumberSequence(parts[1], parts[2]), Long.parseLong(parts[0]));
    }
}
