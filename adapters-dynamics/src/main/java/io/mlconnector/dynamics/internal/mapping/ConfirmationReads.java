package io.mlconnector.dynamics.internal.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import io.mlconnector.domain.ordering.document.OrderKey;
import io.mlconnector.domain.trade.LegalEntity;
import io.mlconnector.domain.words.Outcome;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.ProblemCode;
import io.mlconnector.dynamics.internal.odata.EntitySet;
import io.mlconnector.dynamics.internal.odata.ODataClient;
import io.mlconnector.dynamics.internal.odata.Query;
import io.mlconnector.dynamics.internal.wire.Gathering;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reads confirmations that are wanted at about the same time in one query for all headers and one for all lines. What does not go
 * together (an address that is too long, more rows than are kept in memory, one row that F&O cannot read) is read in halves, in the
 * end each order by itself, so that no order fails for its neighbour.
 */
final class ConfirmationReads {

    /** Wait for others: longer than the documents of one claim need to ask, shorter than anybody notices. */
    private static final Duration GATHER = Duration.ofMillis(5);

    /** Rows for several orders at once; one order alone may have more. */
    private static final int MOST_ROWS_TOGETHER = 10_000;

    private final Gathering gathering;
    private final ODataClient client;
    private Map<OrderKey, Promise<Outcome<Rows>>> waiting = new LinkedHashMap<>();

    ConfirmationReads(Vertx vertx, ODataClient client) {
        this.gathering = new Gathering(vertx, GATHER);
        this.client = client;
    }

    /**
     * What F&O shows of one confirmation.
     *
     * @param headers the rows of its header, in the order of their days; more than one where a number was used again
     * @param lines the rows of its lines
     */
    record Rows(List<JsonNode> headers, List<JsonNode> lines) {
        Rows {
            headers = List.copyOf(headers);
            lines = List.copyOf(lines);
        }
    }

    /** Reads one, together with others that are wanted now. */
    Future<Outcome<Rows>> of(OrderKey key) {
        synchronized (this) {
            Promise<Outcome<Rows>> known = waiting.get(key);
            if (known != null) {
                return known.future();
            }
            Promise<Outcome<Rows>> promise = Promise.promise();
            waiting.put(key, promise);
            if (waiting.size() == 1) {
                gathering.then(this::readWaiting);
            }
            return promise.future();
        }
    }

    private void readWaiting() {
        Map<OrderKey, Promise<Outcome<Rows>>> now;
        synchronized (this) {
            now = waiting;
            waiting = new LinkedHashMap<>();
        }
        Map<LegalEntity, List<OrderKey>> byLegalEntity = new LinkedHashMap<>();
        now.keySet()
                .forEach(key -> byLegalEntity
                        .computeIfAbsent(key.legalEntity(), ignored -> new ArrayList<>())
                        .add(key));
        byLegalEntity
                .values()
                .forEach(keys -> read(keys)
                        .onComplete(read -> keys.forEach(key -> {
                            Promise<Outcome<Rows>> promise = now.get(key);
                            if (promise != null) {
                                if (read.succeeded()) {
                                    promise.complete(read.result()
                                            .getOrDefault(key, Outcome.done(new Rows(List.of(), List.of()))));
                                } else {
                                    promise.fail(read.cause());
                                }
                            }
                        })));
    }

    private Future<Map<OrderKey, Outcome<Rows>>> read(List<OrderKey> keys) {
        if (keys.size() == 1) {
            return alone(keys.get(0)).map(rows -> Map.of(keys.get(0), rows));
        }
        Query headers = together(EntitySet.CONFIRMATION_HEADERS, keys);
        Query lines = together(EntitySet.CONFIRMATION_LINES, keys);
        if (Math.max(headers.uri().length(), lines.uri().length()) > client.longestAddress()) {
            return inHalves(keys);
        }
        return both(headers, lines, MOST_ROWS_TOGETHER)
                .onSuccess(outcome -> {
                    if (outcome instanceof Outcome.Refused<Rows>) {
                        client.refusedAddress(headers.uri());
                    }
                })
                .compose(outcome -> switch (outcome) {
                    case Outcome.Done<Rows>(Rows rows) -> Future.succeededFuture(each(keys, rows));
                    case Outcome.Refused<Rows> ignored -> inHalves(keys);
                    case Outcome.NotNow<Rows>(Problem why, Optional<Duration> ignored)
                    when why.is(ProblemCode.SET_NOT_READABLE) -> firstAlone(keys);
                    default -> Future.succeededFuture(all(keys, outcome));
                });
    }

