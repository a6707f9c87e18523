package io.mlconnector.runtime.http.request;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Adds addresses to the interface for programs. None can be added without the words that its query may have: any other word, and one
 * that is said twice, is refused with 400 before anything is done. HEAD is answered as GET is, without a body.
 */
public final class ApiRouter {

    /** A query without any word. */
    public static final Set<String> NO_WORDS = Set.of();

    /** What stands behind a colon that begins no parameter, such as in {@code /api/v1/documents:replay}. */
    private static final Pattern ACTION = Pattern.compile("(?<=[^/]):(?=[a-z-]+$)");

    private static final String COLON = "(?::|%3[Aa])";

    private static final Set<HttpMethod> ACTIONS = Set.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.DELETE);

    private final Router router;

    /** Adds to this one. */
    public ApiRouter(Router router) {
        this.router = router;
    }

    /**
     * A view.
     *
     * @param path parameters begin with a colon; {@code :word} at the end of another part is itself
     * @param words of its query; each may be said once
     */
    public void get(String path, Set<String> words, Handler<RoutingContext> handler) {
        guarded(route(path).method(HttpMethod.GET).method(HttpMethod.HEAD), words)
                .handler(handler);
    }

    /** The words of a view that is added elsewhere, and answers GET only because it does not end. */
    public void stream(String path, Set<String> words) {
        guarded(route(path).method(HttpMethod.GET), words);
    }

    /** An action; see {@link #get}. */
    public void post(String path, Set<String> words, Handler<RoutingContext> handler) {
        guarded(route(path).method(HttpMethod.POST), words).handler(handler);
    }

    /** What puts something in its place; see {@link #get}. */
    public void put(String path, Set<String> words, Handler<RoutingContext> handler) {
        guarded(route(path).method(HttpMethod.PUT), words).handler(handler);
    }

    /** What removes something; see {@link #get}. */
    public void delete(String path, Set<String> words, Handler<RoutingContext> handler) {
        guarded(route(path).method(HttpMethod.DELETE), words).handler(handler);
    }

    /** What comes before the actions of addresses that are added later. */
    public void beforeActions(String path, Handler<RoutingContext> handler) {
        // Without methods of its own, so that it makes no address out of one that there is not.
        router.route(path).handler(context -> {
            if (ACTIONS.contains(context.request().method())) {
                handler.handle(context);
            } else {
                context.next();
            }
        });
    }

    private Route route(String path) {
        return ACTION.matcher(path).find()
                ? router.routeWithRegex(ACTION.matcher(path).replaceFirst(COLON))
                        .setName(path)
                : router.route(path);
    }

    private static Route guarded(Route route, Set<String> words) {
        return route.handler(context -> {
            Query.only(context, words);
            context.next();
        });
    }
}
