package io.mlconnector.postgres.journal.table;

import io.mlconnector.domain.trade.ContentHash;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.domain.words.HistoryEntry;
import io.mlconnector.ports.journal.history.HistoryChain;
import io.mlconnector.ports.journal.payload.Payload;
import io.mlconnector.postgres.payload.Beside;
import io.mlconnector.postgres.payload.Deflated;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes entries of the history and payloads, within a transaction of the caller's. Also for what is no document and no file: one chain
 * holds everything, so that an audit covers it.
 */
public final class History {

    /** Entries whose hashes an event loop computes in passing. */
    private static final int MANY = 200;

    /** Bytes that an event loop deflates in passing. */
    private static final int MANY_BYTES = 256 * 1024;

    private History() {}

    /**
     * The end of a chain.
     *
     * @param number of its last entry; 0 if there is none
     * @param hash of its last entry
     */
    public record Last(long number, String hash) {

        /** Of a history that has no entry yet. */
        public static final Last NONE = new Last(0, HistoryChain.START);
    }

    /** The end of an owner's history; read after the owner was locked, so that it cannot change. */
    public static Future<Last> last(SqlConnection connection, DocumentId owner) {
        return connection
                .preparedQuery("select number, hash from journal_entry where owner = $1 order by number desc limit 1")
                .execute(Tuple.of(owner.text()))
                .map(rows -> Documents.first(rows)
                        .map(row -> new Last(row.getLong("number"), row.getString("hash")))
                        .orElse(Last.NONE));
    }

    /**
     * Entries that one owner's history is to get.
     *
     * @param owner document or file
     * @param last the end of its history
     * @param entries in order
     */
    public record Addition(DocumentId owner, Last last, List<HistoryEntry> entries) {}

    /** Appends the entries of a transaction that writes of one owner only; see {@link #append(SqlConnection, List)}. */
    public static Future<Void> append(
            SqlConnection connection, DocumentId owner, Last last, List<HistoryEntry> entries) {
        return append(connection, List.of(new Addition(owner, last, entries)));
    }

    /**
     * Appends all entries of a transaction. To be done last, and once: from here until the transaction ends nobody else
     * can append, so a transaction that then waited for another could wait for one that waits for it.
     */
    public static Future<Void> append(SqlConnection connection, List<Addition> additions) {
        int count = additions.stream()
                .mapToInt(addition -> addition.entries().size())
                .sum();
        if (count == 0) {
            return Future.succeededFuture();
        }
        return chained(additions, count).compose(rows -> insert(connection, rows));
    }

    /** Chaining is computed beside the event loop where there is much of it. */
    private static Future<Tuple> chained(List<Addition> additions, int count) {
        return count > MANY
                ? Beside.compute(additions, all -> rows(all, count))
                : Future.succeededFuture(rows(additions, count));
    }

    private static Tuple rows(List<Addition> additions, int count) {
        String[] owners = new String[count];
        Long[] numbers = new Long[count];
        OffsetDateTime[] times = new OffsetDateTime[count];
        String[] actors = new String[count];
        String[] events = new String[count];
        String[] messages = new String[count];
        String[] details = new String[count];
        String[] payloads = new String[count];
        String[] hashes = new String[count];
        int i = 0;
        for (Addition addition : additions) {
            long number = addition.last().number();
            String hash = addition.last().hash();
            for (HistoryEntry happened : addition.entries()) {
                HistoryEntry entry = PostgresText.of(happened);
                number++;
                hash = HistoryChain.link(hash, addition.owner(), number, entry);
                owners[i] = addition.owner().text();
                numbers[i] = number;
                times[i] = Rows.at(entry.at());
                actors[i] = entry.actor();
                events[i] = entry.event();
                messages[i] = entry.message();
                details[i] = new JsonObject(Map.copyOf(entry.details())).encode();
                // Nested arrays must all have the same length, which a list joined into one text need not.
                payloads[i] = String.join(
                        ",", entry.payloads().stream().map(ContentHash::hex).toList());
                hashes[i] = hash;
                i++;
            }
        }
        return Tuple.from(List.of(owners, numbers, times, actors, events, messages, details, payloads, hashes));
    }

