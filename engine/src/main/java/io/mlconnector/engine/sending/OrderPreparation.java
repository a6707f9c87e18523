package io.mlconnector.engine.sending;

import io.mlconnector.domain.agreement.OrderAgreement;
import io.mlconnector.domain.agreement.OrderAgreement.OnUnknownOutcome;
import io.mlconnector.domain.agreement.TradingPartner;
import io.mlconnector.domain.alignment.CrossReferences;
import io.mlconnector.domain.alignment.OrderAlignment;
import io.mlconnector.domain.alignment.ProductFacts;
import io.mlconnector.domain.intake.DedupeKeys;
import io.mlconnector.domain.invoicing.InvoiceExamination;
import io.mlconnector.domain.ordering.AlignedOrder;
import io.mlconnector.domain.ordering.OrderMessage;
import io.mlconnector.domain.ordering.RevisionMessage;
import io.mlconnector.domain.ordering.document.OrderKey;
import io.mlconnector.domain.ordering.document.OrderLine;
import io.mlconnector.domain.ordering.document.PurchaseOrder;
import io.mlconnector.domain.sending.Preparation;
import io.mlconnector.domain.sending.SendingState;
import io.mlconnector.domain.trade.ItemNumber;
import io.mlconnector.domain.trade.LegalEntity;
import io.mlconnector.domain.words.Condition;
import io.mlconnector.domain.words.HistoryEntry;
import io.mlconnector.domain.words.Outcome;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.engine.Connection;
import io.mlconnector.engine.Engine;
import io.mlconnector.engine.OrderKeys;
import io.mlconnector.engine.sending.FolderListingCache.Glance;
import io.mlconnector.ports.journal.DocumentId;
import io.mlconnector.ports.journal.DocumentRecord;
import io.mlconnector.ports.journal.Hashes;
import io.mlconnector.ports.journal.Payload;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads a confirmed order, aligns it and finds out what there is to tell the partner. Only reads, so that a forecast goes the
 * very same way.
 */
public final class OrderPreparation implements Outgoing {

    private final Engine engine;
    private final Connection link;
    private final FolderListingCache glances;

    public OrderPreparation(Engine engine, Connection link, FolderListingCache glances) {
        this.engine = engine;
        this.link = link;
        this.glances = glances;
    }

    /**
     * Reads, aligns and compares; changes nothing anywhere.
     *
     * @param id of the document
     * @param key of its revision
     */
    private Future<Prepared> of(DocumentId id, OrderKey key) {
        return revisions(key).compose(all -> {
            Optional<Problem> later = superseded(id, key, all);
            if (later.isPresent()) {
                return settled(new Preparation.NothingNew(later.get()));
            }
            Optional<DocumentRecord> doubtful = before(all, id).stream()
                    .filter(other -> other.condition().settled()
                            && other.state().mayHaveWritten()
                            && !(other.state() instanceof SendingState.Delivered)
                            && other.condition() != Condition.DISCARDED)
                    .findFirst();
            if (doubtful.isPresent()) {
                return settled(new Preparation.Stopped(inDoubt(key, doubtful.get()), List.of()));
            }
            return engine.onContext(link.purchaseOrders().read(key)).compose(outcome -> switch (outcome) {
                case Outcome.Done<PurchaseOrder>(PurchaseOrder order) -> withOrder(order, all);
                case Outcome.Refused<PurchaseOrder>(Problem why) -> settled(new Preparation.Refused(why));
                case Outcome.NotNow<PurchaseOrder>(Problem why, Optional<Duration> retryAfter) ->
                    settled(new Preparation.Later(why, retryAfter));
                case Outcome.Unknown<PurchaseOrder>(Problem why) ->
                    settled(new Preparation.Later(why, Optional.empty()));
            });
        });
    }

    @Override
    public Future<Prepared> prepare(Subject subject) {
        return of(subject.id(), OrderKeys.of(subject.keys()));
    }

    @Override
    public Future<Optional<Problem>> superseded(Subject subject) {
        return supersededBy(subject.id(), OrderKeys.of(subject.keys()));
    }

    @Override
    public Future<Optional<DocumentRecord>> before(Subject subject) {
        return revisions(OrderKeys.of(subject.keys()))
                .map(all -> all.stream()
                        .filter(other -> other.id().compareTo(subject.id()) < 0
                                && !other.condition().settled())
                        .findFirst());
    }

