package io.mlconnector.postgres.alignment;

import io.mlconnector.domain.crossreference.CrossReference;
import io.mlconnector.domain.crossreference.CrossReferenceChanges;
import io.mlconnector.domain.crossreference.CrossReferences;
import io.mlconnector.domain.trade.LegalEntity;
import io.mlconnector.domain.trade.PartnerId;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.domain.words.HistoryEntry;
import io.mlconnector.ports.alignment.CrossReferenceTable;
import io.mlconnector.ports.journal.payload.Hashes;
import io.mlconnector.ports.journal.payload.Payload;
import io.mlconnector.postgres.journal.table.History;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** The translations that operators keep, in the database. What was read once is read again only where it was changed. */
public final class CrossReferenceStore implements CrossReferenceTable {

    /** The owner of the entries for many that were entered at once. */
    static final DocumentId TOGETHER = new DocumentId("xr-together");

    /** More than these get one entry together: each entry of a transaction makes the next one dearer. */
    private static final int MOST_BY_THEMSELVES = 500;

    private final Pool pool;
    private final InstantSource clock;
    private final RememberedCrossReferences remembered;

    /** On a database whose schema is up to date. */
    public CrossReferenceStore(Pool pool, InstantSource clock) {
        this.pool = pool;
        this.clock = clock;
        this.remembered = new RememberedCrossReferences(pool);
    }

    @Override
    public CompletionStage<CrossReferences> all() {
        return remembered.now().toCompletionStage();
    }

    /** All that hold or will hold, with who entered them, by partner, kind and word. */
    public Future<List<RecordedCrossReference>> list() {
        return pool.preparedQuery("select " + StoredRow.COLUMNS
                        + " from cross_reference where not removed order by partner, legal_entity, kind, theirs,"
                        + " effective_from nulls first")
                .execute()
                .map(rows -> {
                    List<RecordedCrossReference> all = new ArrayList<>();
                    rows.forEach(row -> all.add(StoredRow.recorded(row)));
                    return all;
                });
    }

    /**
     * Those that hold or will hold and that a person looks for, in the order of {@link #list}.
     *
     * @param wanted what is looked for
     * @param after the id of the last one of the page before; empty for the first page
     * @param most at most so many; 1 or more
     */
    public Future<List<RecordedCrossReference>> page(Wanted wanted, Optional<String> after, int most) {
        return pool.preparedQuery("select " + StoredRow.COLUMNS + """
                         from cross_reference
                        where not removed and ($1::text = '' or partner = $1) and ($2::text = '' or kind = $2)
                          and (strpos(lower(theirs), lower($3::text)) > 0 or strpos(lower(ours), lower($3)) > 0)
                          and ($4::text is null or (partner, legal_entity, kind, theirs, coalesce(effective_from, '-infinity')) >
                            (select partner, legal_entity, kind, theirs, coalesce(effective_from, '-infinity')
                             from cross_reference where id = $4))
                        order by partner, legal_entity, kind, theirs, effective_from nulls first limit $5
                        """)
                .execute(Tuple.of(
                        wanted.partner(),
                        wanted.kind().map(CrossReference.Kind::word).orElse(""),
                        wanted.part(),
                        after.orElse(null),
                        most))
                .map(rows -> {
                    List<RecordedCrossReference> page = new ArrayList<>();
                    rows.forEach(row -> page.add(StoredRow.recorded(row)));
                    return page;
                });
    }

    /**
     * What a person looks for.
     *
     * @param partner whose; empty: of all, and for all
     * @param kind of what; empty: of every kind
     * @param part a part of either word, in letters of any case; may be empty
     */
    public record Wanted(String partner, Optional<CrossReference.Kind> kind, String part) {}

    /** Under which id the history of a translation is kept, also of a removed one; empty if there never was one. */
    public Future<Optional<DocumentId>> historyOf(CrossReference.Key key) {
        // Rows from before there were legal entities have other ids than those that are made of their keys.
        return kept(key, "id = $1", Tuple.of(id(key).text()))
                .compose(found -> found.isPresent()
                        ? Future.succeededFuture(found)
                        : kept(
                                key,
                                "partner = $1 and legal_entity = $2 and kind = $3",
                                Tuple.of(
                                        key.scope().partner().map(PartnerId::id).orElse(""),
                                        key.scope()
                                                .legalEntity()
                                                .map(LegalEntity::id)
                                                .orElse(""),
                                        key.kind().word())));
    }

