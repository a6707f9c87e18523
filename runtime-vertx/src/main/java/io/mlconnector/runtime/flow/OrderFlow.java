package io.mlconnector.runtime.flow;

import io.mlconnector.domain.agreement.FolderReference;
import io.mlconnector.domain.agreement.OrderAgreement;
import io.mlconnector.domain.agreement.OrderAgreement.OnUnknownOutcome;
import io.mlconnector.domain.agreement.TradingPartner;
import io.mlconnector.domain.alignment.CrossReferences;
import io.mlconnector.domain.alignment.OrderAlignment;
import io.mlconnector.domain.alignment.ProductFacts;
import io.mlconnector.domain.flow.Acknowledgement;
import io.mlconnector.domain.flow.Decision;
import io.mlconnector.domain.flow.HistoryEntry;
import io.mlconnector.domain.flow.Outcome;
import io.mlconnector.domain.flow.Problem;
import io.mlconnector.domain.interchange.ControlNumbers;
import io.mlconnector.domain.invoicing.InvoiceExamination;
import io.mlconnector.domain.ordering.AlignedOrder;
import io.mlconnector.domain.ordering.FolderSight;
import io.mlconnector.domain.ordering.OrderDecisions;
import io.mlconnector.domain.ordering.OrderKey;
import io.mlconnector.domain.ordering.OrderLine;
import io.mlconnector.domain.ordering.OrderMessage;
import io.mlconnector.domain.ordering.OrderState;
import io.mlconnector.domain.ordering.OutboundFile;
import io.mlconnector.domain.ordering.Preparation;
import io.mlconnector.domain.ordering.PurchaseOrder;
import io.mlconnector.domain.ordering.Telling;
import io.mlconnector.domain.ordering.UploadReceipt;
import io.mlconnector.domain.trade.ItemNumber;
import io.mlconnector.domain.trade.LegalEntity;
import io.mlconnector.ports.gateway.FolderEntry;
import io.mlconnector.ports.journal.BusinessKeys;
import io.mlconnector.ports.journal.Change;
import io.mlconnector.ports.journal.Claim;
import io.mlconnector.ports.journal.Committed;
import io.mlconnector.ports.journal.DocumentRecord;
import io.mlconnector.ports.journal.Payload;
import io.mlconnector.runtime.journal.Hashes;
import io.mlconnector.runtime.journal.Mapping;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Gathers and acts for outgoing orders; what to do is decided by {@link OrderDecisions}. */
final class OrderFlow {

    /** One upload at a time per tenant (reference cleo, section 5), so that a crash leaves one doubt at most. */
    private static final int UPLOADS_AT_ONCE = 1;

    private final Engine engine;
    private final Link link;
    private final Turns turns;

    OrderFlow(Engine engine, Link link) {
        this.engine = engine;
        this.link = link;
        this.turns = new Turns(engine.vertx(), UPLOADS_AT_ONCE, (long)
                Math.min(5_000, 1_100 / link.settings().cleo().requestsPerSecond()));
    }

    /** What the preparation of an order leads to: a change without numbers, or a file to be written with numbers. */
    private sealed interface Prepared {
        record Settled(Preparation preparation) implements Prepared {}

        record ToWrite(OrderWriting writing, AlignedOrder aligned, List<HistoryEntry> history) implements Prepared {}
    }

    /** Reads, aligns and writes the order, and commits the intent to upload it. */
    Future<Optional<Claim>> prepare(Claim claim, OrderState.Announced state) {
        return gather(claim).compose(prepared -> switch (prepared) {
            case Prepared.Settled(Preparation preparation) -> commit(claim, after(state, preparation));
            case Prepared.ToWrite write ->
                turns.inTurn(() -> ready(write.writing().agreement().folder()).compose(ready -> switch (ready) {
                    case Outcome.Done<FolderReference> ignored ->
                        seal(claim, state, write).compose(this::write);
                    case Outcome.Refused<FolderReference>(Problem why) ->
                        commit(claim, after(state, new Preparation.Stopped(why, write.history())));
                    case Outcome.NotNow<FolderReference>(Problem why, Optional<Duration> retryAfter) ->
                        commit(claim, after(state, new Preparation.Later(why, retryAfter)));
                    case Outcome.Unknown<FolderReference>(Problem why) ->
                        commit(claim, after(state, new Preparation.Later(why, Optional.empty())));
                }));
        });
    }

    private Decision<OrderState> after(OrderState.Announced state, Preparation preparation) {
        return OrderDecisions.afterPreparation(state, preparation, engine.circumstances());
    }

    /**
     * Signs in and finds the folder before the intent is stored: neither waits for the other side of the window in which a
     * crash leaves a doubt.
     */
    private Future<Outcome<FolderReference>> ready(FolderReference folder) {
        return engine.onContext(link.mailbox().ready(folder));
    }

