package io.mlconnector.runtime.http.request;

import io.mlconnector.engine.view.NearestWord;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import java.util.Set;
import java.util.TreeSet;

/** The parameters of a query. */
public final class Query {

    private static final int LONGEST_SHOWN = 60;

    /** Words that restrict nothing and switch nothing on: there an empty one says what it is, nothing. */
    private static final Set<String> MAY_BE_EMPTY = Set.of("reason");

    private Query() {}

    /**
     * Refuses parameters that mean nothing here, those that are given twice, and those that are given without a value: a filter that
     * is written wrong, or empty, would let everything through, and of two values only one would count.
     *
     * @param known every name that is understood
     * @throws BadRequest if there is another one, with the nearest that is, or one of them is empty
     */
    static void only(RoutingContext context, Set<String> known) {
        MultiMap all = all(context);
        for (String name : all.names()) {
            if (!known.contains(name)) {
                String shown = name.length() > LONGEST_SHOWN ? name.substring(0, LONGEST_SHOWN) + "…" : name;
                throw new BadRequest(
                        shown,
                        shown + " means nothing here"
                                + NearestWord.of(shown, known)
                                        .map(word -> "; did you mean " + word + "?")
                                        .orElse(
                                                known.isEmpty()
                                                        ? "; this address takes no query words."
                                                        : "; known are " + String.join(", ", new TreeSet<>(known))
                                                                + "."));
            }
            if (all.getAll(name).size() > 1) {
                throw new BadRequest(name, name + " is given more than once; give it once.");
            }
            if (all.get(name).isBlank() && !MAY_BE_EMPTY.contains(name)) {
                throw new BadRequest(name, name + " is empty; give it a value, or leave it out.");
            }
        }
    }

    private static MultiMap all(RoutingContext context) {
        try {
            return context.queryParams();
        } catch (RuntimeException e) {
            // The library throws its own kinds here; whatever it is, the address is not encoded as it must be.
            throw new BadRequest("", "The query cannot be read: encode it as RFC 3986 says.");
        }
    }

    /**
     * The value without spaces around it; an empty string if it is absent.
     *
     * @throws BadRequest if it cannot be read
     */
    public static String text(RoutingContext context, String name) {
        String value = all(context).get(name);
        return value == null ? "" : Members.storable(name, value).strip();
    }

    /**
     * A whole number.
     *
     * @param absent the value if there is none; it may be less than 1, what is given may not
     * @param most the highest that is taken
     * @throws BadRequest if it is none, or out of its range
     */
    public static int number(RoutingContext context, String name, int absent, int most) {
        String value = text(context, name);
        if (value.isEmpty()) {
            return absent;
        }
        int number = value.matches("[0-9]{1,9}") ? Integer.parseInt(value) : 0;
        if (number < 1 || number > most) {
            throw new BadRequest(name, name + " must be a whole number from 1 to " + most + ".");
        }
        return number;
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