    @Override
    public OnUnknownOutcome onUnknownOutcome(Subject subject) {
        return link.orderAgreement(subject.partner(), subject.keys())
                .map(OrderAgreement::onUnknownOutcome)
                .orElse(OnUnknownOutcome.HOLD);
    }

    @Override
    public Optional<Duration> acknowledgeWithin(Subject subject) {
        return link.orderAgreement(subject.partner(), subject.keys()).flatMap(OrderAgreement::acknowledgeWithin);
    }

    @Override
    public String purpose(Subject subject) {
        OrderKey key = OrderKeys.of(subject.keys());
        return "for order " + key.orderNumber() + " in " + key.legalEntity();
    }

    @Override
    public String job(Subject subject) {
        return DedupeKeys.sequenceOfOrder(link.id(), OrderKeys.of(subject.keys()));
    }

    /** The revisions that entered after this one; none if it is not among them. */
    private static List<DocumentRecord> after(List<DocumentRecord> revisions, DocumentId id) {
        for (int i = 0; i < revisions.size(); i++) {
            if (revisions.get(i).id().equals(id)) {
                return revisions.subList(i + 1, revisions.size());
            }
        }
        return List.of();
    }

    private static List<DocumentRecord> before(List<DocumentRecord> revisions, DocumentId id) {
        List<DocumentRecord> before = new ArrayList<>();
        for (DocumentRecord revision : revisions) {
            if (revision.id().equals(id)) {
                return before;
            }
            before.add(revision);
        }
        return List.of();
    }

    /** Whether the partner has the earlier revision decides what this one has to tell. */
    private static Problem inDoubt(OrderKey key, DocumentRecord earlier) {
        return Problem.of(
                "earlier-revision-in-doubt",
                earlier.id().text(),
                "Nobody knows whether the earlier revision "
                        + earlier.keys().confirmationNumber() + " of order " + key.orderNumber() + " arrived (document "
                        + earlier.id() + "). Settle that one first, then replay this one.");
    }

    /** That a later revision was delivered already; empty if none was. */
    private Future<Optional<Problem>> supersededBy(DocumentId id, OrderKey key) {
        return revisions(key).map(all -> superseded(id, key, all));
    }

    /** Every revision of the order that the journal knows, oldest first. */
    private Future<List<DocumentRecord>> revisions(OrderKey key) {
        return engine.onContext(engine.journal().sequence(DedupeKeys.sequenceOfOrder(link.id(), key)));
    }

    private static Optional<Problem> superseded(DocumentId id, OrderKey key, List<DocumentRecord> revisions) {
        return delivered(after(revisions, id)).stream()
                .findFirst()
                .map(later -> Problem.of(
                        "superseded",
                        key.orderNumber(),
                        "A later revision, " + later.keys().confirmationNumber() + ", was delivered already."));
    }

    private Future<Prepared> withOrder(PurchaseOrder order, List<DocumentRecord> revisions) {
        LegalEntity legalEntity = order.key().legalEntity();
        List<HistoryEntry> history = new ArrayList<>();
        history.add(HistoryEntry.entry(
                engine.clock().instant(),
                "fetched",
                "Read confirmation " + order.key().confirmationNumber() + " with "
                        + order.lines().size() + " lines, " + order.openLines().size() + " of them open"));
        Optional<TradingPartner> partner = link.partners().withVendor(legalEntity, order.vendor());
        if (partner.isEmpty()) {
            Problem why = Problem.of(
                    "partner-unknown",
                    legalEntity + ":" + order.vendor(),
                    "No partner is vendor " + order.vendor() + " of " + legalEntity
                            + ". If it shall receive orders this"
                            + " way, enter the account under partners[].vendors and replay the document; if not, discard"
                            + " it, or set dynamics.orders.otherVendors to skip.");
            return settled(
                    link.orders().skipOtherVendors()
                            ? new Preparation.NothingNew(why)
                            : new Preparation.Stopped(why, history));
        }
        if (partner.get().orders().isEmpty()) {
            return settled(new Preparation.Stopped(
                    Problem.of(
                            "orders-not-agreed",
                            partner.get().id().id(),
                            "Partner " + partner.get().id()
                                    + " has no orders section: nothing says into which folder its"
                                    + " orders go. Add it and replay the document."),
                    history));
        }
        Set<ItemNumber> items = order.openLines().stream()
                .map(OrderLine::item)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
        return engine.onContext(link.products().facts(legalEntity, order.vendor(), items))
                .compose(outcome -> switch (outcome) {
                    case Outcome.Done<ProductFacts>(ProductFacts facts) ->
                        engine.onContext(engine.crossReferences().all())
                                .compose(references ->
                                        aligned(order, partner.get(), facts, references, revisions, history));
                    case Outcome.Refused<ProductFacts>(Problem why) -> settled(new Preparation.Refused(why));
                    case Outcome.NotNow<ProductFacts>(Problem why, Optional<Duration> retryAfter) ->
                        settled(new Preparation.Later(why, retryAfter));
                    case Outcome.Unknown<ProductFacts>(Problem why) ->
                        settled(new Preparation.Later(why, Optional.empty()));
                });
    }

