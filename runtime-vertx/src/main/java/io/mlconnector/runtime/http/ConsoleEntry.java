package io.mlconnector.runtime.http;

import io.mlconnector.console.page.Entry;
import io.mlconnector.runtime.http.entrance.Bodies;
import io.mlconnector.runtime.http.entrance.RequestBody;
import io.mlconnector.runtime.http.entrance.SignIns;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;

/** The console passes what every caller passes: the same bounds on bodies, and on those who guess tokens. */
final class ConsoleEntry implements Entry {

    private final SignIns signIns;
    private final Bodies bodies;
    private final boolean encrypted;

    ConsoleEntry(SignIns signIns, Bodies bodies, boolean encrypted) {
        this.signIns = signIns;
        this.bodies = bodies;
        this.encrypted = encrypted;
    }

    @Override
    public void receive(RoutingContext context) {
        bodies.ofTheInterface().handle(context);
    }

    @Override
    public Buffer body(RoutingContext context) {
        return RequestBody.of(context);
    }

    @Override
    public int most() {
        return bodies.mostOfTheInterface();
    }

    @Override
    public boolean listensTo(RoutingContext context) {
        return signIns.listensTo(context);
    }

    @Override
    public void refused(RoutingContext context) {
        signIns.failed(context, "the console");
    }

    @Override
    public boolean encrypted() {
        return encrypted;
    }
}
