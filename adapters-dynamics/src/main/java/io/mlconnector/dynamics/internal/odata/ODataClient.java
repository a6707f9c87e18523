package io.mlconnector.dynamics.internal.odata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mlconnector.domain.words.Outcome;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.ProblemCode;
import io.mlconnector.dynamics.internal.wire.Answer;
import io.mlconnector.dynamics.internal.wire.Batch;
import io.mlconnector.dynamics.internal.wire.BatchAnswer;
import io.mlconnector.dynamics.internal.wire.GatheredReads;
import io.mlconnector.dynamics.internal.wire.Json;
import io.mlconnector.dynamics.internal.wire.Page;
import io.mlconnector.dynamics.internal.wire.Sending;
import io.mlconnector.dynamics.internal.wire.Transcript;
import io.mlconnector.dynamics.internal.wire.Wire;
import io.mlconnector.dynamics.options.DynamicsOptions;
import io.mlconnector.ports.access.Gate;
import io.mlconnector.ports.access.Intent;
import io.mlconnector.ports.access.TokenCache;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * OData client for one F&O environment. Neither reads nor writes are retried here, except once after a renewed token.
 */
public final class ODataClient implements AutoCloseable {

    /** A read that needs more pages indicates a wrong filter. */
    private static final int MOST_PAGES = 1_000;

    /** What a list may hold in memory; a poll of more needs a later first day. */
    public static final int MOST_ROWS = 100_000;

    /** Rows of one piece of a list whose pages are too large. */
    private static final int PIECE = 2_000;

    /** Rows that are looked at on an event loop: some microseconds for each. */
    private static final int MOST_ROWS_ON_THE_LOOP = 100;

    /** F&O takes addresses of 2 to 8 KB (reference dynamics, section 2.2): tried at first, and what every server takes. */
    private static final int LONGEST_ADDRESS = 7_000;

    private static final int SHORTEST_LIMIT = 2_000;

    private final Wire wire;
    private final GatheredReads reads;
    private final Selection selection = new Selection();
    private final AtomicInteger longestAddress = new AtomicInteger(LONGEST_ADDRESS);

    /** Sends nothing yet. */
    public ODataClient(Vertx vertx, DynamicsOptions options, TokenCache tokens, Gate gate, InstantSource clock) {
        this.wire = new Wire(vertx, options, tokens, gate, clock);
        this.reads = new GatheredReads(vertx, wire, clock, options.batchReads());
    }

    /** Whether reads that are wanted at the same time leave in one request at present. */
    public boolean readsTogether() {
        return reads.together();
    }

    /** All rows of a query, page by page. */
    public Future<Outcome<List<JsonNode>>> all(Query query) {
        return all(query, MOST_ROWS);
    }

    /**
     * The same, refused as soon as there are more rows.
     *
     * @param most at least 1
     */
    public Future<Outcome<List<JsonNode>>> all(Query query, int most) {
        return (reads.together()
                        ? selected(selection.of(query), most)
                        : selection.inTurn(query, asked -> selected(asked, most)))
                .compose(outcome -> tooLarge(outcome) && query.mayBeReadInPieces()
                        ? pieces(selection.of(query), most, PIECE, new ArrayList<>())
                        : Future.succeededFuture(outcome))
                .map(outcome -> query.everyRowIsWanted()
                        ? outcome
                        : outcome.map(rows -> rows.stream().filter(query::wants).toList()));
    }

    private static boolean tooLarge(Outcome<?> outcome) {
        return outcome instanceof Outcome.Refused<?>(Problem why) && why.is(ProblemCode.ANSWER_TOO_LARGE);
    }

    /**
     * A page of F&O has up to ten thousand rows, which may be more than an answer may have bytes: such a list is read in pieces, smaller
     * ones where those are too large as well.
     */
    private Future<Outcome<List<JsonNode>>> pieces(Query query, int most, int size, List<JsonNode> rows) {
        Query piece = query.piece(rows.size(), size);
        return page(piece.uri(), "Reading " + query.entitySet(), new ArrayList<>(), 1, most, refusal -> {})
                .compose(outcome -> {
                    if (tooLarge(outcome) && size > 1) {
                        return pieces(query, most, Math.max(1, size / 4), rows);
                    }
                    if (!(outcome instanceof Outcome.Done<List<JsonNode>>(List<JsonNode> found))) {
                        return Future.succeededFuture(outcome);
                    }
                    rows.addAll(found);
                    if (rows.size() > most) {
                        return Future.succeededFuture(
                                Outcome.refused(tooMany("Reading " + query.entitySet(), most + " rows")));
                    }
                    return found.size() < size
                            ? Future.succeededFuture(Outcome.done(List.copyOf(rows)))
                            : pieces(query, most, size, rows);
                });
    }

