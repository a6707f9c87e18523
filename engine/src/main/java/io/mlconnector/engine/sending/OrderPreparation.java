package io.mlconnector.engine.sending;

import io.mlconnector.domain.agreement.FolderReference;
import io.mlconnector.domain.agreement.OrderAgreement;
import io.mlconnector.domain.agreement.OrderAgreement.OnUnknownOutcome;
import io.mlconnector.domain.agreement.TradingPartner;
import io.mlconnector.domain.alignment.OrderAlignment;
import io.mlconnector.domain.alignment.ProductFacts;
import io.mlconnector.domain.crossreference.CrossReferences;
import io.mlconnector.domain.intake.DedupeKeys;
import io.mlconnector.domain.ordering.AlignedOrder;
import io.mlconnector.domain.ordering.ConfirmedContent;
import io.mlconnector.domain.ordering.OrderMessage;
import io.mlconnector.domain.ordering.OrderRecipient;
import io.mlconnector.domain.ordering.PartnerKnowledge;
import io.mlconnector.domain.ordering.Revision;
import io.mlconnector.domain.ordering.RevisionMessage;
import io.mlconnector.domain.ordering.RevisionPrecedence;
import io.mlconnector.domain.ordering.document.OrderKey;
import io.mlconnector.domain.ordering.document.OrderLine;
import io.mlconnector.domain.ordering.document.PurchaseOrder;
import io.mlconnector.domain.search.OrderSearchText;
import io.mlconnector.domain.sending.Preparation;
import io.mlconnector.domain.trade.ItemNumber;
import io.mlconnector.domain.words.Counted;
import io.mlconnector.domain.words.HistoryEntry;
import io.mlconnector.domain.words.Outcome;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.ProblemCode;
import io.mlconnector.engine.Connection;
import io.mlconnector.engine.Engine;
import io.mlconnector.engine.OrderKeys;
import io.mlconnector.engine.sending.FolderListingCache.Glance;
import io.mlconnector.ports.journal.document.Worth;
import io.mlconnector.ports.journal.payload.Hashes;
import io.mlconnector.ports.journal.payload.Payload;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads a confirmed order, aligns it and finds out what there is to tell the partner. Only reads, so that a forecast goes the
 * very same way.
 */
public final class OrderPreparation implements Outgoing {

    /** Written down in passing; more lines would hold up what else the loop has to do. */
    private static final int FEW_LINES = 200;

    private final Engine engine;
    private final Connection connection;
    private final FolderListingCache listings;

    public OrderPreparation(Engine engine, Connection connection, FolderListingCache listings) {
        this.engine = engine;
        this.connection = connection;
        this.listings = listings;
    }

    /** Reads, aligns and compares; changes nothing anywhere. */
    private Future<Prepared> of(Subject subject) {
        OrderKey key = OrderKeys.of(subject.keys());
        return revisions(subject).compose(all -> switch (RevisionPrecedence.of(
                subject.id().text(), key, all.facts())) {
            case RevisionPrecedence.Superseded(Problem why) -> settled(new Preparation.NothingNew(why));
            case RevisionPrecedence.Blocked(Problem why) -> settled(new Preparation.Stopped(why, List.of()));
            case RevisionPrecedence.Free free -> read(key, free, all, subject);
        });
    }

    private Future<Prepared> read(OrderKey key, RevisionPrecedence.Free earlier, Revisions all, Subject subject) {
        return engine.onContext(connection.purchaseOrders().read(key)).compose(outcome -> switch (outcome) {
            case Outcome.Done<PurchaseOrder>(PurchaseOrder order) ->
                asRead(order)
                        .compose(read ->
                                judged(order, read, earlier, all, subject).map(prepared -> prepared.from(read)));
            case Outcome.Refused<PurchaseOrder>(Problem why)
            when why.is(ProblemCode.ORDER_CHANGED) -> settled(new Preparation.NothingNew(why));
            case Outcome.Refused<PurchaseOrder>(Problem why) -> settled(new Preparation.Refused(why));
            case Outcome.NotNow<PurchaseOrder>(Problem why, Optional<Duration> ignored)
            when why.is(ProblemCode.ORDER_WITHOUT_LINES) -> settled(new Preparation.NotWhole(why));
            case Outcome.NotNow<PurchaseOrder>(Problem why, Optional<Duration> retryAfter) ->
                settled(new Preparation.Later(why, retryAfter));
            case Outcome.Unknown<PurchaseOrder>(Problem why) -> settled(new Preparation.Later(why, Optional.empty()));
        });
    }

