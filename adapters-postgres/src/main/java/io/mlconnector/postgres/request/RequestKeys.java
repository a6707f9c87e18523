package io.mlconnector.postgres.request;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * Which requests of programs were begun under an idempotency key, and what they were answered (after the IETF draft "The
 * Idempotency-Key HTTP Header Field"). Keys of one operator are not those of another.
 */
public final class RequestKeys {

    /** So long a key is known after its first request. */
    public static final Duration KEPT = Duration.ofHours(24);

    private final Pool pool;
    private final InstantSource clock;

    /** On a database whose schema is up to date. */
    public RequestKeys(Pool pool, InstantSource clock) {
        this.pool = pool;
        this.clock = clock;
    }

    /** What is known of a key when a request comes with it. */
    public sealed interface Begun {

        /** Nothing: the request is carried out, and what it is answered is kept with {@link #answered}. */
        record First() implements Begun {}

        /**
         * The same request was answered before.
         *
         * @param status HTTP status of that answer
         * @param answer its body
         */
        record Again(int status, String answer) implements Begun {}

        /**
         * The same request was begun before, and was not answered yet: it is under way, or the daemon ended meanwhile.
         *
         * @param at when
         */
        record UnderWay(Instant at) implements Begun {}

        /** Another request came with this key. */
        record Other() implements Begun {}
    }

    /**
     * A request begins.
     *
     * @param key 1 to 255 characters
     * @param request a hash of all that it asks for
     */
    public Future<Begun> begin(String operator, String key, String request) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        return pool.preparedQuery("delete from request_key where begun_at < $1")
                .execute(Tuple.of(now.minus(KEPT)))
                .compose(ignored -> pool.preparedQuery("""
                                insert into request_key (operator, key, request, begun_at) values ($1, $2, $3, $4)
                                on conflict do nothing
                                """).execute(Tuple.of(operator, key, request, now)))
                .compose(inserted -> inserted.rowCount() > 0
                        ? Future.succeededFuture(new Begun.First())
                        : known(operator, key, request));
    }

    private Future<Begun> known(String operator, String key, String request) {
        return pool.preparedQuery(
                        "select request, begun_at, status, answer from request_key where operator = $1 and key = $2")
                .execute(Tuple.of(operator, key))
                .map(rows -> {
                    for (Row row : rows) {
                        return begun(row, request);
                    }
                    // Given up between the two statements: whoever asks again is the first.
                    return new Begun.UnderWay(clock.instant());
                });
    }

    private static Begun begun(Row row, String request) {
        if (!row.getString("request").equals(request)) {
            return new Begun.Other();
        }
        Integer status = row.getInteger("status");
        return status == null
                ? new Begun.UnderWay(row.getOffsetDateTime("begun_at").toInstant())
                : new Begun.Again(status, row.getString("answer"));
    }

    /** The request did its work, and is answered this. */
    public Future<Void> answered(String operator, String key, int status, String answer) {
        return pool.preparedQuery("update request_key set status = $3, answer = $4 where operator = $1 and key = $2")
                .execute(Tuple.of(operator, key, status, answer))
                .mapEmpty();
    }

    /** The request did nothing: it may come again, and its key with it. */
    public Future<Void> givenUp(String operator, String key) {
        return pool.preparedQuery("delete from request_key where operator = $1 and key = $2 and status is null")
                .execute(Tuple.of(operator, key))
                .mapEmpty();
    }
}
