package io.mlconnector.dynamics.internal.odata;

import com.fasterxml.jackson.databind.JsonNode;
import io.mlconnector.domain.words.Outcome;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.ProblemCode;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the rows that have one of many values, in as few queries as addresses allow: F&O takes 2 to 8 KB (reference dynamics, section
 * 2.2). What is refused together is read in halves.
 */
public final class ManyValues {

    private ManyValues() {}

    /**
     * All rows, of all values.
     *
     * @param query without a condition on the property
     * @param values at least one
     */
    public static Future<Outcome<List<JsonNode>>> of(
            ODataClient client, Query query, String property, List<String> values) {
        Query asked = query.whereAny(property, values);
        if (values.size() > 1 && asked.uri().length() > client.longestAddress()) {
            return inHalves(client, query, property, values);
        }
        return client.all(asked).compose(outcome -> {
            if (values.size() == 1 || !(outcome instanceof Outcome.Refused<?> || notThere(outcome))) {
                return Future.succeededFuture(outcome);
            }
            client.refusedAddress(asked.uri());
            return notThere(outcome)
                    ? firstAlone(client, query, property, values)
                    : inHalves(client, query, property, values);
        });
    }

    /** A server may say of an address that is too long for it that nothing is there: one value alone shows which it is. */
    private static Future<Outcome<List<JsonNode>>> firstAlone(
            ODataClient client, Query query, String property, List<String> values) {
        return of(client, query, property, values.subList(0, 1))
                .compose(first -> first instanceof Outcome.Done<List<JsonNode>>
                        ? inHalves(client, query, property, values)
                        : Future.succeededFuture(first));
    }

    private static boolean notThere(Outcome<?> outcome) {
        return outcome instanceof Outcome.NotNow<?>(Problem why, Optional<Duration> ignored)
                && why.is(ProblemCode.SET_NOT_READABLE);
    }

    private static Future<Outcome<List<JsonNode>>> inHalves(
            ODataClient client, Query query, String property, List<String> values) {
        int middle = values.size() / 2;
        Future<Outcome<List<JsonNode>>> left = of(client, query, property, values.subList(0, middle));
        Future<Outcome<List<JsonNode>>> right = of(client, query, property, values.subList(middle, values.size()));
        return left.compose(first -> right.map(more -> first.then(rows -> more.map(others -> {
            List<JsonNode> all = new ArrayList<>(rows);
            all.addAll(others);
            return List.copyOf(all);
        }))));
    }
}