    private Future<Prepared> aligned(
            PurchaseOrder order,
            TradingPartner partner,
            ProductFacts facts,
            CrossReferences references,
            List<DocumentRecord> revisions,
            List<HistoryEntry> history) {
        OrderAlignment.Result result = OrderAlignment.align(order, partner, facts, references);
        Instant now = engine.clock().instant();
        result.reasons().forEach(reason -> history.add(HistoryEntry.entry(now, "aligned", reason)));
        if (result.order().isEmpty()) {
            return settled(new Preparation.Stopped(InvoiceExamination.summary(result.problems()), history));
        }
        AlignedOrder aligned = result.order().get();
        OrderAgreement agreement = partner.orders().orElseThrow();
        List<DocumentRecord> before = delivered(revisions);
        return last(before).compose(previous -> switch (RevisionMessage.of(
                aligned, previous, Math.max(before.size(), 1), agreement.changes())) {
            case RevisionMessage.Nothing(Problem why) -> settled(new Preparation.NothingNew(why));
            case RevisionMessage.Hold(Problem why) -> settled(new Preparation.Stopped(why, history));
            case RevisionMessage.Tell(OrderMessage message) -> {
                OrderWriting writing = new OrderWriting(message, partner, agreement, now, engine.neutralOrders());
                Optional<Problem> impossible = writing.impossible(engine.codec());
                yield impossible.isPresent()
                        ? settled(new Preparation.Stopped(impossible.get(), history))
                        : glances.of(partner, agreement.folder(), writing.sequence())
                                .map(outcome -> toWrite(
                                        outcome,
                                        order.key(),
                                        new Prepared.ToWrite(
                                                writing,
                                                Optional.of(Hashes.payload(
                                                        Payload.JSON,
                                                        engine.storedForm().write(aligned))),
                                                history)));
            }
        });
    }

    private static List<DocumentRecord> delivered(List<DocumentRecord> revisions) {
        return revisions.stream()
                .filter(other -> other.state() instanceof SendingState.Delivered)
                .toList();
    }

    private Future<Optional<AlignedOrder>> last(List<DocumentRecord> delivered) {
        if (delivered.isEmpty()) {
            return Future.succeededFuture(Optional.empty());
        }
        return delivered
                .get(delivered.size() - 1)
                .content()
                .map(hash -> engine.onContext(engine.journal().payload(hash))
                        .map(payload ->
                                payload.map(stored -> engine.storedForm().readOrder(stored.bytes()))))
                .orElseGet(() -> Future.succeededFuture(Optional.empty()));
    }

    private static Future<Prepared> settled(Preparation preparation) {
        return Future.succeededFuture(new Prepared.Settled(preparation));
    }

    private static Prepared toWrite(Outcome<Glance> outcome, OrderKey key, Prepared.ToWrite write) {
        return switch (outcome) {
            case Outcome.Done<Glance>(Glance glance) ->
                glance.of(write.writing().partner(), key)
                        .<Prepared>map(entry -> new Prepared.InFolder(write, entry))
                        .orElse(write);
            case Outcome.Refused<Glance>(Problem why) ->
                new Prepared.Settled(new Preparation.Stopped(why, write.history()));
            case Outcome.NotNow<Glance>(Problem why, Optional<Duration> retryAfter) ->
                new Prepared.Settled(new Preparation.Later(why, retryAfter));
            case Outcome.Unknown<Glance>(Problem why) ->
                new Prepared.Settled(new Preparation.Later(why, Optional.empty()));
        };
    }
}
