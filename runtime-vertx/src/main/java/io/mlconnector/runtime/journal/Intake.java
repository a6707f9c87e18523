package io.mlconnector.runtime.journal;

import io.mlconnector.domain.flow.FlowState;
import io.mlconnector.domain.flow.HistoryEntry;
import io.mlconnector.domain.flow.Problem;
import io.mlconnector.domain.invoicing.InvoiceState;
import io.mlconnector.domain.trade.ContentHash;
import io.mlconnector.ports.journal.DocumentId;
import io.mlconnector.ports.journal.NewDocument;
import io.mlconnector.ports.journal.NewFile;
import io.mlconnector.ports.journal.Payload;
import io.mlconnector.ports.journal.Received;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Enters documents and files, and tells the new from the repeated; within a transaction of the caller's. */
final class Intake {

    private Intake() {}

    /** A document that is to be entered, and what is stored of it besides what it brings itself. */
    private record Entering(NewDocument document, Documents.Entry entry) {}

    static Future<List<DocumentId>> announce(SqlConnection connection, List<NewDocument> documents, Instant now) {
        return Turn.ENTERING
                .in(connection)
                .compose(turn -> owners(connection, documents))
                .compose(owners -> {
                    Set<String> taken = new HashSet<>(owners.keySet());
                    List<Entering> fresh = new ArrayList<>();
                    for (NewDocument document : documents) {
                        String key = key(document).orElse(null);
                        if (key == null || taken.add(key)) {
                            fresh.add(new Entering(
                                    document,
                                    new Documents.Entry(null, key, null, document.state(), document.history())));
                        }
                    }
                    return History.store(connection, contents(fresh), now)
                            .compose(ignored -> insert(connection, fresh, now))
                            .compose(ignored -> History.append(connection, histories(fresh)))
                            .map(ignored -> fresh.stream()
                                    .map(entering -> entering.document().id())
                                    .toList());
                });
    }

    static Future<Received> receive(SqlConnection connection, NewFile file, List<NewDocument> documents, Instant now) {
        return Turn.ENTERING
                .in(connection)
                .compose(ignored -> owners(connection, documents))
                .compose(owners -> {
                    List<DocumentId> fresh = new ArrayList<>();
                    List<DocumentId> duplicates = new ArrayList<>();
                    List<DocumentId> clashes = new ArrayList<>();
                    List<Entering> all = sorted(file, documents, owners, now, fresh, duplicates, clashes);
                    List<Payload> payloads = new ArrayList<>(contents(all));
                    payloads.add(file.content());
                    List<History.Addition> histories = new ArrayList<>();
                    histories.add(new History.Addition(file.id(), History.Last.NONE, file.history()));
                    histories.addAll(histories(all));
                    return History.store(connection, payloads, now)
                            .compose(ignored -> insert(connection, file, documents.size()))
                            .compose(ignored -> insert(connection, all, now))
                            .compose(ignored -> History.append(connection, histories))
                            .map(ignored -> new Received(fresh, duplicates, clashes));
                });
    }

    private static List<Payload> contents(List<Entering> all) {
        return all.stream()
                .flatMap(entering -> entering.document().content().stream())
                .toList();
    }

    private static List<History.Addition> histories(List<Entering> all) {
        return all.stream()
                .map(entering -> new History.Addition(
                        entering.document().id(),
                        History.Last.NONE,
                        entering.entry().history()))
                .toList();
    }

    private static Future<Void> insert(SqlConnection connection, List<Entering> all, Instant now) {
        Future<Void> inserted = Future.succeededFuture();
        for (Entering entering : all) {
            inserted = inserted.compose(
                    ignored -> Documents.insert(connection, entering.document(), entering.entry(), now));
        }
        return inserted;
    }

    private static Future<Void> insert(SqlConnection connection, NewFile file, int documents) {
        return connection
                .preparedQuery("""
                        insert into file (id, connection, partner, folder, remote_id, name, state, size, content, problem,
                          documents, remove_afterwards, taken_at)
                        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10::text::jsonb, $11, $12, $13)
                        """)
                .execute(Documents.tuple(
                        file.id().text(),
                        file.connection(),
                        file.partner(),
                        file.folder(),
                        file.remoteId(),
                        file.name(),
                        file.state(),
                        (long) file.content().bytes().length,
                        file.content().hash().hex(),
                        file.problem().map(Mapping::write).orElse(null),
                        documents,
                        file.removeAfterwards(),
                        Rows.at(file.takenAt())))
                .mapEmpty();
    }

