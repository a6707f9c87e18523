package io.mlconnector.runtime.http.entrance;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;

/**
 * Receives bodies into memory, each within its own bound and all of them within one. What a body takes is given back when
 * its request has ended, however it ended. Used on one event loop only.
 */
public final class Bodies {

    private final Vertx vertx;
    private final HttpLimits limits;
    private final Counts counts;
    private long inFlight;

    Bodies(Vertx vertx, HttpLimits limits, Counts counts) {
        this.vertx = vertx;
        this.limits = limits;
        this.counts = counts;
    }

    /** For the interface. */
    public Handler<RoutingContext> ofTheInterface() {
        return context -> receive(context, limits.body(), "http.limits.body");
    }

    /** Bytes of one request to the interface at most. */
    public int mostOfTheInterface() {
        return limits.body();
    }

    /** For hooks. */
    public Handler<RoutingContext> ofAHook() {
        return context -> receive(context, limits.hookBody(), "http.limits.hookBody");
    }

    private void receive(RoutingContext context, int most, String key) {
        if (!RequestBody.unread(context)) {
            context.next();
            return;
        }
        if (declared(context.request()) > most) {
            tooLarge(context, most, key);
            return;
        }
        new Receiving(context, most, key).begin();
    }

    /** -1 if it does not say; a length that is no number is refused before it gets here. */
    private static long declared(HttpServerRequest request) {
        String length = request.getHeader("Content-Length");
        try {
            return length == null ? -1 : Long.parseLong(length.strip());
        } catch (NumberFormatException e) {
            // Longer than a long: larger than anything that is taken.
            return Long.MAX_VALUE;
        }
    }

    private void tooLarge(RoutingContext context, int most, String key) {
        counts.add(Counts.Why.TOO_LARGE);
        Problems.answer(
                context, 413, "Too large", "A request here has at most " + most + " bytes (" + key + "). Send less.");
    }

    /** One body on its way. */
    private final class Receiving {

        private final RoutingContext context;
        private final int most;
        private final String key;
        private final Buffer received = Buffer.buffer();
        private long taken;
        private boolean given;
        private boolean over;
        private long timer = -1;

        Receiving(RoutingContext context, int most, String key) {
            this.context = context;
            this.most = most;
            this.key = key;
        }

        void begin() {
            HttpServerRequest request = context.request();
            context.addEndHandler(ignored -> giveBack());
            timer = vertx.setTimer(limits.receive().toMillis(), ignored -> tooSlow());
            request.handler(this::chunk).exceptionHandler(ignored -> stop()).endHandler(ignored -> complete());
            if ("100-continue".equalsIgnoreCase(request.getHeader("Expect"))) {
                context.response().writeContinue();
            }
            request.resume();
        }

        private void chunk(Buffer chunk) {
            if (over) {
                return;
            }
            if (received.length() + chunk.length() > most) {
                stop();
                tooLarge(context, most, key);
            } else if (inFlight + chunk.length() > limits.bodiesInFlight()) {
                stop();
                counts.add(Counts.Why.BODIES);
                Problems.later(
                        context,
                        503,
                        Duration.ofSeconds(5),
                        "Busy",
                        "Too many bytes are being received at once (http.limits.bodiesInFlight). Try again.");
            } else {
                taken += chunk.length();
                inFlight += chunk.length();
                received.appendBuffer(chunk);
            }
        }

        private void complete() {
            if (!over) {
                stop();
                RequestBody.received(context, received);
                context.next();
            }
        }

        private void tooSlow() {
            if (!over) {
                stop();
                counts.add(Counts.Why.TOO_SLOW);
                Problems.answer(
                        context,
                        408,
                        "Too slow",
                        "The request did not arrive in " + limits.receive().toMillis()
                                + " milliseconds (http.limits.receive). Send it again.");
            }
        }

        private void stop() {
            over = true;
            vertx.cancelTimer(timer);
        }

        private void giveBack() {
            stop();
            if (!given) {
                given = true;
                inFlight -= taken;
            }
        }
    }
}
