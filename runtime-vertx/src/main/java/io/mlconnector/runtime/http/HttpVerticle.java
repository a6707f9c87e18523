package io.mlconnector.runtime.http;

import io.mlconnector.console.Console;
import io.mlconnector.runtime.http.entrance.Counts;
import io.mlconnector.runtime.http.entrance.Entrance;
import io.mlconnector.runtime.http.entrance.SignIns;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.ext.web.Router;
import java.time.InstantSource;

/** Listens: interface, hooks, health, metrics and the page. */
public final class HttpVerticle extends VerticleBase {

    private final Listening listening;
    private final InstantSource clock;
    private final Counts counts;
    private final Api api;
    private final Hooks hooks;
    private final Monitoring monitoring;
    private final Console console;
    private HttpServer server;

    /**
     * Listens when it is deployed; one instance of it.
     *
     * @param counts of those that are turned away
     * @param console the pages for people
     */
    @SuppressWarnings("NullAway.Init") // the server is made at start
    public HttpVerticle(
            Listening listening,
            InstantSource clock,
            Counts counts,
            Api api,
            Hooks hooks,
            Monitoring monitoring,
            Console console) {
        this.listening = listening;
        this.clock = clock;
        this.counts = counts;
        this.api = api;
        this.hooks = hooks;
        this.monitoring = monitoring;
        this.console = console;
    }

    @Override
    public Future<?> start() {
        Router router = Router.router(vertx);
        Entrance entrance = new Entrance(vertx, listening.limits(), counts);
        SignIns signIns = new SignIns(clock, listening.limits().failedSignIns(), listening.behindProxy(), counts);
        entrance.mount(router);
        monitoring.mount(router);
        hooks.mount(router, signIns, entrance.bodies());
        api.mount(router, signIns, entrance.bodies());
        console.mount(
                router,
                new ConsoleEntry(signIns, entrance.bodies(), listening.tls().isPresent()));
        Failures.mount(router);
        HttpServerOptions options = Entrance.options();
        listening
                .tls()
                .ifPresent(pem -> options.setSsl(true)
                        .setKeyCertOptions(new PemKeyCertOptions()
                                .addCertValue(pem.certificate())
                                .addKeyValue(pem.key())));
        server = vertx.createHttpServer(options);
        entrance.guard(server);
        return server.requestHandler(router).listen(listening.port(), listening.host());
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
