package io.mlconnector.dynamics.internal.odata;

import io.mlconnector.dynamics.internal.wire.Answer;
import io.mlconnector.dynamics.internal.wire.Refusals;
import io.vertx.core.Future;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which properties can be asked for in this environment. Versions and extensions differ, and F&O refuses a whole query for one property
 * that it does not have (reference dynamics, section 7). What was refused once is not asked for again; a set that refuses without a
 * name is asked for all of its properties. One query finds out and the others wait for it: from the beginning where reads leave one by
 * one, after a refusal where they leave together.
 */
final class Selection {

    private static final Pattern PROPERTY = Pattern.compile("property (?:named )?'([A-Za-z0-9_]+)'");

    private final Map<String, Set<String>> absent = new HashMap<>();
    private final Set<String> whole = new HashSet<>();
    private final Set<String> known = new HashSet<>();
    private final Map<String, Future<?>> finding = new HashMap<>();
    private final Map<String, Future<Void>> exploring = new HashMap<>();

    /** Runs a query, asking only for what is used and there. */
    <T> Future<T> inTurn(Query query, Function<Query, Future<T>> read) {
        Optional<Future<?>> before;
        synchronized (this) {
            if (query.properties().isEmpty() || known.contains(query.entitySet())) {
                return read.apply(of(query));
            }
            before = Optional.ofNullable(finding.get(query.entitySet()));
            if (before.isEmpty()) {
                Future<T> first = read.apply(of(query));
                finding.put(query.entitySet(), first);
                return first.onComplete(ended -> forget(query.entitySet(), first));
            }
        }
        return before.get().transform(ended -> inTurn(query, read));
    }

    private synchronized void forget(String entitySet, Future<?> first) {
        finding.remove(entitySet, first);
    }

    /** What to ask, as far as is known. */
    synchronized Query of(Query query) {
        return whole.contains(query.entitySet())
                ? query.selecting(Set.of())
                : query.withoutProperties(absent.getOrDefault(query.entitySet(), Set.of()));
    }

    /**
     * What to ask instead after a refusal.
     *
     * @param asked the query that was refused
     * @return empty if the refusal has nothing to do with the properties
     */
    synchronized Optional<Query> after(Query asked, Answer refusal) {
        String text = Refusals.errorText(refusal.body()).orElse("");
        if (asked.properties().isEmpty() || !aboutTheQuery(refusal.status(), text)) {
            return Optional.empty();
        }
        Matcher named = PROPERTY.matcher(text);
        if (named.find() && asked.properties().contains(named.group(1))) {
            absent.computeIfAbsent(asked.entitySet(), set -> new HashSet<>()).add(named.group(1));
            return Optional.of(asked.withoutProperties(Set.of(named.group(1))));
        }
        return Optional.of(asked.selecting(Set.of()));
    }

    /** Who finds out already what a set has; empty if the caller is to do it. */
    synchronized Optional<Future<Void>> exploring(String entitySet, Future<Void> mine) {
        return Optional.ofNullable(exploring.putIfAbsent(entitySet, mine));
    }

    synchronized void explored(String entitySet, Future<Void> mine) {
        exploring.remove(entitySet, mine);
    }

    /** One property of a set was asked for by itself, and that was refused. */
    synchronized void refused(String entitySet, String property, Answer refusal) {
        String text = Refusals.errorText(refusal.body()).orElse("");
        Matcher named = PROPERTY.matcher(text);
        if (aboutTheQuery(refusal.status(), text)
                && named.find()
                && named.group(1).equals(property)) {
            absent.computeIfAbsent(entitySet, set -> new HashSet<>()).add(property);
        }
    }

    /** Each property of a query was asked for by itself; a set of which that told nothing is asked for all that it has. */
    synchronized void explored(Query query) {
        if (absent.getOrDefault(query.entitySet(), Set.of()).isEmpty()) {
            answered(query.selecting(Set.of()));
        } else {
            answered(query.withoutProperties(absent.getOrDefault(query.entitySet(), Set.of())));
        }
    }

    /** A server error may have any cause; only one that speaks of the query is about it. */
    private static boolean aboutTheQuery(int status, String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return status == 400
                || status == 501
                || (status == 500 && (lower.contains("$select") || lower.contains("could not find a property")));
    }

    /** Properties that were refused so far. */
    synchronized Set<String> absent(String entitySet) {
        return Set.copyOf(absent.getOrDefault(entitySet, Set.of()));
    }

    /** A query was answered; where it asked for everything, because one that asked for properties was not. */
    synchronized void answered(Query query) {
        Set<String> missing = new HashSet<>(
                EntitySet.named(query.entitySet()).map(EntitySet::properties).orElse(List.of()));
        missing.removeAll(absent.getOrDefault(query.entitySet(), Set.of()));
        if (query.properties().isEmpty() || query.properties().containsAll(missing)) {
            known.add(query.entitySet());
        }
        if (query.properties().isEmpty() && EntitySet.named(query.entitySet()).isPresent()) {
            whole.add(query.entitySet());
        }
    }
}