    private static Problem tooMany(String what, String limit) {
        return Problem.of(
                ProblemCode.TOO_MANY_ROWS,
                what,
                what + " returned more than " + limit + "; the filter is too wide. Narrow it, then replay.");
    }

    /** A query whose properties are refused is asked again without them, at most once for each. */
    private Future<Outcome<List<JsonNode>>> selected(Query query, int most) {
        List<Query> instead = new ArrayList<>(1);
        return page(
                        query.uri(),
                        "Reading " + query.entitySet(),
                        new ArrayList<>(),
                        1,
                        most,
                        refusal -> selection.after(query, refusal).ifPresent(instead::add))
                .compose(outcome -> {
                    if (outcome instanceof Outcome.Done<?>) {
                        selection.answered(query);
                        return Future.succeededFuture(outcome);
                    }
                    if (instead.isEmpty()) {
                        return Future.succeededFuture(outcome);
                    }
                    return reads.together() ? found(query, most) : selected(instead.get(0), most);
                });
    }

    /** Finds out what the set has, or waits for another query that does, and has an answer either way. */
    private Future<Outcome<List<JsonNode>>> found(Query query, int most) {
        Promise<Void> explored = Promise.promise();
        Optional<Future<Void>> others = selection.exploring(query.entitySet(), explored.future());
        if (others.isPresent()) {
            return others.get().compose(ignored -> {
                Query again = selection.of(query);
                return again.equals(query) ? whole(query, most) : selected(again, most);
            });
        }
        return whole(query, most).onComplete(ended -> {
            selection.explored(query.entitySet(), explored.future());
            explored.complete();
        });
    }

    /**
     * Asks for everything that a row has, and, in the same request, for each property by itself: an answer, and for all later ones
     * what is there, at the price of one call.
     */
    private Future<Outcome<List<JsonNode>>> whole(Query query, int most) {
        Query all = query.selecting(Set.of());
        List<Future<?>> each = new ArrayList<>();
        query.properties().forEach(property -> each.add(exists(query, property)));
        Future<Outcome<List<JsonNode>>> answer =
                page(all.uri(), "Reading " + query.entitySet(), new ArrayList<>(), 1, most, refusal -> {});
        return Future.join(each)
                .transform(found -> answer.map(outcome -> {
                    if (outcome instanceof Outcome.Done<?>) {
                        selection.explored(query);
                    }
                    return outcome;
                }));
    }

    /** Anything but a clear refusal leaves a property in: what is true of it then shows when it is asked for again. */
    private Future<Outcome<Answer>> exists(Query query, String property) {
        Query one = Query.of(query.entitySet()).selecting(Set.of(property)).first(1);
        return reads.read(
                one.uri(),
                "Reading " + query.entitySet(),
                refusal -> selection.refused(query.entitySet(), property, refusal));
    }

    /**
     * What the metadata service says of entities, in one request.
     *
     * @param filter which
     */
    public Future<Outcome<List<JsonNode>>> publicEntities(String filter) {
        String what = "Reading /metadata/PublicEntities";
        return wire.send(Sending.read("/metadata/PublicEntities?$filter=" + Literal.encoded(filter), what))
                .compose(outcome -> outcome instanceof Outcome.Done<Answer>(Answer answer)
                        ? wire.decoded(answer.body().length(), () -> Page.read(answer))
                                .map(page -> page.map(found -> Outcome.done(found.rows()))
                                        .orElseGet(() -> Outcome.notNow(Problem.of(
                                                ProblemCode.ANSWER_UNREADABLE,
                                                "",
                                                what + " returned a response that is not a collection."))))
                        : Future.succeededFuture(outcome.map(ignored -> List.<JsonNode>of())));
    }

    /** Properties of a set that this environment does not have, as far as it was asked. */
    public Set<String> absentProperties(String entitySet) {
        return selection.absent(entitySet);
    }

    /** By how much our clock is ahead of F&O's, by its last answer; negative if it is behind; empty before one said the time. */
    public Optional<Duration> ahead() {
        return wire.ahead();
    }

    /** How long an address may be, in characters, as far as is known of this environment. */
    public int longestAddress() {
        return longestAddress.get();
    }

    /** A long address was refused, and may have been for its length: shorter ones from now on. */
    public void refusedAddress(String uri) {
        longestAddress.accumulateAndGet(
                Math.max(SHORTEST_LIMIT, uri.length() / 2),
                (known, half) -> uri.length() > SHORTEST_LIMIT ? Math.min(known, half) : known);
    }

    /**
     * Makes something of rows: of many of them beside the event loop, which it would hold for milliseconds.
     *
     * @param rows that are looked at
     */
    public <T> Future<T> made(Outcome<List<JsonNode>> rows, Supplier<T> work) {
        boolean many = rows instanceof Outcome.Done<List<JsonNode>>(List<JsonNode> found)
                && found.size() > MOST_ROWS_ON_THE_LOOP;
        return wire.decoded(many ? Integer.MAX_VALUE : 0, work::get);
    }

