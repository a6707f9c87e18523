package io.mlconnector.runtime.http;

import io.mlconnector.domain.agreement.FolderReference;
import io.mlconnector.domain.intake.FolderHint;
import io.mlconnector.engine.intake.Notices;
import io.mlconnector.runtime.http.entrance.Bodies;
import io.mlconnector.runtime.http.entrance.Problems;
import io.mlconnector.runtime.http.entrance.RequestBody;
import io.mlconnector.runtime.http.entrance.SignIns;
import io.mlconnector.runtime.http.request.HintWords;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Takes what F&O and Cleo tell us: stores it, answers at once, and makes a poll come early. */
public final class Hooks {

    private static final String BASIC = "Basic ";

    /** Blanks and line ends may precede an interchange; so many bytes are looked at. */
    private static final int HEAD = 64;

    private final Map<String, List<FolderReference>> looked;
    private final Notices notices;
    private final Map<String, List<String>> eventKeys;
    private final Map<String, FileKeys> fileKeys;
    private final Map<String, Function<byte[], Optional<String>>> brought;

    /** Shows what a caller presents; an empty text if nothing. */
    public interface Presented {

        /** In this request. */
        String in(HttpServerRequest request);
    }

    /**
     * What opens the hook of arrived files.
     *
     * @param keys each of them is good: two while keys are changed
     * @param presented where a caller presents it
     * @param challenge of the answer to who presents none, as in {@code WWW-Authenticate}
     */
    public record FileKeys(List<String> keys, Presented presented, String challenge) {
        public FileKeys {
            keys = List.copyOf(keys);
        }

        /** As a bearer. */
        public static FileKeys bearer(List<String> keys) {
            return new FileKeys(keys, SignIns::bearer, "Bearer");
        }

        /** As the password of Basic, with any user name. */
        public static FileKeys basic(List<String> keys) {
            return new FileKeys(keys, FileKeys::password, "Basic realm=\"files\"");
        }

        /** In a header of its own. */
        public static FileKeys header(List<String> keys, String name) {
            return new FileKeys(
                    keys,
                    request -> Optional.ofNullable(request.getHeader(name)).orElse(""),
                    "Key header=\"" + name + "\"");
        }

        private static String password(HttpServerRequest request) {
            String header =
                    Optional.ofNullable(request.getHeader("Authorization")).orElse("");
            if (!header.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
                return "";
            }
            try {
                String pair = new String(
                        Base64.getDecoder()
                                .decode(header.substring(BASIC.length()).strip()),
                        StandardCharsets.UTF_8);
                return pair.substring(pair.indexOf(':') + 1);
            } catch (IllegalArgumentException e) {
                // No Base64: nothing is presented.
                return "";
            }
        }
    }

    /**
     * With the keys of every connection that has hooks.
     *
     * @param notices takes what is told
     * @param eventKeys connection to the unguessable parts of its Business Event address, each of which is good
     * @param fileKeys connection to what a Studio flow must present
     * @param brought connection to the folder to which an interchange in a body belongs, empty if to none; only connections
     *     whose flow brings interchanges
     * @param looked connection to the folders that are looked into, of which a notice may name one
     */
    public Hooks(
            Notices notices,
            Map<String, List<String>> eventKeys,
            Map<String, FileKeys> fileKeys,
            Map<String, Function<byte[], Optional<String>>> brought,
            Map<String, List<FolderReference>> looked) {
        this.looked = Map.copyOf(looked);
        this.brought = Map.copyOf(brought);
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
        if (oneOf(eventKeys.getOrDefault(context.pathParam("connection"), List.of()), context.pathParam("key"))) {
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
        // Who asks for a connection that is not there learns nothing of it.
        FileKeys wanted = fileKeys.getOrDefault(context.pathParam("connection"), FileKeys.bearer(List.of()));
        String presented = wanted.presented().in(context.request());
        if (oneOf(wanted.keys(), presented)) {
            context.next();
            return;
        }
        if (!presented.isEmpty()) {
            signIns.failed(context, "a hook of arrived files");
        }
        context.response().putHeader("WWW-Authenticate", wanted.challenge());
        Problems.answer(context, 401, "Not signed in", "The key of this hook was not presented.");
    }

    private void fileArrived(RoutingContext context) {
        String connection = context.pathParam("connection");
        byte[] body = RequestBody.of(context).getBytes();
        Function<byte[], Optional<String>> folders = brought.get(connection);
        if (folders == null || body.length == 0) {
            context.response().setStatusCode(202).end();
            List<FolderReference> named =
                    FolderHint.named(HintWords.of(body), looked.getOrDefault(connection, List.of()));
            if (named.isEmpty()) {
                notices.fileArrived(connection);
            } else {
                named.forEach(folder -> notices.fileArrived(connection, folder));
            }
            return;
        }
        Optional<String> folder = interchange(body) ? folders.apply(body) : Optional.empty();
        if (folder.isEmpty()) {
            Problems.answer(
                    context,
                    400,
                    "No interchange",
                    "The body must be an X12 interchange, which begins with ISA, for a connection with a partner that has"
                            + " invoices.folder; or empty.");
            return;
        }
        notices.fileBrought(connection, folder.get(), body)
                .onSuccess(ignored -> context.response().setStatusCode(202).end())
                .onFailure(context::fail);
    }

    private static boolean interchange(byte[] body) {
        return new String(body, 0, Math.min(body.length, HEAD), StandardCharsets.ISO_8859_1)
                .strip()
                .startsWith("ISA");
    }

    /** Takes the same time whatever differs, and whichever is presented. */
    private static boolean oneOf(List<String> keys, String presented) {
        byte[] right = presented.getBytes(StandardCharsets.UTF_8);
        boolean found = false;
        for (String key : keys) {
            found |= MessageDigest.isEqual(key.getBytes(StandardCharsets.UTF_8), right) && !key.isEmpty();
        }
        return found;
    }
}
