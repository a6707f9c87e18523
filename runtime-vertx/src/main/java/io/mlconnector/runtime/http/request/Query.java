package io.mlconnector.runtime.http.request;

import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;

/** The parameters of a query. */
public final class Query {

    private Query() {}

    /**
     * The value without spaces around it; an empty string if it is absent.
     *
     * @throws BadRequest if it cannot be read
     */
    public static String text(RoutingContext context, String name) {
        MultiMap all;
        try {
            all = context.queryParams();
        } catch (RuntimeException e) {
            // The library throws its own kinds here; whatever it is, the address is not encoded as it must be.
            throw new BadRequest("", "The query cannot be read: encode it as RFC 3986 says.");
        }
        String value = all.get(name);
        return value == null ? "" : Members.storable(name, value).strip();
    }

    /** A truth value; false if it is absent. */
    public static boolean flag(RoutingContext context, String name) {
        String value = text(context, name);
        if (!value.isEmpty() && !value.equals("true") && !value.equals("false")) {
            throw new BadRequest(name, name + " must be true or false.");
        }
        return value.equals("true");
    }
}
