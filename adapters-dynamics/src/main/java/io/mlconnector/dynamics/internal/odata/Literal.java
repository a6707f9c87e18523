package io.mlconnector.dynamics.internal.odata;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;

/** OData literals for filters and keys (reference dynamics, sections 2.4 and 2.6). */
public final class Literal {

    private Literal() {}

    /** A string literal in quotes; quotes within it are doubled. */
    public static String text(String value) {
        return "'" + value.replace("'", "''") + "'";
    }

    /**
     * The address of a row below the service.
     *
     * @param key its whole key by property: texts and numbers
     */
    public static String row(String entitySet, Map<String, Object> key) {
        return key.entrySet().stream()
                .map(part -> part.getKey() + "="
                        + (part.getValue() instanceof Number number
                                ? number.toString()
                                : inAddress(part.getValue().toString())))
                .collect(Collectors.joining(",", entitySet + "(", ")"));
    }

    /** A text as a part of a key in an address. */
    private static String inAddress(String value) {
        return encoded(text(value));
    }

    /** A text as a part of an address. */
    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** The start of a day as a date-time literal, without quotes. */
    public static String startOf(LocalDate day) {
        return day + "T00:00:00Z";
    }
}
