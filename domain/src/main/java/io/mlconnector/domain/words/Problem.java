package io.mlconnector.domain.words;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Why something did not go through, for a person and for a program. Documents stuck for the same cause share the
 * {@link #causeKey()}, so that one repair can release all of them.
 *
 * @param code the text of a {@link ProblemCode}, or of a rule of X12: [a-z0-9-]+; scripts and dashboards rely on it
 * @param message one or two sentences: what happened, to what, and what to do next; no secret. It may name
 *     prices and amounts, so it is shown to people and never logged
 * @param causeKey {@code code} and the thing that is wrong, such as {@code item-unknown:acme:VN:ABC-1}
 * @param details further facts by name, such as the segment or the remote status; never null, may be empty
 */
public record Problem(String code, String message, String causeKey, Map<String, String> details) {

    /** So many problems are told beside the first one. */
    private static final int MOST_TOLD = 50;

    /** The detail that says what to do, where it is told apart from what happened. */
    static final String ADVICE = "advice";

    public Problem {
        Objects.requireNonNull(message, "message");
        causeKey = StorableText.shown(causeKey);
        if (!code.matches("[a-z0-9-]+")) {
            throw new IllegalArgumentException("A problem's code is made of a-z, 0-9 and '-', not: " + code);
        }
        // In one order everywhere, for people and for comparisons.
        details = Collections.unmodifiableSortedMap(new TreeMap<>(details));
    }

    /**
     * A problem whose cause is named by the code and one more thing.
     *
     * @param code which kind
     * @param cause what exactly is wrong, for grouping, such as the item number; may be empty
     * @param message see {@link #message()}
     */
    public static Problem of(ProblemCode code, String cause, String message) {
        return named(code.text(), cause, message);
    }

    /**
     * A problem of a kind that {@link ProblemCode} does not list: a broken rule of X12, or something that an adapter of others has
     * to say.
     *
     * @param code [a-z0-9-]+
     * @param cause as above
     * @param message as above
     */
    public static Problem named(String code, String cause, String message) {
        return new Problem(code, message, cause.isEmpty() ? code : code + ":" + cause, Map.of());
    }

    /** Whether it is of this kind. */
    public boolean is(ProblemCode kind) {
        return code.equals(kind.text());
    }

    /** The same problem with one more detail. */
    public Problem with(String name, String value) {
        Map<String, String> more = new TreeMap<>(details);
        more.put(name, value);
        return new Problem(code, message, causeKey, more);
    }

    /**
     * The same problem with what to do about it.
     *
     * @param advice one or two sentences; they end the message, and are not told where nothing is to be done, see {@link #observed}
     */
    public Problem advising(String advice) {
        return new Problem(code, message + " " + advice, causeKey, details).with(ADVICE, advice);
    }

    /** What happened, without what to do about it. */
    public String observed() {
        String advice = details.getOrDefault(ADVICE, "");
        return !advice.isEmpty() && message.endsWith(" " + advice)
                ? message.substring(0, message.length() - advice.length() - 1)
                : message;
    }

    /** What it is about. */
    public Cause cause() {
        return new Cause(code, causeKey);
    }

    /**
     * Several problems told as one: the first speaks for all, the others follow, as far as a person can read them.
     *
     * @param problems at least one
     */
    public static Problem summary(List<Problem> problems) {
        Problem first = problems.get(0);
        StringBuilder text = new StringBuilder(first.message());
        problems.stream()
                .skip(1)
                .limit(MOST_TOLD)
                .forEach(also -> text.append(" Also: ").append(also.message()));
        if (problems.size() > MOST_TOLD + 1) {
            text.append(" And ").append(problems.size() - MOST_TOLD - 1).append(" more.");
        }
        Map<String, String> details = new TreeMap<>(first.details());
        if (problems.size() > 1) {
            // It would be the advice of the first only.
            details.remove(ADVICE);
        }
        return new Problem(first.code(), text.toString(), first.causeKey(), details);
    }
}
