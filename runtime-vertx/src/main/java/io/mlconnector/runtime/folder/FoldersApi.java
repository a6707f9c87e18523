package io.mlconnector.runtime.folder;

import io.mlconnector.cleo.view.FolderViews;
import io.mlconnector.domain.words.Outcome;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.engine.loop.Loop;
import io.mlconnector.runtime.http.entrance.Problems;
import io.mlconnector.runtime.http.request.Answers;
import io.mlconnector.runtime.http.request.ApiRouter;
import io.mlconnector.runtime.http.request.ConnectionChoice;
import io.mlconnector.runtime.http.request.Query;
import io.mlconnector.runtime.http.request.Routes;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Cleo as the account of a connection sees it. */
public final class FoldersApi implements Routes {

    private static final int USUAL_DEPTH = 4;
    private static final int DEEPEST = 50;

    private final Loop loop;
    private final Map<String, FolderViews> connections;
    private final Map<Asked, Future<Outcome<JsonObject>>> underWay = new HashMap<>();

    /**
     * Over these connections, by id. Used on one event loop only.
     *
     * @param loop for waits
     */
    public FoldersApi(Loop loop, Map<String, FolderViews> connections) {
        this.loop = loop;
        this.connections = Map.copyOf(connections);
    }

    private record Asked(String connection, int depth) {}

    @Override
    public void mount(ApiRouter router) {
        router.get("/api/v1/connections/:connection/folders", Set.of("depth"), this::folders);
    }

    /** Whoever asks while the same is under way gets what that finds: a listing costs the account its rate. */
    private void folders(RoutingContext context) {
        Asked asked = new Asked(context.pathParam("connection"), Query.number(context, "depth", USUAL_DEPTH, DEEPEST));
        FolderViews views = connections.get(asked.connection());
        if (views == null) {
            ConnectionChoice.unknown(context, asked.connection(), connections.keySet());
            return;
        }
        Future<Outcome<JsonObject>> tree = underWay.get(asked);
        if (tree == null) {
            tree = FolderTree.read(loop, views, asked.depth());
            underWay.put(asked, tree);
            tree.onComplete(ignored -> underWay.remove(asked));
        }
        tree.onSuccess(outcome -> answer(context, asked, outcome)).onFailure(context::fail);
    }

    private static void answer(RoutingContext context, Asked asked, Outcome<JsonObject> outcome) {
        switch (outcome) {
            case Outcome.Done<JsonObject>(JsonObject tree) ->
                Answers.json(
                        context,
                        new JsonObject().put("connection", asked.connection()).mergeIn(tree));
            case Outcome.Refused<JsonObject>(Problem why) -> failed(context, why);
            case Outcome.NotNow<JsonObject> later -> failed(context, later.why());
            case Outcome.Unknown<JsonObject>(Problem why) -> failed(context, why);
        }
    }

    private static void failed(RoutingContext context, Problem why) {
        Problems.answer(context, 502, "Not told", why.message(), new JsonObject().put("code", why.code()));
    }
}
