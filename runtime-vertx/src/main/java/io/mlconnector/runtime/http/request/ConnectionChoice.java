package io.mlconnector.runtime.http.request;

import io.mlconnector.engine.Connection;
import io.mlconnector.engine.view.NearestWord;
import io.mlconnector.runtime.http.entrance.Problems;
import io.vertx.ext.web.RoutingContext;
import java.util.List;

/** Which of the connections a request means. */
public final class ConnectionChoice {

    private static final int LONGEST_SHOWN = 60;

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

    /** Answers that no connection has the name in the address. */
    public static void unknown(RoutingContext context) {
        Problems.answer(
                context, 404, "Not found", "There is no connection of this name; GET /api/v1/connections names all.");
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
        String shown = id.length() > LONGEST_SHOWN ? id.substring(0, LONGEST_SHOWN) + "…" : id;
        throw new BadRequest(
                "connection",
                "There is no connection " + shown
                        + NearestWord.of(shown, configured)
                                .map(word -> "; did you mean " + word + "?")
                                .orElse("; there are " + String.join(", ", configured) + "."));
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
