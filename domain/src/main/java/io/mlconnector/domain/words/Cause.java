package io.mlconnector.domain.words;

import java.util.Comparator;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a problem is about, apart from how it is told: documents with the same cause are stuck for the same reason, and a person
 * who accepts it accepts this one and no other.
 *
 * @param code the problem's code
 * @param key the problem's {@link Problem#causeKey()}; empty for a cause that stands for every problem of its code, as rows
 *     written by earlier versions do
 */
public record Cause(String code, String key) implements Comparable<Cause> {

    private static final Pattern OF_ORDER_LINE = Pattern.compile("(.+):([0-9]+)");

    /** Kinds of problem that are about one line of an order, which the key names. */
    private static final Set<String> ABOUT_LINES = Stream.of(
                    ProblemCode.PRICE_DIFFERS,
                    ProblemCode.QUANTITY_DIFFERS,
                    ProblemCode.INVOICED_BEFORE,
                    ProblemCode.RECEIVED_LESS,
                    ProblemCode.NOT_RECEIVED,
                    ProblemCode.CREDIT_EXCEEDS_INVOICED,
                    ProblemCode.ORDER_LINE_CANCELLED)
            .map(ProblemCode::text)
            .collect(Collectors.toUnmodifiableSet());

    private static final Comparator<Cause> ORDER =
            Comparator.comparing(Cause::code).thenComparing(Cause::key);

    public Cause {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(key, "key");
    }

    /** Whether this is what the problem is about. */
    public boolean covers(Problem problem) {
        return code.equals(problem.code()) && (key.isEmpty() || key.equals(problem.causeKey()));
    }

    /** It in a few words, such as {@code price differs on line 1 of order PO-7}. */
    public String inWords() {
        String kind = code.replace('-', ' ');
        String what = key.startsWith(code + ":") ? key.substring(code.length() + 1) : "";
        Matcher line = OF_ORDER_LINE.matcher(what);
        if (ABOUT_LINES.contains(code) && line.matches()) {
            return kind + " on line " + line.group(2) + " of order " + line.group(1);
        }
        return what.isEmpty() ? kind : kind + ": " + what;
    }

    @Override
    public int compareTo(Cause other) {
        return ORDER.compare(this, other);
    }
}
