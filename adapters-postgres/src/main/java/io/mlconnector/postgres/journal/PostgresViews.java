package io.mlconnector.postgres.journal;

import io.mlconnector.domain.precedent.Precedent;
import io.mlconnector.domain.trade.ContentHash;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.ports.journal.DocumentFilter;
import io.mlconnector.ports.journal.DocumentViews;
import io.mlconnector.ports.journal.document.DocumentRecord;
import io.mlconnector.ports.journal.document.StuckCause;
import io.mlconnector.ports.journal.file.FileFilter;
import io.mlconnector.ports.journal.file.FileRecord;
import io.mlconnector.ports.journal.history.FixAct;
import io.mlconnector.ports.journal.history.Happened;
import io.mlconnector.ports.journal.history.RecordedEntry;
import io.mlconnector.ports.journal.order.OpenOrders;
import io.mlconnector.ports.journal.order.OrderReference;
import io.mlconnector.ports.journal.payload.Payload;
import io.mlconnector.ports.journal.payload.PayloadOwner;
import io.mlconnector.ports.stored.StoredForm;
import io.mlconnector.postgres.journal.file.FileListing;
import io.mlconnector.postgres.journal.order.OrderQuestions;
import io.mlconnector.postgres.journal.table.Columns;
import io.mlconnector.postgres.journal.table.Documents;
import io.mlconnector.postgres.journal.table.Rows;
import io.mlconnector.postgres.journal.table.Unavailability;
import io.mlconnector.postgres.payload.Beside;
import io.mlconnector.postgres.payload.Deflated;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

/** What is stored, to be read, from PostgreSQL. */
final class PostgresViews implements DocumentViews {

    /** Payloads of more bytes are inflated beside the event loop. */
    private static final long LARGE = 1 << 20;

    private final Pool pool;
    private final InstantSource clock;
    private final StoredForm form;
    private final Documents documents;
    private final Rows rows;

    /** On a database whose schema is up to date. */
    PostgresViews(Pool pool, InstantSource clock, StoredForm form, Documents documents, Rows rows) {
        this.pool = pool;
        this.clock = clock;
        this.form = form;
        this.documents = documents;
        this.rows = rows;
    }

    @Override
    public CompletionStage<Optional<DocumentRecord>> find(DocumentId id) {
        return pool.withConnection(connection -> documents.find(connection, id))
                .recover(Unavailability::told)
                .toCompletionStage();
    }

    @Override
    public CompletionStage<List<DocumentRecord>> find(Collection<DocumentId> ids) {
        return Query.many(
                pool,
                "select " + Columns.DOCUMENT + " from document d where d.id = any ($1)",
                Tuple.of(ids.stream().map(DocumentId::text).toArray(String[]::new)),
                rows::document);
    }

    @Override
    public CompletionStage<List<DocumentRecord>> list(DocumentFilter filter) {
        Listing listing = new Listing(filter);
        return Query.many(pool, listing.sql(), listing.values(), rows::document);
    }

    @Override
    public CompletionStage<List<DocumentId>> matching(DocumentFilter filter, int most) {
        Listing listing = new Listing(filter, most);
        return Query.many(pool, listing.ids(), listing.values(), row -> new DocumentId(row.getString("id")));
    }

    @Override
    public CompletionStage<Integer> count(DocumentFilter filter, int most) {
        Listing listing = new Listing(filter, most);
        return pool.preparedQuery(listing.count())
                .execute(listing.values())
                .map(rows -> rows.iterator().next().getInteger("n"))
                .recover(Unavailability::told)
                .toCompletionStage();
    }

    @Override
    public CompletionStage<List<StuckCause>> causes(Optional<String> partner, boolean putOff, int most) {
        return Causes.of(pool, form, Tuple.of(most, Rows.at(clock.instant()), partner.orElse(""), putOff))
                .recover(Unavailability::told)
                .toCompletionStage();
    }

    @Override
    public CompletionStage<List<Precedent>> precedents(Collection<String> causeKeys) {
        return Causes.precedents(pool, causeKeys).recover(Unavailability::told).toCompletionStage();
    }

    @Override
    public CompletionStage<List<FixAct>> fixes(int most) {
        return Causes.fixes(pool, most).recover(Unavailability::told).toCompletionStage();
    }

    @Override
    public CompletionStage<List<FixAct>> acts(String fix) {
        return Causes.acts(pool, fix).recover(Unavailability::told).toCompletionStage();
    }

    @Override
    public CompletionStage<List<DocumentRecord>> sequence(String sequenceKey) {
        return Query.many(
                pool,
                "select " + Columns.DOCUMENT + " from document d where d.sequence_key = $1 order by d.entered",
                Tuple.of(sequenceKey),
                rows::document);
    }

    @Override
    public CompletionStage<List<RecordedEntry>> history(DocumentId id) {
        return Query.many(
                pool,
                "select " + Columns.ENTRY + " from journal_entry where owner = $1 order by number",
                Tuple.of(id.text()),
                Rows::entry);
    }

    @Override
    public CompletionStage<List<RecordedEntry>> history(DocumentId id, long after, int most) {
        return Query.many(
                pool,
                "select " + Columns.ENTRY
                        + " from journal_entry where owner = $1 and number > $2 order by number limit $3",
                Tuple.of(id.text(), after, most),
                Rows::entry);
    }