    private Future<Optional<DocumentId>> kept(CrossReference.Key key, String where, Tuple values) {
        return pool.preparedQuery("select " + StoredRow.COLUMNS + " from cross_reference where " + where)
                .execute(values)
                .map(rows -> {
                    for (Row row : rows) {
                        StoredRow stored = StoredRow.of(row);
                        if (stored.reference().key().equals(key)) {
                            return Optional.of(stored.id());
                        }
                    }
                    return Optional.empty();
                });
    }

    /** What entering these would change; changes nothing. */
    public Future<CrossReferenceChanges> preview(List<CrossReference> wanted) {
        return list().map(known -> {
            Map<CrossReference.Key, CrossReference> byKey = new HashMap<>();
            known.forEach(one -> byKey.put(one.reference().key(), one.reference()));
            return CrossReferenceChanges.of(byKey, wanted);
        });
    }

    /**
     * Enters all of these, or none: not if two of them contradict each other, nor if one would be overwritten where that is refused.
     *
     * @return what was changed, or would have been; {@link #done} tells which
     */
    public Future<CrossReferenceChanges> enter(List<CrossReference> wanted, Overwriting overwriting, Editor editor) {
        return pool.withTransaction(connection -> locked(connection).compose(known -> {
            Map<CrossReference.Key, CrossReference> byKey = new HashMap<>();
            known.forEach((key, one) -> {
                if (!one.removed()) {
                    byKey.put(key, one.reference());
                }
            });
            CrossReferenceChanges changes = CrossReferenceChanges.of(byKey, wanted);
            return done(changes, overwriting) && changes.changesSomething()
                    ? write(connection, known, changes, editor).map(ignored -> changes)
                    : Future.succeededFuture(changes);
        }));
    }

    /** Whether changes of this kind are made, or refused as a whole. */
    public static boolean done(CrossReferenceChanges changes, Overwriting overwriting) {
        return changes.contradicting().isEmpty()
                && (overwriting == Overwriting.ALLOWED || changes.replaced().isEmpty());
    }

    /** Removes a translation; empty if there was none. Its history stays. */
    public Future<Optional<CrossReference>> remove(CrossReference.Key key, Editor editor) {
        return pool.withTransaction(connection -> locked(connection).compose(known -> {
            StoredRow there = known.get(key);
            if (there == null || there.removed()) {
                return Future.succeededFuture(Optional.<CrossReference>empty());
            }
            OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
            return connection
                    .preparedQuery(
                            "update cross_reference set removed = true, version = nextval('cross_reference_version'),"
                                    + " changed_at = $2, changed_by = $3, reason = $4 where id = $1")
                    .execute(Tuple.of(there.id().text(), now, editor.operator(), editor.reason()))
                    .compose(ignored -> History.appendOne(
                            connection,
                            Map.of(
                                    there.id(),
                                    entry(
                                            editor,
                                            "cross-reference-removed",
                                            there.reference().key() + " no longer means "
                                                    + there.reference().ours() + ".")),
                            Optional.empty(),
                            clock.instant()))
                    .map(ignored -> Optional.of(there.reference()));
        }));
    }

    /** All rows, removed ones too, while nobody else can change any until the transaction ends. */
    private static Future<Map<CrossReference.Key, StoredRow>> locked(SqlConnection connection) {
        return connection
                .query("lock table cross_reference in share row exclusive mode")
                .execute()
                .compose(ignored -> connection
                        .query("select " + StoredRow.COLUMNS + " from cross_reference")
                        .execute())
                .map(rows -> {
                    Map<CrossReference.Key, StoredRow> all = new HashMap<>();
                    rows.forEach(row -> {
                        StoredRow one = StoredRow.of(row);
                        all.put(one.reference().key(), one);
                    });
                    return all;
                });
    }

