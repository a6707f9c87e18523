package io.mlconnector.console.cause;

import io.mlconnector.domain.crossreference.CrossReference.Kind;
import io.mlconnector.domain.crossreference.MissingTranslation;
import io.mlconnector.domain.words.Condition;
import io.mlconnector.engine.Engine;
import io.mlconnector.ports.journal.document.Direction;
import io.mlconnector.ports.journal.document.DocumentRecord;
import io.mlconnector.ports.journal.history.RecordedEntry;
import io.mlconnector.ports.journal.order.OrderReference;
import io.mlconnector.ports.journal.payload.Payload;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What an unknown word of invoices may mean, from what the journal has of their orders. F&O is not asked. */
final class Candidates {

    /** Of so many documents the orders are read: those of one cause bill much the same. */
    private static final int MOST_READ = 5;

    private static final int MOST_RELATED = 40;

    private static final Set<String> ORDERS = Set.of("850", "860");
    private static final Set<Condition> NEVER_SAID = Set.of(Condition.DISCARDED, Condition.DUPLICATE);

    private final Engine looking;

    Candidates(Engine looking) {
        this.looking = looking;
    }

    /**
     * For a word that has no translation.
     *
     * @param documents that stand still for it
     * @return none for a word of ours: what the partner calls it stands in no order
     */
    Future<List<Candidate>> of(Optional<MissingTranslation> missing, List<DocumentRecord> documents) {
        if (missing.isEmpty() || missing.get().ours()) {
            return Future.succeededFuture(List.of());
        }
        List<Candidate> found = new ArrayList<>();
        Future<Void> all = Future.succeededFuture();
        for (DocumentRecord document : documents.subList(0, Math.min(MOST_READ, documents.size()))) {
            all = all.compose(ignored -> of(missing.get(), document)).map(some -> {
                found.addAll(some);
                return null;
            });
        }
        return all.map(ignored -> Candidate.distinct(found.stream()));
    }

    private Future<List<Candidate>> of(MissingTranslation missing, DocumentRecord document) {
        return missing.kind() == Kind.UNIT
                ? looking.onContext(looking.journal().history(document.id()))
                        .map(history -> Candidate.units(
                                history.stream().map(RecordedEntry::entry).toList()))
                        .compose(units -> units.isEmpty() ? ofOrder(missing, document) : Future.succeededFuture(units))
                : ofOrder(missing, document);
    }

    /** The newest revision of the order that the partner has or is to get. */
    private Future<List<Candidate>> ofOrder(MissingTranslation missing, DocumentRecord document) {
        String number = document.keys().orderNumber();
        if (number.isEmpty()) {
            return Future.succeededFuture(List.of());
        }
        return looking.onContext(
                        looking.journal().aboutOrder(new OrderReference(document.connection(), number), MOST_RELATED))
                .compose(related -> related.reversed().stream()
                        .filter(one -> one.direction() == Direction.OUTBOUND
                                && ORDERS.contains(one.type())
                                && !NEVER_SAID.contains(one.condition()))
                        .flatMap(one -> one.content().stream())
                        .findFirst()
                        .map(content -> looking.onContext(looking.journal().payload(content)))
                        .orElseGet(() -> Future.succeededFuture(Optional.empty())))
                .compose(payload -> payload.filter(one -> one.mediaType().equals(Payload.JSON))
                        .map(one -> looking.loop()
                                .beside(() -> Candidate.of(looking.storedForm().readOrder(one.bytes()), missing)))
                        .orElseGet(() -> Future.succeededFuture(List.of())));
    }
}
