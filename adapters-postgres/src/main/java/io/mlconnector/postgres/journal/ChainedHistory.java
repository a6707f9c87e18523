package io.mlconnector.postgres.journal;

import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.domain.words.HistoryEntry;
import io.mlconnector.ports.journal.payload.Payload;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The history for what is no document and no file, in the same chain, so that an audit covers it too. */
public final class ChainedHistory {

    private ChainedHistory() {}

    /**
     * Appends an entry to the history of each of these. To be done last in a transaction in which nobody else can write of them.
     *
     * @param entries by whom they belong to
     * @param payload what they refer to, stored with them
     */
    public static Future<Void> append(
            SqlConnection connection, Map<DocumentId, HistoryEntry> entries, Optional<Payload> payload, Instant now) {
        List<DocumentId> owners = entries.keySet().stream().sorted().toList();
        return History.store(connection, payload.stream().toList(), now)
                .compose(stored -> connection
                        .preparedQuery("""
                        select distinct on (owner) owner, number, hash from journal_entry
                        where owner = any($1) order by owner, number desc
                        """)
                        .execute(Tuple.of(owners.stream().map(DocumentId::text).toArray(String[]::new)))
                        .compose(rows -> {
                            Map<String, History.Last> last = new HashMap<>();
                            rows.forEach(row -> last.put(
                                    row.getString("owner"),
                                    new History.Last(row.getLong("number"), row.getString("hash"))));
                            List<History.Addition> additions = new ArrayList<>();
                            for (DocumentId owner : owners) {
                                HistoryEntry entry = entries.get(owner);
                                if (entry != null) {
                                    additions.add(new History.Addition(
                                            owner, last.getOrDefault(owner.text(), History.Last.NONE), List.of(entry)));
                                }
                            }
                            return History.append(connection, additions);
                        }));
    }
}
