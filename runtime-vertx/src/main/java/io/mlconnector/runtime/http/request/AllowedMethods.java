package io.mlconnector.runtime.http.request;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Which methods an address takes, for the header Allow (RFC 9110, section 15.5.6). */
public final class AllowedMethods {

    private AllowedMethods() {}

    /** Of a path as it came, separated as the header wants it; empty if no route says. */
    public static String at(Router router, String path) {
        Set<String> methods = new TreeSet<>();
        for (Route route : router.getRoutes()) {
            if (route.methods() != null
                    && matches(Optional.ofNullable(route.getName()).orElse(""), path)) {
                route.methods().stream().map(HttpMethod::name).forEach(methods::add);
            }
        }
        return String.join(", ", methods);
    }

    /** A part that begins with a colon is a parameter; a colon within a part may come encoded. */
    private static boolean matches(String template, String path) {
        StringBuilder pattern = new StringBuilder();
        for (String part : template.substring(Math.min(1, template.length())).split("/", -1)) {
            pattern.append("/")
                    .append(part.startsWith(":") ? "[^/]+" : Pattern.quote(part).replace(":", "\\E(?::|%3[Aa])\\Q"));
        }
        return Pattern.matches(pattern.toString(), path);
    }
}