    private static Optional<String> key(NewDocument document) {
        return document.dedupeKey().map(Storable::of).map(Storable::json);
    }

    /** Who has a key, and with which content. */
    private record Owner(String id, String fingerprint) {}

    private static Future<Map<String, Owner>> owners(SqlConnection connection, List<NewDocument> documents) {
        String[] keys = documents.stream()
                .flatMap(document -> key(document).stream())
                .distinct()
                .toArray(String[]::new);
        if (keys.length == 0) {
            return Future.succeededFuture(new HashMap<>());
        }
        return connection
                .preparedQuery("select id, dedupe_key, fingerprint from document where dedupe_key = any ($1)")
                .execute(Tuple.of(keys))
                .map(rows -> {
                    Map<String, Owner> owners = new HashMap<>();
                    for (Row row : rows) {
                        String fingerprint = row.getString("fingerprint");
                        owners.put(
                                row.getString("dedupe_key"),
                                new Owner(row.getString("id"), fingerprint == null ? "" : fingerprint));
                    }
                    return owners;
                });
    }

    /** Tells the new from the repeated; the ids go into the three lists. */
    private static List<Entering> sorted(
            NewFile file,
            List<NewDocument> documents,
            Map<String, Owner> owners,
            Instant now,
            List<DocumentId> fresh,
            List<DocumentId> duplicates,
            List<DocumentId> clashes) {
        List<Entering> all = new ArrayList<>();
        for (NewDocument document : documents) {
            String fingerprint = document.fingerprint().map(ContentHash::hex).orElse("");
            Optional<Owner> owner = key(document).map(owners::get);
            Documents.Entry entry;
            if (owner.isEmpty()) {
                key(document)
                        .ifPresent(
                                key -> owners.put(key, new Owner(document.id().text(), fingerprint)));
                fresh.add(document.id());
                entry = new Documents.Entry(
                        file.id().text(), key(document).orElse(null), null, document.state(), document.history());
            } else if (owner.get().fingerprint().equals(fingerprint)) {
                duplicates.add(document.id());
                entry = repeated(file, document, owner.get().id(), now);
            } else {
                clashes.add(document.id());
                entry = reused(file, document, owner.get().id(), now);
            }
            all.add(new Entering(document, entry));
        }
        return all;
    }

    private static Documents.Entry repeated(NewFile file, NewDocument document, String owner, Instant now) {
        Problem why = Problem.of(
                        "document-repeated",
                        owner,
                        "The same transaction set came before as document " + owner
                                + ". Nothing is done with this one.")
                .with("duplicateOf", owner);
        return new Documents.Entry(
                file.id().text(),
                null,
                owner,
                new InvoiceState.Duplicate(why),
                with(document.history(), HistoryEntry.entry(now, "duplicate", why)));
    }

    private static Documents.Entry reused(NewFile file, NewDocument document, String owner, Instant now) {
        Problem why = Problem.of(
                        "control-numbers-reused",
                        owner,
                        "Another document, " + owner
                                + ", came with the same control numbers (ISA13, GS06, ST02) and other"
                                + " content. If this one is a correction that shall be processed, replay it; if not,"
                                + " discard it.")
                .with("sameNumbersAs", owner);
        return new Documents.Entry(
                file.id().text(),
                null,
                null,
                new InvoiceState.Held(why, resume(document.state())),
                with(document.history(), HistoryEntry.entry(now, "held", why)));
    }

    /** Where a released document goes on; never a state in which it stands still. */
    private static InvoiceState resume(FlowState state) {
        return switch (state) {
            case InvoiceState.Held(Problem ignored, InvoiceState resume) -> resume;
            case InvoiceState.Failed(Problem ignored, InvoiceState resume) -> resume;
            case InvoiceState.Discarded(Problem ignored, InvoiceState before) -> resume(before);
            case InvoiceState.Duplicate ignored -> new InvoiceState.Received(Set.of(), 0);
            case InvoiceState moving -> moving;
            default -> new InvoiceState.Received(Set.of(), 0);
        };
    }

    private static List<HistoryEntry> with(List<HistoryEntry> history, HistoryEntry last) {
        List<HistoryEntry> all = new ArrayList<>(history);
        all.add(last);
        return all;
    }
}
