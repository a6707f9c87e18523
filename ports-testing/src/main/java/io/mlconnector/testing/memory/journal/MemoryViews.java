package io.mlconnector.testing.memory.journal;

import io.mlconnector.domain.precedent.Precedent;
import io.mlconnector.domain.trade.ContentHash;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.domain.words.Validity;
import io.mlconnector.ports.journal.DocumentFilter;
import io.mlconnector.ports.journal.DocumentViews;
import io.mlconnector.ports.journal.document.Direction;
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
import io.mlconnector.testing.memory.journal.order.MemoryOrders;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** What is stored, to be read, from memory. */
final class MemoryViews implements DocumentViews {

    private final Store store;
    private final Documents documents;
    private final Files files;
    private final Histories histories;
    private final InstantSource clock;

    MemoryViews(Store store, InstantSource clock) {
        this.clock = clock;
        this.store = store;
        this.documents = store.documents();
        this.files = store.files();
        this.histories = store.histories();
    }

    @Override
    public CompletionStage<Optional<DocumentRecord>> find(DocumentId id) {
        return store.transaction(() -> documents.find(id).map(StoredDocument::record));
    }

    @Override
    public CompletionStage<List<DocumentRecord>> find(Collection<DocumentId> ids) {
        return store.transaction(() -> ids.stream()
                .distinct()
                .flatMap(id -> documents.find(id).map(StoredDocument::record).stream())
                .toList());
    }

    @Override
    public CompletionStage<List<DocumentRecord>> list(DocumentFilter filter) {
        return store.transaction(() -> documents.list(filter));
    }

    @Override
    public CompletionStage<List<DocumentId>> matching(DocumentFilter filter, int most) {
        return store.transaction(() -> documents.matching(filter, most));
    }

    @Override
    public CompletionStage<Integer> count(DocumentFilter filter, int most) {
        return store.transaction(() -> documents.matching(filter, most).size());
    }

    @Override
    public CompletionStage<List<StuckCause>> causes(Optional<String> partner, boolean putOff, int most) {
        return store.transaction(() -> StuckDocuments.causes(
                documents.records().stream()
                        .filter(document -> partner.isEmpty() || partner.get().equals(document.partner()))
                        .filter(document -> document.attention().snoozedAt(clock.instant()) == putOff),
                most));
    }

    @Override
    public CompletionStage<List<Precedent>> precedents(Collection<String> causeKeys) {
        return store.transaction(() -> causeKeys.stream()
                .distinct()
                .flatMap(key -> histories
                        .precedent(
                                key,
                                id -> documents
                                        .find(id)
                                        .flatMap(found -> found.record().reason())
                                        .filter(why -> why.causeKey().equals(key))
                                        .isPresent())
                        .stream())
                .toList());
    }

    @Override
    public CompletionStage<List<FixAct>> fixes(int most) {
        return store.transaction(() -> histories.fixes().values().stream()
                .map(List::getFirst)
                .limit(most)
                .toList());
    }

    @Override
    public CompletionStage<List<FixAct>> acts(String fix) {
        return store.transaction(() -> histories.fixes().getOrDefault(fix, List.of()));
    }

    @Override
    public CompletionStage<List<DocumentRecord>> sequence(String sequenceKey) {
        return store.transaction(() -> documents.sequence(sequenceKey));
    }

    @Override
    public CompletionStage<List<RecordedEntry>> history(DocumentId id) {
        return store.transaction(() -> histories.of(id));
    }

    @Override
    public CompletionStage<List<RecordedEntry>> history(DocumentId id, long after, int most) {
        return store.transaction(() -> histories.of(id).stream()
                .filter(entry -> entry.number() > after)
                .limit(most)
                .toList());
    }

    @Override
    public CompletionStage<Happened> happenedAfter(long position, int most) {
        return store.transaction(() -> histories.after(position, most));
    }

    @Override
    public CompletionStage<List<FileRecord>> files(FileFilter filter) {
        return store.transaction(() -> files.newest(filter));
    }

    @Override
    public CompletionStage<Optional<FileRecord>> file(DocumentId id) {
        return store.transaction(() -> files.find(id));
    }

    @Override
    public CompletionStage<Optional<Payload>> payload(ContentHash hash) {
        return store.transaction(() -> histories.payload(hash));
    }

    @Override
    public CompletionStage<List<PayloadOwner>> owners(ContentHash hash, long after, int most) {
        return store.transaction(() -> histories.owners(hash).stream()
                .filter(owner -> owner.position() > after)
                .limit(most)
                .toList());
    }

    @Override
    public CompletionStage<List<DocumentRecord>> sentUnder(String connection, String partner, String controlNumber) {
        return store.transaction(() -> documents.records().stream()
                .filter(document -> exchanged(document, connection, partner, Direction.OUTBOUND)
                        && !document.keys().controlNumber().isEmpty()
                        && bare(document.keys().controlNumber()).equals(bare(controlNumber)))
                .sorted(Comparator.comparing(DocumentRecord::id))
                .toList());
    }

    @Override
    public CompletionStage<List<DocumentRecord>> revisionsOf(String connection, String partner, String orderNumber) {
        return store.transaction(() -> documents.records().stream()
                .filter(document -> exchanged(document, connection, partner, Direction.OUTBOUND)
                        && !document.keys().confirmationNumber().isEmpty()
                        && document.keys().orderNumber().equalsIgnoreCase(orderNumber))
                .toList());
    }

    @Override
    public CompletionStage<List<DocumentRecord>> aboutOrder(OrderReference order, int most) {
        return store.transaction(() -> MemoryOrders.about(documents.records(), order, most));
    }

    @Override
    public CompletionStage<List<OrderReference>> openOrders(OpenOrders wanted) {
        return store.transaction(() -> MemoryOrders.open(documents.records(), wanted));
    }

    @Override
    public CompletionStage<List<OrderReference>> newestOrders(Optional<String> partner, int most) {
        return store.transaction(() -> MemoryOrders.newest(documents.records(), partner, most));
    }

    @Override
    public CompletionStage<Boolean> interchangeReceived(
            String connection, String partner, String controlNumber, Optional<DocumentId> exceptFile) {
        return store.transaction(() -> documents.records().stream()
                .anyMatch(document -> exchanged(document, connection, partner, Direction.INBOUND)
                        && (exceptFile.isEmpty() || !document.file().equals(exceptFile))
                        && document.validity() == Validity.VALID
                        && document.keys().controlNumber().equals(controlNumber)));
    }

    private static boolean exchanged(DocumentRecord document, String connection, String partner, Direction direction) {
        return document.connection().equals(connection)
                && document.partner().equals(partner)
                && document.direction() == direction;
    }

    private static String bare(String number) {
        return number.strip().replaceFirst("^0+(?=.)", "");
    }
}