    @Override
    public Future<Prepared> prepare(Subject subject) {
        return of(subject);
    }

    @Override
    public Future<Optional<Problem>> superseded(Subject subject) {
        OrderKey key = OrderKeys.of(subject.keys());
        return revisions(subject)
                .map(all -> RevisionPrecedence.superseded(subject.id().text(), key, all.facts()));
    }

    @Override
    public Future<Optional<String>> before(Subject subject) {
        return revisions(subject)
                .map(all -> RevisionPrecedence.waitsFor(subject.id().text(), all.facts())
                        .map(Revision::document));
    }

    @Override
    public OnUnknownOutcome onUnknownOutcome(Subject subject) {
        return connection
                .orderAgreement(subject.type(), subject.partner(), subject.keys())
                .map(OrderAgreement::onUnknownOutcome)
                .orElse(OnUnknownOutcome.HOLD);
    }

    @Override
    public Optional<FolderReference> archive(Subject subject) {
        return connection
                .orderAgreement(subject.type(), subject.partner(), subject.keys())
                .flatMap(OrderAgreement::archive);
    }

    @Override
    public Optional<Duration> acknowledgeWithin(Subject subject) {
        return connection
                .orderAgreement(subject.type(), subject.partner(), subject.keys())
                .flatMap(OrderAgreement::acknowledgeWithin);
    }

    @Override
    public String purpose(Subject subject) {
        OrderKey key = OrderKeys.of(subject.keys());
        return "for order " + key.orderNumber() + " in " + key.legalEntity();
    }

    @Override
    public String job(Subject subject) {
        OrderKey key = OrderKeys.of(subject.keys());
        return OrderAgreement.isBeside(subject.type())
                ? DedupeKeys.sequenceOfOrderBeside(connection.id(), key)
                : DedupeKeys.sequenceOfOrder(connection.id(), key);
    }

    /** Of the same form: what became of the other one says nothing of this one. */
    private Future<Revisions> revisions(Subject subject) {
        return engine.onContext(engine.journal().sequence(job(subject))).map(Revisions::new);
    }

    /** Written down before anything of it is judged, folded together or aligned. Many lines are written beside the loop. */
    private Future<AsRead> asRead(PurchaseOrder order) {
        return order.lines().size() <= FEW_LINES
                ? Future.succeededFuture(written(order))
                : engine.loop().beside(() -> written(order));
    }

    private AsRead written(PurchaseOrder order) {
        return new AsRead(
                Worth.of(order),
                OrderSearchText.of(order),
                Hashes.payload(Payload.JSON, engine.storedForm().write(order)));
    }

    /** Nothing is made of an order that is not whole, or that can be understood in two ways. */
    private Future<Prepared> judged(
            PurchaseOrder order, AsRead read, RevisionPrecedence.Free earlier, Revisions all, Subject subject) {
        return switch (ConfirmedContent.of(order, connection.orders().comparison())) {
            case ConfirmedContent.NotWhole(Problem why) -> settled(new Preparation.NotWhole(why));
            case ConfirmedContent.Unclear(Problem why) ->
                settled(new Preparation.Stopped(why, List.of(fetched(order, read))));
            case ConfirmedContent.Whole(PurchaseOrder whole, List<String> notes) ->
                withOrder(whole, fetched(whole, read), notes, earlier, all, subject);
        };
    }

    private HistoryEntry fetched(PurchaseOrder order, AsRead read) {
        return new HistoryEntry(
                engine.clock().instant(),
                HistoryEntry.DAEMON,
                "fetched",
                "Read confirmation " + order.key().confirmationNumber() + " with "
                        + Counted.of(order.lines().size(), "line") + ", "
                        + (order.openLines().size() == order.lines().size()
                                ? order.lines().size() > 1 ? "all of them open" : "which is open"
                                : order.openLines().size() + " of them open"),
                Map.of(),
                List.of(read.payload().hash()));
    }

    private Future<Prepared> withOrder(
            PurchaseOrder order,
            HistoryEntry fetched,
            List<String> notes,
            RevisionPrecedence.Free earlier,
            Revisions all,
            Subject subject) {
        List<HistoryEntry> history = new ArrayList<>();
        history.add(fetched);
        notes.forEach(note -> history.add(HistoryEntry.entry(engine.clock().instant(), "fetched", note)));
        return switch (connection.recipient(
                order.key().legalEntity(), order.vendor(), order.details().kind())) {
            case OrderRecipient.Nobody(Problem why) -> settled(new Preparation.NothingNew(why));
            case OrderRecipient.Undecided(Problem why) -> settled(new Preparation.Stopped(why, history));
            case OrderRecipient.Partner(TradingPartner partner, OrderAgreement agreement) ->
                agreement
                        .ofType(subject.type())
                        .map(agreed -> align(
                                order, new OrderRecipient.Partner(partner, agreed), earlier, all, subject, history))
                        .orElseGet(() -> settled(new Preparation.NothingNew(notBeside(partner))));
        };
    }

