package io.mlconnector.runtime.http.entrance;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;

/** The body of a request, which is read only after its sender was recognised. */
public final class RequestBody {

    private static final String RECEIVED = "body";
    private static final String UNREAD = "body-unread";

    private static final Duration LINGER = Duration.ofSeconds(2);

    private RequestBody() {}

    /** What was received; empty if there was none. */
    public static Buffer of(RoutingContext context) {
        Buffer received = context.get(RECEIVED);
        return received == null ? Buffer.buffer() : received;
    }

    /** Whether the headers announce a body. */
    static boolean announced(HttpServerRequest request) {
        String length = request.getHeader("Content-Length");
        return request.headers().contains("Transfer-Encoding")
                || (length != null && !length.strip().equals("0"));
    }

    /** Holds the body back until somebody wants it. */
    static void holdBack(RoutingContext context) {
        if (announced(context.request())) {
            context.request().pause();
            context.put(UNREAD, true);
        }
    }

    /**
     * Lets the rest of a body that nobody wants go by for a moment, so that its sender reads the answer before the
     * connection closes.
     */
    static void abandon(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (!unread(context)) {
            return;
        }
        long timer = context.vertx()
                .setTimer(LINGER.toMillis(), ignored -> request.connection().close());
        if (request.isEnded()) {
            return;
        }
        request.handler(ignored -> {})
                .exceptionHandler(ignored -> context.vertx().cancelTimer(timer))
                .endHandler(ignored -> {
                    context.vertx().cancelTimer(timer);
                    request.connection().close();
                })
                .resume();
    }

    static boolean unread(RoutingContext context) {
        return Boolean.TRUE.equals(context.get(UNREAD));
    }

    static void received(RoutingContext context, Buffer body) {
        context.put(RECEIVED, body);
        context.put(UNREAD, false);
    }
}
