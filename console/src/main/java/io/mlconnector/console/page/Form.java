package io.mlconnector.console.page;

import io.mlconnector.engine.view.NearestWord;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was filled in, or what stands in an address.
 *
 * @param values by name, in the order in which they stand there
 */
public record Form(Map<String, List<String>> values) {

    /** More members than any page of ours has are cut off. */
    private static final int MOST = 2_048;

    private static final int LONGEST = 100_000;

    public Form {
        values = Map.copyOf(values);
    }

    /** Of a body, {@code application/x-www-form-urlencoded}. */
    public static Form of(Buffer body) {
        return of(body.toString(StandardCharsets.UTF_8), false);
    }

    /**
     * Of the address of a request.
     *
     * @param known the words that the page knows
     * @throws UnusableException if the address has another one: a filter that is written wrongly would show everything
     */
    public static Form ofAddress(HttpServerRequest request, Collection<String> known) {
        String query = request.query();
        return of(query == null ? "" : query, false).knowing(known);
    }

    /**
     * Comes before the handler of a page whose address takes no words at all.
     *
     * @throws UnusableException if the address has one, as {@link #ofAddress} does
     */
    public static void noWords(RoutingContext context) {
        ofAddress(context.request(), List.of());
        context.next();
    }

    /** The same, if it has no other names than these. */
    Form knowing(Collection<String> known) {
        values.keySet().stream()
                .filter(name -> !known.contains(name))
                .sorted()
                .findFirst()
                .ifPresent(name -> {
                    throw new UnusableException("This page does not know the word " + name + " in its address"
                            + NearestWord.of(name, known)
                                    .map(near -> "; did you mean " + near + "?")
                                    .orElse(".")
                            + (known.isEmpty() ? " It takes none." : " It knows " + String.join(", ", known) + "."));
                });
        return this;
    }

    private static Form of(String text, boolean hasPath) {
        try {
            return new Form(new QueryStringDecoder(text, StandardCharsets.UTF_8, hasPath, MOST).parameters());
        } catch (IllegalArgumentException e) {
            throw new UnusableException("The address or the form cannot be read: it is not encoded as RFC 3986 says.");
        }
    }

    /** A value without spaces around it; an empty string if it is absent. */
    public String text(String name) {
        return all(name).stream().findFirst().map(Form::clean).orElse("");
    }

    /** Text of several lines as it was written; an empty string if it is absent. */
    public String raw(String name) {
        return all(name).stream().findFirst().orElse("");
    }

    /** A value; empty if it is absent or blank. */
    public Optional<String> given(String name) {
        return Optional.of(text(name)).filter(value -> !value.isEmpty());
    }

    /** Every value of a name. */
    public List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    /** Whether a box was ticked. */
    public boolean ticked(String name) {
        return values.containsKey(name);
    }

    private static String clean(String value) {
        if (value.length() > LONGEST || value.indexOf('\0') >= 0) {
            throw new UnusableException("A value is too long or holds a character that cannot be stored.");
        }
        return value.strip();
    }
}