    private static Problem notBeside(TradingPartner partner) {
        return Problem.of(
                ProblemCode.NOT_FOR_EDI,
                "nothing-beside",
                "Not for EDI: with partner " + partner.id()
                        + " nothing is agreed beside X12 any more. To put neutral JSON"
                        + " beside it again, add orders.beside and restore the document.");
    }

    private Future<Prepared> align(
            PurchaseOrder order,
            OrderRecipient.Partner recipient,
            RevisionPrecedence.Free earlier,
            Revisions all,
            Subject subject,
            List<HistoryEntry> history) {
        Set<ItemNumber> items = order.openLines().stream()
                .map(OrderLine::item)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
        return engine.onContext(connection.products().facts(order.key().legalEntity(), order.vendor(), items))
                .compose(outcome -> switch (outcome) {
                    case Outcome.Done<ProductFacts>(ProductFacts facts) ->
                        engine.onContext(engine.crossReferences().all())
                                .compose(references ->
                                        aligned(order, recipient, facts, references, earlier, all, subject, history));
                    case Outcome.Refused<ProductFacts>(Problem why) -> settled(new Preparation.Refused(why));
                    case Outcome.NotNow<ProductFacts>(Problem why, Optional<Duration> retryAfter) ->
                        settled(new Preparation.Later(why, retryAfter));
                    case Outcome.Unknown<ProductFacts>(Problem why) ->
                        settled(new Preparation.Later(why, Optional.empty()));
                });
    }

    private Future<Prepared> aligned(
            PurchaseOrder order,
            OrderRecipient.Partner recipient,
            ProductFacts facts,
            CrossReferences references,
            RevisionPrecedence.Free earlier,
            Revisions all,
            Subject subject,
            List<HistoryEntry> history) {
        TradingPartner partner = recipient.partner();
        OrderAlignment.Result result = OrderAlignment.align(order, partner, facts, references);
        Instant now = engine.clock().instant();
        result.reasons().forEach(reason -> history.add(reason.entry(now)));
        if (result.order().isEmpty()) {
            return settled(new Preparation.Stopped(Problem.summary(result.problems()), history));
        }
        AlignedOrder aligned = result.order().get();
        OrderAgreement agreement = recipient.agreement();
        return known(earlier, all, subject).compose(previous -> switch (RevisionMessage.of(
                aligned, previous, Math.max(earlier.delivered().size(), 1), agreement.changes())) {
            case RevisionMessage.Nothing(Problem why) -> settled(new Preparation.NothingNew(why));
            case RevisionMessage.Hold(Problem why) -> settled(new Preparation.Stopped(why, history));
            case RevisionMessage.Tell(OrderMessage message) -> {
                OrderWriting writing = new OrderWriting(
                        message,
                        partner,
                        agreement,
                        now,
                        engine.neutralOrders(),
                        Optional.of(subject.id()),
                        OrderAgreement.isBeside(subject.type()));
                Payload content =
                        Hashes.payload(Payload.JSON, engine.storedForm().write(aligned));
                yield listings.of(partner, agreement.folder(), writing.sequence())
                        .map(outcome -> toWrite(
                                outcome, order.key(), new Prepared.ToWrite(writing, Optional.of(content), history)));
            }
        });
    }

    /** What the partner knows; a delivered revision whose content is gone is not the same as none. */
    private Future<PartnerKnowledge> known(RevisionPrecedence.Free earlier, Revisions all, Subject subject) {
        if (earlier.last().isEmpty()) {
            return Future.succeededFuture(new PartnerKnowledge.None());
        }
        Revision last = earlier.last().get();
        return all.content(last)
                .map(hash -> engine.onContext(engine.journal().payload(hash)))
                .orElseGet(() -> Future.succeededFuture(Optional.empty()))
                .map(payload -> payload.<PartnerKnowledge>map(stored ->
                                new PartnerKnowledge.Known(engine.storedForm().readOrder(stored.bytes())))
                        .orElseGet(() -> new PartnerKnowledge.Unknown(last)));
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
