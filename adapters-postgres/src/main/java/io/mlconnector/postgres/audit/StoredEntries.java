package io.mlconnector.postgres.audit;

import io.mlconnector.ports.audit.Predecessor;
import io.mlconnector.ports.journal.history.Head;
import io.mlconnector.ports.journal.history.StoredEntry;
import io.vertx.core.Future;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Entries and the head as stored; a malformed value is read as one that matches no hash. */
final class StoredEntries {

    private static final int PAGE = 500;

    /** The database stores every character but this one: no value that it marks was ever written. */
    static final String FOREIGN = "\u0000";

    private static final String SELECT = """
            select e.position, e.owner, e.number, e.at, e.actor, e.event, e.message, e.details::text as details,
                   e.payloads, e.hash, e.link, b.number as before, b.hash as before_hash
            from journal_entry e left join lateral (
              select number, hash from journal_entry p where p.owner = e.owner and p.number < e.number
              order by p.number desc limit 1) b on true
            """;

    private StoredEntries() {}

    /** What is done with an entry. */
    @FunctionalInterface
    interface Reader {
        void read(StoredEntry entry, Optional<Predecessor> before) throws Exception;
    }

    /** In the order of their positions. */
    static Future<Void> read(Snapshot snapshot, Scope scope, Reader reader) {
        String where = scope.owner().isPresent()
                ? " where e.owner = $2 and e.position >= $1 order by e.number"
                : " where e.position >= $1 order by e.position";
        Tuple values = Tuple.of(scope.from());
        scope.owner().ifPresent(values::addString);
        return snapshot.pages(SELECT + where, values, PAGE, page -> {
            for (Row row : page) {
                reader.read(entry(row), before(row));
            }
        });
    }

    /** Where the history ends; empty if it is not recorded. */
    static Future<Optional<Head>> head(Snapshot snapshot) {
        return snapshot.rows("select position, link from journal_head", Tuple.tuple())
                .map(StoredEntries::head);
    }

    /** The head before a position; empty if the entry there is missing. */
    static Future<Optional<Head>> before(Snapshot snapshot, long position) {
        return position == 1
                ? Future.succeededFuture(Optional.of(Head.START))
                : snapshot.rows("select position, link from journal_entry where position = $1", Tuple.of(position - 1))
                        .map(StoredEntries::head);
    }

    private static Optional<Head> head(RowSet<Row> rows) {
        for (Row row : rows) {
            return Optional.of(new Head(row.getLong("position"), text(row.getString("link"))));
        }
        return Optional.empty();
    }

    private static StoredEntry entry(Row row) {
        String[] payloads = row.getArrayOfStrings("payloads");
        OffsetDateTime at = row.getOffsetDateTime("at");
        return new StoredEntry(
                row.getLong("position"),
                text(row.getString("owner")),
                row.getLong("number"),
                at == null ? Instant.MIN : at.toInstant(),
                text(row.getString("actor")),
                text(row.getString("event")),
                text(row.getString("message")),
                details(row.getString("details")),
                payloads == null
                        ? List.of(FOREIGN)
                        : Arrays.stream(payloads).map(StoredEntries::text).toList(),
                text(row.getString("hash")),
                text(row.getString("link")));
    }

    private static Optional<Predecessor> before(Row row) {
        Long number = row.getLong("before");
        return number == null
                ? Optional.empty()
                : Optional.of(new Predecessor(number, text(row.getString("before_hash"))));
    }

    private static String text(@Nullable String stored) {
        return stored == null ? FOREIGN : stored;
    }

    /** Facts by name; each value is a text and nothing else. */
    static Map<String, String> details(@Nullable String json) {
        try {
            if (json == null || !json.startsWith("{")) {
                return Map.of(FOREIGN, text(json));
            }
            return details(new JsonObject(json));
        } catch (DecodeException e) {
            // It is no finding of its own: what stands here fits no hash.
            return Map.of(FOREIGN, json);
        }
    }

    static Map<String, String> details(JsonObject json) {
        Map<String, String> details = new LinkedHashMap<>();
        json.forEach(detail -> details.put(
                detail.getKey(),
                detail.getValue() instanceof String text ? text : FOREIGN + Json.encode(detail.getValue())));
        return details;
    }
}
