package io.mlconnector.console.session;

import io.vertx.core.http.HttpServerRequest;
import java.net.URI;

/**
 * Whether a request that changes something was sent by a page of ours. The session's cookie is kept from other sites already;
 * this is the second lock.
 */
public final class SameOrigin {

    private SameOrigin() {}

    /** Browsers say where a form was filled in; whoever says nothing, or another place, is refused. */
    public static boolean sent(HttpServerRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin");
        }
        String origin = request.getHeader("Origin");
        String host = request.getHeader("Host");
        return origin != null && host != null && host.equalsIgnoreCase(authority(origin));
    }

    private static String authority(String origin) {
        try {
            String authority = URI.create(origin).getRawAuthority();
            return authority == null ? "" : authority;
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