    /** Commits the intent to upload a file that was written before, and uploads it. */
    Future<Optional<Claim>> send(Claim claim, OrderState.Uploading uploading, Decision<OrderState> intent) {
        return turns.inTurn(() -> ready(uploading.file().folder())
                .compose(ready -> ready instanceof Outcome.Done<FolderReference>
                        ? commit(claim, intent).compose(this::write)
                        : commit(
                                claim,
                                OrderDecisions.afterUpload(
                                        uploading, ready.then(OrderFlow::neverSent), engine.circumstances()))));
    }

    private static Outcome<UploadReceipt> neverSent(FolderReference folder) {
        throw new IllegalStateException("The way to " + folder + " was ready");
    }

    private Future<Optional<Claim>> write(Optional<Claim> claim) {
        return claim.isPresent() && claim.get().state() instanceof OrderState.Uploading uploading
                ? write(claim.get(), uploading)
                : Future.succeededFuture(claim);
    }

    private Future<Optional<Claim>> seal(Claim claim, OrderState.Announced state, Prepared.ToWrite write) {
        OrderWriting writing = write.writing();
        // The change is computed once, within the transaction that takes the numbers.
        Change[] sealed = new Change[1];
        return engine.onContext(engine.journal()
                        .commit(
                                claim,
                                writing.sequence(),
                                numbers -> {
                                    sealed[0] = sealed(claim, state, write, numbers);
                                    return sealed[0];
                                },
                                engine.clock().instant(),
                                engine.lease()))
                .map(committed -> committed instanceof Committed.Stands
                        ? Optional.of(claim.in(sealed[0].state()))
                        : Optional.empty());
    }

    private Change sealed(Claim claim, OrderState.Announced state, Prepared.ToWrite write, ControlNumbers numbers) {
        OrderWriting.Written written = write.writing().write(engine.codec(), numbers);
        OutboundFile file = written.file();
        Instant now = engine.clock().instant();
        List<HistoryEntry> history = new ArrayList<>(write.history());
        written.notes()
                .forEach(note ->
                        history.add(HistoryEntry.entry(now, "encoding-note", note.place() + ": " + note.message())));
        history.add(new HistoryEntry(
                now,
                HistoryEntry.DAEMON,
                "encoded",
                "Wrote " + file.name() + " with " + file.size() + " bytes as " + file.transactionSetId(),
                Map.of("fileName", file.name(), "controlNumber", number(numbers.interchange())),
                List.of(file.content())));
        Payload order = Hashes.payload(Payload.JSON, Mapping.write(write.aligned()));
        String isa = file.numbers().isPresent() ? number(numbers.interchange()) : "";
        String gs = file.numbers().isPresent() ? Long.toString(numbers.group()) : "";
        String st = file.numbers().isPresent() ? String.format(Locale.ROOT, "%04d", numbers.transactionSet()) : "";
        BusinessKeys keys = claim.keys().withFile(isa, gs, st, file.name());
        return Change.of(OrderDecisions.afterPreparation(
                        state, new Preparation.Prepared(file, history), engine.circumstances()))
                .with(write.writing().partner().id().id(), file.transactionSetId())
                .with(keys)
                .with(written.payload())
                .withContent(order);
    }

    private static String number(long value) {
        return String.format(Locale.ROOT, "%09d", value);
    }

