package io.mlconnector.runtime.http;

import io.mlconnector.runtime.http.entrance.Counts;
import io.mlconnector.runtime.http.entrance.Entrance;
import io.mlconnector.runtime.http.entrance.SignIns;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.time.InstantSource;

/** The interface for programs alone: what a command asks where no daemon runs. */
public final class ApiVerticle extends VerticleBase {

    private final Listening listening;
    private final InstantSource clock;
    private final Api api;
    private HttpServer server;

    /** Listens when it is deployed. */
    @SuppressWarnings("NullAway.Init") // the server is made at start
    public ApiVerticle(Listening listening, InstantSource clock, Api api) {
        this.listening = listening;
        this.clock = clock;
        this.api = api;
    }

    @Override
    public Future<?> start() {
        Router router = Router.router(vertx);
        Counts counts = new Counts();
        Entrance entrance = new Entrance(vertx, listening.limits(), counts);
        entrance.mount(router);
        api.mount(router, new SignIns(clock, listening.limits().failedSignIns(), false, counts), entrance.bodies());
        Failures.mount(router);
        server = vertx.createHttpServer(Entrance.options());
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
