package io.mlconnector.runtime.http;

import io.mlconnector.engine.intake.Notices;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;

/** Takes what F&O and Cleo tell us: stores it, answers at once, and makes a poll come early. */
public final class Hooks {

    private final Notices notices;
    private final Map<String, String> eventKeys;
    private final Map<String, String> fileKeys;

    /**
     * With the keys of every connection that has hooks.
     *
     * @param notices takes what is told
     * @param eventKeys connection to the unguessable part of its Business Event address
     * @param fileKeys connection to what a Studio flow must present
     */
    public Hooks(Notices notices, Map<String, String> eventKeys, Map<String, String> fileKeys) {
        this.notices = notices;
        this.eventKeys = Map.copyOf(eventKeys);
        this.fileKeys = Map.copyOf(fileKeys);
    }

    void mount(Router router) {
        router.post("/hooks/dynamics/:connection/:key").handler(this::businessEvent);
        router.post("/hooks/cleo/:connection").handler(this::fileArrived);
    }

    private void businessEvent(RoutingContext context) {
        String connection = context.pathParam("connection");
        if (!same(eventKeys.get(connection), context.pathParam("key"))) {
            Problems.answer(context, 404, "Not found", "There is no such hook.");
            return;
        }
        Buffer buffer = context.body().buffer();
        byte[] body = buffer == null ? new byte[0] : buffer.getBytes();
        notices.businessEvent(connection, body)
                .onSuccess(ignored -> context.response().setStatusCode(202).end())
                .onFailure(context::fail);
    }

    private void fileArrived(RoutingContext context) {
        String connection = context.pathParam("connection");
        String header = context.request().getHeader("Authorization");
        String presented = header != null && header.startsWith("Bearer ")
                ? header.substring(7).strip()
                : "";
        if (!same(fileKeys.get(connection), presented)) {
            Problems.answer(context, 401, "Not signed in", "The key of this hook was not presented.");
            return;
        }
        context.response().setStatusCode(202).end();
        notices.fileArrived(connection);
    }

    /** Takes the same time whatever differs. */
    private static boolean same(@org.jspecify.annotations.Nullable String wanted, String presented) {
        byte[] left = (wanted == null ? "" : wanted).getBytes(StandardCharsets.UTF_8);
        boolean equal = MessageDigest.isEqual(left, presented.getBytes(StandardCharsets.UTF_8));
        return equal && wanted != null && !wanted.isEmpty();
    }
}
