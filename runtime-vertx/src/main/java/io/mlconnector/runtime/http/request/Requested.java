package io.mlconnector.runtime.http.request;

import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.engine.view.NearestWord;
import io.mlconnector.runtime.http.entrance.Problems;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/** Who asks, and for which record. */
public final class Requested {

    private static final String OPERATOR = "operator";

    private Requested() {}

    /** Notes who is signed in. */
    public static void signedIn(RoutingContext context, String operator) {
        context.put(OPERATOR, operator);
    }

    /** Who is signed in. */
    public static String operator(RoutingContext context) {
        return context.get(OPERATOR);
    }

    /** The id in the address; what can be none is answered with 404. */
    public static Optional<DocumentId> id(RoutingContext context) {
        Optional<DocumentId> id = DocumentId.of(context.pathParam("id"));
        if (id.isEmpty()) {
            unknown(context);
        }
        return id;
    }

    /** Answers that there is no such record, and how to look for what was meant. */
    public static void unknown(RoutingContext context) {
        String id = context.pathParam("id");
        Problems.answer(
                context,
                404,
                "Not found",
                id == null
                        ? "There are no bytes with this hash."
                        : "There is no record with the id " + NearestWord.shown(id)
                                + ". GET /api/v1/documents?q=… looks for numbers, names and parts of ids.");
    }
}
