package io.mlconnector.runtime.http.entrance;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Set;

/**
 * What every request passes before anybody works on it. Bodies are held back until their sender was recognised; health
 * answers however many others are under way. Used on one event loop only.
 */
public final class Entrance {

    private static final Set<String> STREAMS = Set.of("/stream", "/api/v1/stream");

    private static final String OF_A_COMMAND = "of-a-command";

    private final HttpLimits limits;
    private final Counts counts;
    private final OpenConnections connections;
    private final Bodies bodies;
    private int underWay;

    /** On this event loop. */
    public Entrance(Vertx vertx, HttpLimits limits, Counts counts) {
        this.limits = limits;
        this.counts = counts;
        this.connections = new OpenConnections(vertx, limits, counts);
        this.bodies = new Bodies(vertx, limits, counts);
    }

    /** Grants a request the time that commands of this machine have; the rest of its bounds stay. */
    public static void ofACommand(RoutingContext context) {
        Runnable grant = context.get(OF_A_COMMAND);
        if (grant != null) {
            grant.run();
        }
    }

    /** HTTP/1.1 only: the bounds count requests by connection, and no caller of ours needs more. */
    public static HttpServerOptions options() {
        return new HttpServerOptions().setIdleTimeout(60).setUseAlpn(false).setHttp2ClearTextEnabled(false);
    }

    /** Watches over the connections of a server that does not listen yet. */
    public void guard(HttpServer server) {
        server.connectionHandler(connections::opened);
        server.invalidRequestHandler(Entrance::unreadable);
    }

    /** Comes before every other handler. */
    public void mount(Router router) {
        router.route().handler(this::enter);
    }

    /** Receives bodies. */
    public Bodies bodies() {
        return bodies;
    }

    private void enter(RoutingContext context) {
        HttpServerRequest request = context.request();
        RequestBody.holdBack(context);
        secure(context.response(), request.path());
        connections.requestBegins(request.connection());
        context.put(OF_A_COMMAND, (Runnable) () -> connections.ofACommand(request.connection()));
        context.addEndHandler(ignored -> {
            connections.requestEnds(request.connection());
            RequestBody.abandon(context);
        });
        if (String.valueOf(request.path()).startsWith("/health")) {
            context.next();
        } else if (!connections.serves(request.connection())) {
            context.response().putHeader("Connection", "close");
            busy(context, Counts.Why.CONNECTIONS, "connections are open (http.limits.connections)");
        } else if (STREAMS.contains(String.valueOf(request.path()))) {
            // They last as long as somebody looks; how many there are is bounded where they are served.
            context.next();
        } else if (underWay >= limits.requests()) {
            busy(context, Counts.Why.REQUESTS, "requests are under way (http.limits.requests)");
        } else {
            underWay++;
            context.addEndHandler(ignored -> underWay--);
            context.next();
        }
    }

    private void busy(RoutingContext context, Counts.Why why, String what) {
        counts.add(why);
        Problems.later(context, 503, Duration.ofSeconds(5), "Busy", "Too many " + what + ". Try again.");
    }

    private static void secure(HttpServerResponse response, String path) {
        response.putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("X-Frame-Options", "DENY")
                .putHeader("Content-Security-Policy", "default-src 'self'; frame-ancestors 'none'; base-uri 'none'")
                .putHeader("Referrer-Policy", "no-referrer");
        if (!"/openapi.yaml".equals(path)) {
            response.putHeader("Cache-Control", "no-store");
        }
    }

    /** What is no HTTP never gets to a router. */
    private static void unreadable(HttpServerRequest request) {
        Throwable cause = request.decoderResult().cause();
        String kind = cause == null ? "" : cause.getClass().getSimpleName();
        boolean line = kind.equals("TooLongHttpLineException");
        boolean headers = kind.equals("TooLongHttpHeaderException");
        int status = line ? 414 : headers ? 431 : 400;
        String detail = line
                ? "The address is too long. Use fewer filters."
                : headers ? "The headers are too long. Send fewer." : "This is no HTTP/1.1 request.";
        HttpServerResponse response = request.response();
        secure(response, "");
        response.setStatusCode(status)
                .putHeader("Content-Type", "application/problem+json")
                .putHeader("Connection", "close")
                .end(Problems.body(status, "Unreadable", detail).encode());
    }
}