    /** The first row of a query. */
    public Future<Outcome<Optional<JsonNode>>> first(Query query) {
        return all(query.first(1))
                .map(outcome -> outcome.map(rows -> rows.stream().findFirst()));
    }

    private Future<Outcome<List<JsonNode>>> page(
            String uri, String what, List<JsonNode> rows, int pages, int most, Consumer<Answer> refused) {
        return reads.read(uri, what, refused).compose(outcome -> {
            if (!(outcome instanceof Outcome.Done<Answer>(Answer answer))) {
                return Future.succeededFuture(outcome.map(ignored -> List.of()));
            }
            return wire.decoded(answer.body().length(), () -> Page.read(answer))
                    .compose(page -> page(page, what, rows, pages, most, refused));
        });
    }

    private Future<Outcome<List<JsonNode>>> page(
            Optional<Page> page, String what, List<JsonNode> rows, int pages, int most, Consumer<Answer> refused) {
        if (page.isEmpty()) {
            return Future.succeededFuture(Outcome.notNow(Problem.of(
                    ProblemCode.ANSWER_UNREADABLE,
                    "",
                    what + " returned a response that is not an OData collection.")));
        }
        rows.addAll(page.get().rows());
        if (rows.size() > most) {
            return Future.succeededFuture(Outcome.refused(tooMany(what, most + " rows")));
        }
        String next = page.get().next();
        if (next.isEmpty()) {
            return Future.succeededFuture(Outcome.done(List.copyOf(rows)));
        }
        if (pages >= MOST_PAGES) {
            return Future.succeededFuture(Outcome.refused(tooMany(what, MOST_PAGES + " pages")));
        }
        return page(onOurHost(next), what, rows, pages + 1, most, refused);
    }

    /** A next link may contain the host name of a machine behind a proxy (reference dynamics, section 2.2). */
    private static String onOurHost(String link) {
        URI uri = URI.create(link.replace(" ", "%20"));
        String path = uri.getRawPath();
        return (path.startsWith("/") ? path : "/data/" + path)
                + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
    }

    /**
     * Creates one row.
     *
     * @param intent stored immediately before the request is sent
     * @param transcript of the write
     */
    public Future<Outcome<JsonNode>> create(String entitySet, ObjectNode row, Intent<?> intent, Transcript transcript) {
        String what = "Creating a row of " + entitySet;
        return wire.send(Sending.creation(entitySet, what, row.toString(), intent, transcript))
                .map(outcome -> outcome.then(answer -> Json.read(answer.body())
                        .map(Outcome::done)
                        .orElseGet(() -> Outcome.unknown(Problem.of(
                                ProblemCode.ANSWER_UNREADABLE,
                                "",
                                what + " succeeded, but the response contains no readable row.")))));
    }

    /**
     * Deletes one row.
     *
     * @param row its address, as by {@link Literal#row}
     * @param intent stored immediately before the request is sent
     * @param transcript of the write
     * @return true; refused with {@code not-found} if there is no such row
     */
    public Future<Outcome<Boolean>> delete(String entitySet, String row, Intent<?> intent, Transcript transcript) {
        return wire.send(Sending.deletion(entitySet, row, "Deleting a row of " + entitySet, intent, transcript))
                .map(outcome -> outcome.map(ignored -> true));
    }

    /**
     * Creates rows in one change set, all or nothing.
     *
     * @param intent stored immediately before the request is sent
     * @param transcript of the write
     * @return how many were created
     */
    public Future<Outcome<Integer>> createTogether(
            List<Batch.Creation> creations, String boundary, Intent<?> intent, Transcript transcript) {
        Batch batch = Batch.creating(boundary, creations);
        return wire.send(Sending.changeSet(
                        batch, "Creating " + creations.size() + " rows in one change set", intent, transcript))
                .map(outcome -> outcome.then(answer -> BatchAnswer.ofChangeSet(answer, creations.size())));
    }

    /**
     * Deletes rows in one change set, all or nothing.
     *
     * @param rows address of each, as by {@link Literal#row}, in the order in which they are deleted; at least one
     * @param intent stored immediately before the request is sent
     * @param transcript of the write
     * @return how many were deleted; refused with {@code not-found} if one of them is not there
     */
    public Future<Outcome<Integer>> deleteTogether(
            List<String> rows, String boundary, Intent<?> intent, Transcript transcript) {
        return wire.send(Sending.changeSet(
                        Batch.deleting(boundary, rows),
                        "Deleting " + rows.size() + " rows in one change set",
                        intent,
                        transcript))
                .map(outcome -> outcome.then(answer -> BatchAnswer.ofChangeSet(answer, rows.size())));
    }

    @Override
    public void close() {
        wire.close();
    }
}
