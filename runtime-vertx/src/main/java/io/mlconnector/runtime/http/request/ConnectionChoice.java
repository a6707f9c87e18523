package io.mlconnector.runtime.http.request;

import io.mlconnector.engine.Connection;
import io.mlconnector.engine.view.NearestWord;
import io.mlconnector.runtime.http.entrance.Problems;
import io.vertx.ext.web.RoutingContext;
import java.util.Collection;
import java.util.List;

/** Which of the connections a request means. */
public final class ConnectionChoice {

    private final List<Connection> open;
    private final List<String> configured;

    /**
     * Of these.
     *
     * @param configured the ids of all, in the order of the configuration; not empty
     */
    public ConnectionChoice(List<Connection> open, List<String> configured) {
        this.open = List.copyOf(open);
        this.configured = List.copyOf(configured);
    }

    /**
     * Answers that no connection has the name in the address.
     *
     * @param configured the ids of all
     */
    public static void unknown(RoutingContext context, String id, Collection<String> configured) {
        Problems.answer(context, 404, "Not found", missing(id, configured));
    }

    private static String missing(String id, Collection<String> configured) {
        String shown = NearestWord.shown(id);
        return "There is no connection " + shown + NearestWord.orAll(shown, configured);
    }

    /**
     * One of them.
     *
     * @param id empty: the first one
     * @throws BadRequest if there is none of this id, or it could not be opened
     */
    public Connection one(String id) {
        return opened(id.isEmpty() ? configured.getFirst() : known(id));
    }

    /**
     * One or all of them.
     *
     * @param id empty: all
     * @throws BadRequest if there is none of this id, or one could not be opened
     */
    public List<Connection> some(String id) {
        return id.isEmpty() ? configured.stream().map(this::opened).toList() : List.of(opened(known(id)));
    }

    private String known(String id) {
        if (configured.contains(id)) {
            return id;
        }
        throw new BadRequest("connection", missing(id, configured));
    }

    private Connection opened(String id) {
        return open.stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new BadRequest(
                        "connection",
                        "Connection " + id + " cannot be opened, so its remote systems cannot be asked: store its"
                                + " credentials first."));
    }
}
