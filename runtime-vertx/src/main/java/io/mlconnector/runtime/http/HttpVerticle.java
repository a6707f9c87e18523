package io.mlconnector.runtime.http;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.BodyHandler;

/** Listens: interface, hooks, health, metrics and the page. */
public final class HttpVerticle extends VerticleBase {

    private final String host;
    private final int port;
    private final Api api;
    private final Hooks hooks;
    private final Monitoring monitoring;
    private HttpServer server;

    /** Listens when it is deployed; port 0 is any free port. */
    @SuppressWarnings("NullAway.Init") // the server is made at start
    public HttpVerticle(String host, int port, Api api, Hooks hooks, Monitoring monitoring) {
        this.host = host;
        this.port = port;
        this.api = api;
        this.hooks = hooks;
        this.monitoring = monitoring;
    }

    @Override
    public Future<?> start() {
        Router router = Router.router(vertx);
        router.route().handler(BodyHandler.create(false).setBodyLimit(2L * 1024 * 1024));
        monitoring.mount(router);
        hooks.mount(router);
        api.mount(router);
        router.errorHandler(
                404,
                context -> Problems.answer(
                        context,
                        404,
                        "Not found",
                        "There is nothing at " + context.request().path()));
        router.errorHandler(413, context -> Problems.answer(context, 413, "Too large", "A request has at most 2 MiB."));
        router.errorHandler(
                500,
                context -> Problems.answer(
                        context, 500, "Failed", "The request failed; the daemon's log says why. Try again."));
        server = vertx.createHttpServer(new HttpServerOptions().setIdleTimeout(60));
        return server.requestHandler(router).listen(port, host);
    }

    /** Where it listens. */
    public int actualPort() {
        return server.actualPort();
    }

    @Override
    public Future<?> stop() {
        return server.close();
    }
}
