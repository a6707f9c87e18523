package io.mlconnector.console.page;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Set;

/**
 * How a reader wants to see pages, as the reader's browser remembers it.
 *
 * @param theme {@code light}, {@code dark} or {@code system}
 * @param zone the reader's time zone; UTC until the browser has told it
 * @param now when the page is made
 */
public record Look(String theme, ZoneId zone, Instant now) {

    private static final Set<String> THEMES = Set.of("light", "dark");
    private static final String SYSTEM = "system";
    private static final int LONGEST_ZONE = 64;

    public Look {
        Objects.requireNonNull(theme, "theme");
        Objects.requireNonNull(zone, "zone");
        Objects.requireNonNull(now, "now");
    }

    /** As the request's cookies say; what is no theme or zone counts as not told. */
    public static Look of(HttpServerRequest request, Instant now) {
        String theme = value(request, "theme");
        return new Look(THEMES.contains(theme) ? theme : SYSTEM, zone(value(request, "zone")), now);
    }

    private static String value(HttpServerRequest request, String name) {
        Cookie cookie = request.getCookie(name);
        String value = cookie == null ? null : cookie.getValue();
        return value == null ? "" : value.replace("%2F", "/");
    }

    private static ZoneId zone(String name) {
        try {
            return name.isEmpty() || name.length() > LONGEST_ZONE ? ZoneOffset.UTC : ZoneId.of(name);
        } catch (DateTimeException e) {
            return ZoneOffset.UTC;
        }
    }

    /** Times as this reader sees them. */
    public Times times() {
        return new Times(zone, now);
    }
}