    private Future<Void> write(
            SqlConnection connection,
            Map<CrossReference.Key, StoredRow> known,
            CrossReferenceChanges changes,
            Editor editor) {
        List<CrossReference> written = changes.written();
        Map<CrossReference.Key, CrossReference> before = new HashMap<>();
        changes.replaced().forEach(one -> before.put(one.after().key(), one.before()));
        int count = written.size();
        String[] ids = new String[count];
        String[] partners = new String[count];
        String[] legalEntities = new String[count];
        String[] kinds = new String[count];
        String[] theirs = new String[count];
        String[] ours = new String[count];
        LocalDate[] from = new LocalDate[count];
        LocalDate[] until = new LocalDate[count];
        boolean together = count > MOST_BY_THEMSELVES;
        Optional<Payload> list = together ? Optional.of(payload(written)) : Optional.empty();
        Map<DocumentId, HistoryEntry> entries = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            CrossReference one = written.get(i);
            StoredRow there = known.get(one.key());
            DocumentId id = there == null ? id(one.key()) : there.id();
            ids[i] = id.text();
            partners[i] = one.scope().partner().map(partner -> partner.id()).orElse("");
            legalEntities[i] =
                    one.scope().legalEntity().map(where -> where.id()).orElse("");
            kinds[i] = one.kind().word();
            theirs[i] = one.theirs();
            ours[i] = one.ours();
            from[i] = orNull(one.dates().from());
            until[i] = orNull(one.dates().until());
            if (!together) {
                entries.put(id, entry(editor, "cross-reference-entered", sentence(one, before.get(one.key()))));
            }
        }
        list.ifPresent(all -> entries.put(TOGETHER, entered(editor, changes, all)));
        return connection
                .preparedQuery("""
                        insert into cross_reference (id, partner, legal_entity, kind, theirs, ours, effective_from,
                            effective_until, changed_at, changed_by, reason, entered_with)
                        select id, partner, legal_entity, kind, theirs, ours, effective_from, effective_until, $9, $10, $11, $12
                        from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::date[],
                            $8::date[]) as n (id, partner, legal_entity, kind, theirs, ours, effective_from, effective_until)
                        on conflict (id) do update set theirs = excluded.theirs, ours = excluded.ours,
                            effective_until = excluded.effective_until, changed_at = excluded.changed_at,
                            changed_by = excluded.changed_by, reason = excluded.reason, entered_with = excluded.entered_with, removed = false,
                            version = nextval('cross_reference_version')
                        """)
                .execute(Tuple.from(new Object[] {
                    ids,
                    partners,
                    legalEntities,
                    kinds,
                    theirs,
                    ours,
                    from,
                    until,
                    clock.instant().atOffset(ZoneOffset.UTC),
                    editor.operator(),
                    editor.reason(),
                    list.map(all -> all.hash().hex()).orElse(null)
                }))
                .compose(ignored -> History.appendOne(connection, entries, list, clock.instant()));
    }

    private static Payload payload(List<CrossReference> written) {
        JsonArray all = new JsonArray();
        for (CrossReference one : written) {
            all.add(new JsonObject()
                    .put("what", one.key().toString())
                    .put("ours", one.ours())
                    .put("dates", one.dates().toString()));
        }
        return Hashes.payload(Payload.JSON, all.encodePrettily().getBytes(StandardCharsets.UTF_8));
    }

    private HistoryEntry entered(Editor editor, CrossReferenceChanges changes, Payload list) {
        HistoryEntry entry = entry(
                editor,
                "cross-references-entered",
                changes.added().size() + " translations were entered and "
                        + changes.replaced().size() + " replaced, together.");
        return new HistoryEntry(
                entry.at(), entry.actor(), entry.event(), entry.message(), Map.of(), List.of(list.hash()));
    }

    private static String sentence(CrossReference now, @Nullable CrossReference before) {
        return now.key() + " means " + now.ours()
                + now.dates().until().map(last -> " until " + last).orElse("")
                + (before == null ? "." : "; so far " + before.ours() + ".");
    }

    private HistoryEntry entry(Editor editor, String event, String sentence) {
        return new HistoryEntry(
                clock.instant(),
                editor.operator(),
                event,
                Character.toUpperCase(sentence.charAt(0))
                        + sentence.substring(1)
                        + (editor.unchecked() ? " Entered without asking F&O whether it has it." : "")
                        + (editor.reason().isBlank() ? "" : " Reason: " + editor.reason()),
                Map.of(),
                List.of());
    }

    private static DocumentId id(CrossReference.Key key) {
        return new DocumentId("xr-" + Hashes.of(key.toString()).hex().substring(0, 17));
    }

    private static @Nullable LocalDate orNull(Optional<LocalDate> day) {
        return day.orElse(null);
    }
}
