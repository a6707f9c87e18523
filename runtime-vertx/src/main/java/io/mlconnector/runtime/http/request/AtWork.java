package io.mlconnector.runtime.http.request;

import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;

/**
 * Says again and again that a request is being worked on, so that neither side takes a silent connection for dead: what asks F&O
 * about many documents takes minutes. Said by interim answers 100, which whoever waits for a final answer leaves aside (RFC 9110,
 * section 15.2); only commands of this machine are told, because proxies and other clients need not be up to several of them.
 */
public final class AtWork {

    private final Duration every;

    /**
     * Says it at this interval.
     *
     * @param every less than the time after which an idle connection is closed
     */
    public AtWork(Duration every) {
        this.every = every;
    }

    /** Begins, and ends with the request. */
    public void tell(RoutingContext context) {
        HttpServerResponse response = context.response();
        long timer = context.vertx().setPeriodic(every.toMillis(), ignored -> {
            if (!response.headWritten() && !response.closed()) {
                response.writeContinue();
            }
        });
        context.addEndHandler(ignored -> context.vertx().cancelTimer(timer));
    }
}
