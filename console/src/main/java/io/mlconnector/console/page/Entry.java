package io.mlconnector.console.page;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;

/** What every request of the console passes, as the server has it: bounds on bodies, and on those who guess tokens. */
public interface Entry {

    /** Receives the body of a request within its bounds, then goes on. */
    void receive(RoutingContext context);

    /** A body that was received; empty if there is none. */
    Buffer body(RoutingContext context);

    /** Bytes that a body has at most, {@code http.limits.body}. */
    int most();

    /** Whether the caller's address is listened to; answers otherwise. */
    boolean listensTo(RoutingContext context);

    /** The caller presented a wrong token. */
    void refused(RoutingContext context);

    /** Whether callers reach the server by TLS, so that cookies are kept to it. */
    boolean encrypted();
}