    private Future<Prepared> gather(Claim claim) {
        OrderKey key = key(claim);
        Future<List<DocumentRecord>> revisions = claim.sequenceKey().isEmpty()
                ? Future.succeededFuture(List.of())
                : engine.onContext(engine.journal().sequence(claim.sequenceKey().get()));
        return revisions.compose(all -> {
            Optional<DocumentRecord> later = delivered(all).stream()
                    .filter(other -> other.id().compareTo(claim.id()) > 0)
                    .findFirst();
            if (later.isPresent()) {
                return settled(new Preparation.NothingNew(Problem.of(
                        "superseded",
                        key.orderNumber(),
                        "A later revision, " + later.get().keys().confirmationNumber() + ", was delivered already.")));
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

    private Future<Prepared> withOrder(PurchaseOrder order, List<DocumentRecord> revisions) {
        LegalEntity legalEntity = order.key().legalEntity();
        List<HistoryEntry> history = new ArrayList<>();
        history.add(HistoryEntry.entry(
                engine.clock().instant(),
                "fetched",
                "Read confirmation " + order.key().confirmationNumber() + " with "
                        + order.lines().size() + " lines, " + order.openLines().size() + " of them open"));
        Optional<TradingPartner> partner = link.settings().partners().withVendor(legalEntity, order.vendor());
        if (partner.isEmpty()) {
            Problem why = Problem.of(
                    "partner-unknown",
                    legalEntity + ":" + order.vendor(),
                    "No partner is vendor " + order.vendor() + " of " + legalEntity
                            + ". If it shall receive orders this"
                            + " way, enter the account under partners[].vendors and replay the document; if not, discard"
                            + " it, or set dynamics.orders.otherVendors to skip.");
            return settled(
                    link.settings().dynamics().skipOtherVendors()
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
                        engine.crossReferences()
                                .all()
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
        return last(before).compose(previous -> switch (Telling.of(
                aligned, previous, Math.max(before.size(), 1), agreement.changes())) {
            case Telling.Nothing(Problem why) -> settled(new Preparation.NothingNew(why));
            case Telling.Hold(Problem why) -> settled(new Preparation.Stopped(why, history));
            case Telling.Tell(OrderMessage message) -> {
                OrderWriting writing = new OrderWriting(message, partner, agreement, now);
                Optional<Problem> impossible = writing.impossible(engine.codec());
                yield impossible.isPresent()
                        ? settled(new Preparation.Stopped(impossible.get(), history))
                        : Future.succeededFuture(new Prepared.ToWrite(writing, aligned, history));
            }
        });
    }

    private static List<DocumentRecord> delivered(List<DocumentRecord> revisions) {
        return revisions.stream()
                .filter(other -> other.state() instanceof OrderState.Delivered)
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
                        .map(payload -> payload.map(stored -> Mapping.readOrder(stored.bytes()))))
                .orElseGet(() -> Future.succeededFuture(Optional.empty()));
    }

    private static Future<Prepared> settled(Preparation preparation) {
        return Future.succeededFuture(new Prepared.Settled(preparation));
    }

    /** Sends the stored bytes. */
    private Future<Optional<Claim>> write(Claim claim, OrderState.Uploading state) {
        OutboundFile file = state.file();
        return engine.onContext(engine.journal().payload(file.content()))
                .compose(payload -> payload.isEmpty()
                        ? Future.succeededFuture(Outcome.<UploadReceipt>refused(Problem.of(
                                "payload-missing",
                                file.name(),
                                "The stored bytes of " + file.name()
                                        + " are gone; discard this document and confirm the" + " order again.")))
                        : engine.onContext(link.mailbox()
                                .upload(
                                        file.folder(),
                                        file.name(),
                                        payload.get().bytes())))
                .compose(outcome -> {
                    Decision<OrderState> decision = OrderDecisions.afterUpload(state, outcome, engine.circumstances());
                    return commit(claim, decision);
                });
    }

    /** Looks for the file whose upload is in doubt. */
    Future<Optional<Claim>> ask(Claim claim, OrderState.InDoubt state) {
        OutboundFile file = state.file();
        OnUnknownOutcome agreed =
                agreement(claim).map(OrderAgreement::onUnknownOutcome).orElse(OnUnknownOutcome.HOLD);
        return engine.onContext(link.mailbox().list(file.folder()))
                .map(outcome -> outcome.map(entries -> sight(entries, file)))
                .compose(outcome ->
                        commit(claim, OrderDecisions.afterAsking(state, outcome, agreed, engine.circumstances())));
    }

    private static FolderSight sight(List<FolderEntry> entries, OutboundFile file) {
        return entries.stream()
                .filter(entry -> entry.name().equals(file.name()))
                .findFirst()
                .<FolderSight>map(entry -> new FolderSight.Present(entry.size().orElse(-1)))
                .orElseGet(FolderSight.Absent::new);
    }

    private Optional<OrderAgreement> agreement(Claim claim) {
        OrderKey key = key(claim);
        return link.settings().partners().all().stream()
                .filter(partner -> partner.id().id().equals(claim.partner()))
                .filter(partner -> partner.vendors().containsKey(key.legalEntity()))
                .findFirst()
                .flatMap(TradingPartner::orders);
    }

    /** Commits a decision; empty if somebody else has the document now or it rests. */
    Future<Optional<Claim>> commit(Claim claim, Decision<OrderState> decision) {
        Change change = Change.of(decision);
        boolean awaited = decision.next() instanceof OrderState.Delivered
                && agreement(claim).flatMap(OrderAgreement::acknowledgeWithin).isPresent();
        Change whole = awaited ? change.with(Acknowledgement.AWAITED) : change;
        return engine.onContext(
                        engine.journal().commit(claim, whole, engine.clock().instant(), engine.lease()))
                .map(committed -> committed instanceof Committed.Stands && !change.resting()
                        ? Optional.of(claim.in(decision.next()))
                        : Optional.empty());
    }

    private static OrderKey key(Claim claim) {
        return new OrderKey(
                new LegalEntity(claim.keys().legalEntity()),
                claim.keys().orderNumber(),
                claim.keys().confirmationNumber());
    }
}
