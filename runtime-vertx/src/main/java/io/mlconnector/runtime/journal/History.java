package io.mlconnector.runtime.journal;

import io.mlconnector.domain.flow.HistoryEntry;
import io.mlconnector.ports.journal.DocumentId;
import io.mlconnector.ports.journal.HistoryChain;
import io.mlconnector.ports.journal.Payload;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

/** Writes entries of the history and payloads, within a transaction of the caller's. */
final class History {

    private History() {}

    /** Where a chain stands: the number and hash of its last entry. */
    record Last(long number, String hash) {

        static final Last NONE = new Last(0, HistoryChain.START);
    }

    static Future<Void> append(SqlConnection connection, DocumentId owner, Last last, List<HistoryEntry> entries) {
        if (entries.isEmpty()) {
            return Future.succeededFuture();
        }
        int count = entries.size();
        Long[] numbers = new Long[count];
        OffsetDateTime[] times = new OffsetDateTime[count];
        String[] actors = new String[count];
        String[] events = new String[count];
        String[] messages = new String[count];
        String[] details = new String[count];
        String[] payloads = new String[count];
        String[] hashes = new String[count];
        String hash = last.hash();
        for (int i = 0; i < count; i++) {
            HistoryEntry entry = Storable.of(entries.get(i));
            numbers[i] = last.number() + i + 1;
            hash = HistoryChain.link(hash, owner, numbers[i], entry);
            times[i] = Rows.at(entry.at());
            actors[i] = entry.actor();
            events[i] = entry.event();
            messages[i] = entry.message();
            details[i] = new JsonObject(Map.copyOf(entry.details())).encode();
            // An array of arrays must be even; a list in one text is not.
            payloads[i] = String.join(
                    ",", entry.payloads().stream().map(payload -> payload.hex()).toList());
            hashes[i] = hash;
        }
        return connection
                .preparedQuery("""
                        insert into journal_entry (owner, number, at, actor, event, message, details, payloads, hash)
                        select $1, number, at, actor, event, message, details::jsonb,
                               case when payloads = '' then '{}'::text[] else string_to_array(payloads, ',') end, hash
                        from unnest($2::bigint[], $3::timestamptz[], $4::text[], $5::text[], $6::text[], $7::text[],
                                    $8::text[], $9::text[])
                             as e (number, at, actor, event, message, details, payloads, hash)
                        """)
                .execute(Tuple.from(
                        List.of(owner.text(), numbers, times, actors, events, messages, details, payloads, hashes)))
                .mapEmpty();
    }

    static Future<Void> store(SqlConnection connection, List<Payload> payloads, Instant now) {
        Future<Void> stored = Future.succeededFuture();
        for (Payload payload : payloads) {
            stored = stored.compose(ignored -> connection
                    .preparedQuery("""
                            insert into payload (hash, media_type, size, deflated, created_at)
                            values ($1, $2, $3, $4, $5) on conflict (hash) do nothing
                            """)
                    .execute(Tuple.of(
                            payload.hash().hex(),
                            payload.mediaType(),
                            (long) payload.bytes().length,
                            io.vertx.core.buffer.Buffer.buffer(Deflated.deflate(payload.bytes())),
                            Rows.at(now)))
                    .mapEmpty());
        }
        return stored;
    }
}