    /** A server may say of an address that is too long for it that nothing is there: one order alone shows which it is. */
    private Future<Map<OrderKey, Outcome<Rows>>> firstAlone(List<OrderKey> keys) {
        return alone(keys.get(0))
                .compose(first -> first instanceof Outcome.Done<Rows>
                        ? inHalves(keys)
                        : Future.succeededFuture(all(keys, first)));
    }

    private Future<Map<OrderKey, Outcome<Rows>>> inHalves(List<OrderKey> keys) {
        int middle = keys.size() / 2;
        Future<Map<OrderKey, Outcome<Rows>>> left = read(keys.subList(0, middle));
        Future<Map<OrderKey, Outcome<Rows>>> right = read(keys.subList(middle, keys.size()));
        return left.compose(first -> right.map(second -> {
            Map<OrderKey, Outcome<Rows>> both = new LinkedHashMap<>(first);
            both.putAll(second);
            return both;
        }));
    }

    private Future<Outcome<Rows>> alone(OrderKey key) {
        return both(
                alone(EntitySet.CONFIRMATION_HEADERS, key),
                alone(EntitySet.CONFIRMATION_LINES, key),
                ODataClient.MOST_ROWS);
    }

    /** Asked at the same time; the lines of what has no header are not wanted. */
    private Future<Outcome<Rows>> both(Query headers, Query lines, int most) {
        Future<Outcome<List<JsonNode>>> ofHeaders = client.all(headers, most);
        Future<Outcome<List<JsonNode>>> ofLines = client.all(lines, most);
        return ofHeaders.compose(head -> ofLines.map(found -> head.then(rows ->
                rows.isEmpty() ? Outcome.done(new Rows(rows, List.of())) : found.map(more -> new Rows(rows, more)))));
    }

    private static Query alone(EntitySet set, OrderKey key) {
        return Query.of(set)
                .in(Set.of(key.legalEntity()))
                .where("PurchaseOrderNumber", key.orderNumber())
                .where("ConfirmationNumber", key.confirmationNumber());
    }

    private static Query together(EntitySet set, List<OrderKey> keys) {
        return Query.of(set)
                .in(Set.of(keys.get(0).legalEntity()))
                .whereAny(
                        "PurchaseOrderNumber",
                        keys.stream().map(OrderKey::orderNumber).distinct().toList());
    }

    private static Map<OrderKey, Outcome<Rows>> all(List<OrderKey> keys, Outcome<Rows> outcome) {
        Map<OrderKey, Outcome<Rows>> each = new LinkedHashMap<>();
        keys.forEach(key -> each.put(key, outcome));
        return each;
    }

    /** Texts are compared as F&O does, without regard to case. */
    private static Map<OrderKey, Outcome<Rows>> each(List<OrderKey> keys, Rows rows) {
        Map<String, List<JsonNode>> headers = byConfirmation(rows.headers());
        Map<String, List<JsonNode>> lines = byConfirmation(rows.lines());
        Map<OrderKey, Outcome<Rows>> each = new LinkedHashMap<>();
        for (OrderKey key : keys) {
            String name = name(key.orderNumber(), key.confirmationNumber());
            each.put(
                    key,
                    Outcome.done(new Rows(headers.getOrDefault(name, List.of()), lines.getOrDefault(name, List.of()))));
        }
        return each;
    }

    private static Map<String, List<JsonNode>> byConfirmation(List<JsonNode> rows) {
        Map<String, List<JsonNode>> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (JsonNode row : rows) {
            all.computeIfAbsent(
                            name(
                                    row.path("PurchaseOrderNumber").asText(""),
                                    row.path("ConfirmationNumber").asText("")),
                            ignored -> new ArrayList<>())
                    .add(row);
        }
        return all;
    }

    private static String name(String orderNumber, String confirmationNumber) {
        return orderNumber.stripTrailing() + "\n" + confirmationNumber.stripTrailing();
    }
}