    @Override
    public CompletionStage<Happened> happenedAfter(long position, int most) {
        return pool.preparedQuery(
                        "select h.position as newest, o.owner from journal_head h left join (select owner, max(position) as"
                                + " last from journal_entry where position > $1 group by owner order by last desc limit $2) o"
                                + " on true order by o.last desc")
                .execute(Tuple.of(position, most + 1))
                .map(rows -> {
                    List<DocumentId> owners = new ArrayList<>();
                    long newest = 0;
                    for (Row row : rows) {
                        newest = row.getLong("newest");
                        if (row.getString("owner") != null) {
                            owners.add(new DocumentId(row.getString("owner")));
                        }
                    }
                    return new Happened(newest, owners.subList(0, Math.min(most, owners.size())), owners.size() > most);
                })
                .recover(Unavailability::told)
                .toCompletionStage();
    }

    @Override
    public CompletionStage<List<FileRecord>> files(FileFilter filter) {
        FileListing listing = new FileListing(filter);
        return Query.many(pool, listing.sql(), listing.values(), rows::file);
    }

    @Override
    public CompletionStage<Optional<FileRecord>> file(DocumentId id) {
        return pool.preparedQuery("select " + Columns.FILE + " from file f where f.id = $1")
                .execute(Tuple.of(id.text()))
                .map(found -> Documents.first(found).map(rows::file))
                .recover(Unavailability::told)
                .toCompletionStage();
    }

    @Override
    public CompletionStage<Optional<Payload>> payload(ContentHash hash) {
        return pool.preparedQuery("select media_type, size, deflated from payload where hash = $1")
                .execute(Tuple.of(hash.hex()))
                .compose(rows -> Documents.first(rows)
                        .map(row -> payload(hash, row))
                        .orElseGet(() -> Future.succeededFuture(Optional.empty())))
                .recover(Unavailability::told)
                .toCompletionStage();
    }

    @Override
    public CompletionStage<List<PayloadOwner>> owners(ContentHash hash, long after, int most) {
        return Query.many(pool, """
                        select owner, min(position) as first, min(at) as at, array_agg(event order by position) as events
                        from journal_entry where payloads <> '{}' and payloads @> array[$1::text]
                        group by owner having min(position) > $2 order by first limit $3
                        """, Tuple.of(hash.hex(), after, most), PostgresViews::owner);
    }

    private static PayloadOwner owner(Row row) {
        return new PayloadOwner(
                new DocumentId(row.getString("owner")),
                row.getLong("first"),
                Rows.instant(row, "at").orElseThrow(),
                Stream.of(row.getArrayOfStrings("events")).distinct().toList());
    }

    private static Future<Optional<Payload>> payload(ContentHash hash, Row row) {
        long size = row.getLong("size");
        byte[] deflated = row.getBuffer("deflated").getBytes();
        String mediaType = row.getString("media_type");
        return size < LARGE
                ? Future.succeededFuture(Optional.of(new Payload(hash, mediaType, Deflated.inflate(deflated, size))))
                : Beside.compute(
                        deflated, bytes -> Optional.of(new Payload(hash, mediaType, Deflated.inflate(bytes, size))));
    }

    @Override
    public CompletionStage<List<DocumentRecord>> sentUnder(String connection, String partner, String controlNumber) {
        return Query.many(
                pool, "select " + Columns.DOCUMENT + """
                         from document d
                        where d.direction = 'outbound' and d.connection = $1 and d.partner = $2 and d.control_number <> ''
                          and ltrim(d.control_number, '0') = ltrim(btrim($3), '0')
                        order by d.id
                        """, Tuple.of(connection, partner, controlNumber), rows::document);
    }

    @Override
    public CompletionStage<List<DocumentRecord>> revisionsOf(String connection, String partner, String orderNumber) {
        return Query.many(
                pool, "select " + Columns.DOCUMENT + """
                         from document d
                        where d.direction = 'outbound' and d.connection = $1 and d.partner = $2
                          and lower(d.order_number) = lower($3) and d.confirmation_number <> ''
                        order by d.entered
                        """, Tuple.of(connection, partner, orderNumber), rows::document);
    }

    @Override
    public CompletionStage<List<DocumentRecord>> aboutOrder(OrderReference order, int most) {
        return Query.many(
                pool,
                "select " + Columns.DOCUMENT + OrderQuestions.ABOUT,
                OrderQuestions.about(order, most),
                rows::document);
    }

    @Override
    public CompletionStage<List<OrderReference>> openOrders(OpenOrders wanted) {
        return Query.many(pool, OrderQuestions.OPEN, OrderQuestions.open(wanted), OrderQuestions::reference);
    }

    @Override
    public CompletionStage<List<OrderReference>> newestOrders(Optional<String> partner, int most) {
        return Query.many(
                pool,
                partner.isPresent() ? OrderQuestions.NEWEST_OF_PARTNER : OrderQuestions.NEWEST,
                OrderQuestions.newest(partner, most),
                OrderQuestions::reference);
    }

    @Override
    public CompletionStage<Boolean> interchangeReceived(
            String connection, String partner, String controlNumber, Optional<DocumentId> exceptFile) {
        return pool.preparedQuery("""
                        select exists (select 1 from document d where d.direction = 'inbound' and d.connection = $1
                          and d.partner = $2 and d.control_number = $3 and d.validity = 'valid'
                          and ($4::text is null or d.file is distinct from $4)) as received
                        """)
                .execute(Documents.tuple(
                        connection,
                        partner,
                        controlNumber,
                        exceptFile.map(DocumentId::text).orElse(null)))
                .map(found -> Documents.first(found)
                        .map(row -> row.getBoolean("received"))
                        .orElse(false))
                .recover(Unavailability::told)
                .toCompletionStage();
    }
}
