package io.mlconnector.runtime.http;

import io.mlconnector.engine.intake.Notices;
import io.mlconnector.runtime.http.entrance.Bodies;
import io.mlconnector.runtime.http.entrance.Problems;
import io.mlconnector.runtime.http.entrance.RequestBody;
import io.mlconnector.runtime.http.entrance.SignIns;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Optional;

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

    void mount(Router router, SignIns signIns, Bodies bodies) {
        router.post("/hooks/dynamics/:connection/:key")
                .handler(context -> eventKey(context, signIns))
                .handler(bodies.ofAHook())
                .handler(this::businessEvent);
        router.post("/hooks/cleo/:connection")
                .handler(context -> fileKey(context, signIns))
                .handler(bodies.ofAHook())
                .handler(this::fileArrived);
    }

    private void eventKey(RoutingContext context, SignIns signIns) {
        if (!signIns.listensTo(context)) {
            return;
        }
        if (same(eventKeys.get(context.pathParam("connection")), context.pathParam("key"))) {
            context.next();
        } else {
            signIns.failed(context, "a hook of Business Events");
            Problems.answer(context, 404, "Not found", "There is no such hook.");
        }
    }

    private void businessEvent(RoutingContext context) {
        String connection = context.pathParam("connection");
        byte[] body = RequestBody.of(context).getBytes();
        Optional<String> handshake = notices.handshake(connection, body);
        if (handshake.isPresent()) {
            context.response().putHeader("Content-Type", "application/json").end(handshake.get());
            return;
        }
        notices.businessEvent(connection, body)
                .onSuccess(ignored -> context.response().setStatusCode(202).end())
                .onFailure(context::fail);
    }

    private void fileKey(RoutingContext context, SignIns signIns) {
        if (!signIns.listensTo(context)) {
            return;
        }
        String presented = SignIns.bearer(context.request());
        if (same(fileKeys.get(context.pathParam("connection")), presented)) {
            context.next();
            return;
        }
        if (!presented.isEmpty()) {
            signIns.failed(context, "a hook of arrived files");
        }
        context.response().putHeader("WWW-Authenticate", "Bearer");
        Problems.answer(context, 401, "Not signed in", "The key of this hook was not presented.");
    }

    private void fileArrived(RoutingContext context) {
        context.response().setStatusCode(202).end();
        notices.fileArrived(context.pathParam("connection"));
    }

    /** Takes the same time whatever differs. */
    private static boolean same(@org.jspecify.annotations.Nullable String wanted, String presented) {
        byte[] left = (wanted == null ? "" : wanted).getBytes(StandardCharsets.UTF_8);
        boolean equal = MessageDigest.isEqual(left, presented.getBytes(StandardCharsets.UTF_8));
        return equal && wanted != null && !wanted.isEmpty();
    }
}