    private static Future<Void> insert(SqlConnection connection, Tuple rows) {
        // In this order they get their positions among all entries.
        return connection.preparedQuery("""
                        insert into journal_entry (owner, number, at, actor, event, message, details, payloads, hash)
                        select owner, number, at, actor, event, message, details::jsonb,
                               case when payloads = '' then '{}'::text[] else string_to_array(payloads, ',') end, hash
                        from unnest($1::text[], $2::bigint[], $3::timestamptz[], $4::text[], $5::text[], $6::text[],
                                    $7::text[], $8::text[], $9::text[]) with ordinality
                             as e (owner, number, at, actor, event, message, details, payloads, hash, place)
                        order by place
                        """).execute(rows).mapEmpty();
    }

    /**
     * Appends an entry to the history of each of these. To be done last in a transaction in which nobody else can write of them.
     *
     * @param entries by whom they belong to
     * @param payload what they refer to, stored with them
     */
    public static Future<Void> appendOne(
            SqlConnection connection, Map<DocumentId, HistoryEntry> entries, Optional<Payload> payload, Instant now) {
        List<DocumentId> owners = entries.keySet().stream().sorted().toList();
        return store(connection, payload.stream().toList(), now)
                .compose(stored -> connection
                        .preparedQuery("""
                        select distinct on (owner) owner, number, hash from journal_entry
                        where owner = any($1) order by owner, number desc
                        """)
                        .execute(Tuple.of(owners.stream().map(DocumentId::text).toArray(String[]::new)))
                        .compose(rows -> {
                            Map<String, Last> last = new HashMap<>();
                            rows.forEach(row -> last.put(
                                    row.getString("owner"), new Last(row.getLong("number"), row.getString("hash"))));
                            List<Addition> additions = new ArrayList<>();
                            for (DocumentId owner : owners) {
                                HistoryEntry entry = entries.get(owner);
                                if (entry != null) {
                                    additions.add(new Addition(
                                            owner, last.getOrDefault(owner.text(), Last.NONE), List.of(entry)));
                                }
                            }
                            return append(connection, additions);
                        }));
    }

    /** Stores payloads; in the order of their hashes, so that two transactions that store the same ones cannot deadlock. */
    public static Future<Void> store(SqlConnection connection, List<Payload> payloads, Instant now) {
        if (payloads.isEmpty()) {
            return Future.succeededFuture();
        }
        List<Payload> ordered = payloads.stream()
                .sorted(Comparator.comparing(payload -> payload.hash().hex()))
                .toList();
        return deflated(ordered)
                .compose(deflated -> connection
                        .preparedQuery("""
                        insert into payload (hash, media_type, size, deflated, created_at)
                        select hash, media_type, size, deflated, $5
                        from unnest($1::text[], $2::text[], $3::bigint[], $4::bytea[]) with ordinality
                             as p (hash, media_type, size, deflated, place)
                        order by place on conflict (hash) do nothing
                        """)
                        .execute(Tuple.of(
                                ordered.stream()
                                        .map(payload -> payload.hash().hex())
                                        .toArray(String[]::new),
                                ordered.stream().map(Payload::mediaType).toArray(String[]::new),
                                ordered.stream()
                                        .map(payload -> (long) payload.bytes().length)
                                        .toArray(Long[]::new),
                                deflated,
                                Rows.at(now)))
                        .mapEmpty());
    }

    /** Beside the event loop where there is much of it, as of an order with thousands of lines. */
    private static Future<Buffer[]> deflated(List<Payload> payloads) {
        long bytes =
                payloads.stream().mapToLong(payload -> payload.bytes().length).sum();
        return bytes > MANY_BYTES
                ? Beside.compute(payloads, History::deflate)
                : Future.succeededFuture(deflate(payloads));
    }

    private static Buffer[] deflate(List<Payload> payloads) {
        return payloads.stream()
                .map(payload -> Buffer.buffer(Deflated.deflate(payload.bytes())))
                .toArray(Buffer[]::new);
    }

    /** Stores one payload that was deflated already. */
    public static Future<Void> store(SqlConnection connection, Payload payload, byte[] deflated, Instant now) {
        return connection
                .preparedQuery("""
                        insert into payload (hash, media_type, size, deflated, created_at) values ($1, $2, $3, $4, $5)
                        on conflict (hash) do nothing
                        """)
                .execute(Tuple.of(
                        payload.hash().hex(),
                        payload.mediaType(),
                        (long) payload.bytes().length,
                        Buffer.buffer(deflated),
                        Rows.at(now)))
                .mapEmpty();
    }
}
