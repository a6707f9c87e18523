package io.mlconnector.engine.posting;

import io.mlconnector.domain.flow.Decision;
import io.mlconnector.domain.flow.FlowState;
import io.mlconnector.domain.flow.Step;
import io.mlconnector.domain.intake.DedupeKeys;
import io.mlconnector.domain.invoicing.Examination;
import io.mlconnector.domain.invoicing.InvoiceDecisions;
import io.mlconnector.domain.invoicing.InvoiceDecisions.HeaderReference;
import io.mlconnector.domain.invoicing.InvoiceState;
import io.mlconnector.domain.invoicing.InvoiceToPost;
import io.mlconnector.domain.invoicing.attachment.AttachmentDecisions;
import io.mlconnector.domain.invoicing.deletion.HeaderDeletion;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.domain.words.HistoryEntry;
import io.mlconnector.domain.words.Outcome;
import io.mlconnector.engine.Connection;
import io.mlconnector.engine.Engine;
import io.mlconnector.engine.StoredIntent;
import io.mlconnector.engine.attaching.AttachmentFlow;
import io.mlconnector.engine.loop.KeyedQueue;
import io.mlconnector.engine.restoration.LateWrites;
import io.mlconnector.ports.erp.InvoiceWrite;
import io.mlconnector.ports.journal.Amendment;
import io.mlconnector.ports.journal.Change;
import io.mlconnector.ports.journal.Claim;
import io.mlconnector.ports.journal.Committed;
import io.mlconnector.ports.stored.ReceivedSet;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;

/** Acts for incoming invoices; what to do is decided by {@link InvoiceDecisions}. */
public final class InvoiceFlow {

    private final Engine engine;
    private final Connection connection;
    private final InvoicePreparation preparation;
    private final SameGoods sameGoods;
    private final LateWrites lateWrites;
    private final AttachmentFlow attachments;
    private final KeyedQueue reading = new KeyedQueue();
    private final KeyedQueue posting = new KeyedQueue();
    private final HeaderReference mode;

    public InvoiceFlow(Engine engine, Connection connection) {
        this.engine = engine;
        this.connection = connection;
        this.preparation = new InvoicePreparation(engine, connection);
        this.sameGoods = new SameGoods(engine, connection);
        this.lateWrites = new LateWrites(engine);
        this.attachments = new AttachmentFlow(engine, connection);
        this.mode = connection.headerReference();
    }

    /** Brings a document forward until it rests or somebody else has it. */
    public Future<Void> visit(Claim claim) {
        return switch ((InvoiceState) claim.state()) {
            case InvoiceState.Received state -> unlessWritesMayArrive(claim, state);
            // Stored so by an earlier version, or held since: others may have billed the same goods meanwhile.
            case InvoiceState.Ready(InvoiceToPost invoice, int failures) ->
                prepare(claim, new InvoiceState.Received(invoice.waived(), failures));
            case InvoiceState.InDoubt state -> ask(claim, state);
            case InvoiceState.HeaderToDelete state -> look(claim, state);
            case InvoiceState.FollowUp state -> attachments.visit(claim, state);
            case InvoiceState state ->
                take(claim, InvoiceDecisions.resume(state, mode, engine.circumstances()), change -> change);
        };
    }

    private Future<Void> unlessWritesMayArrive(Claim claim, InvoiceState.Received state) {
        return lateWrites
                .expected()
                .compose(expected -> expected.map(later -> commit(
                                claim,
                                Change.of(
                                        InvoiceDecisions.afterExamination(state, later, mode, engine.circumstances()))))
                        .orElseGet(() -> prepare(claim, state)));
    }

    /** Aligns and checks the invoice, and posts it if it passed; one after another where they may bill the same goods. */
    private Future<Void> prepare(Claim claim, InvoiceState.Received state) {
        // They are read in the order in which they were claimed, however long that takes: a forecast for many relies on
        // it.
        return reading.run(
                        SameGoods.of(claim.keys()),
                        () -> preparation
                                .stored(claim.content())
                                .map(set -> posting.run(SameGoods.of(set), () -> prepare(claim, state, set))))
                .compose(prepared -> prepared);
    }

    private Future<Void> prepare(Claim claim, InvoiceState.Received state, Optional<ReceivedSet> set) {
        return preparation
                .examine(claim.id(), set, state.waived())
                .compose(examined -> examined.examination() instanceof Examination.Passed
                        ? sameGoods
                                .inDoubt(claim.id(), examined.partner(), set)
                                .map(other -> other.map(
                                                why -> examined.with(new Examination.Later(why, Optional.empty())))
                                        .orElse(examined))
                        : Future.succeededFuture(examined))
                .compose(examined -> decide(claim, state, examined));
    }

    private Future<Void> decide(Claim taken, InvoiceState.Received state, InvoicePreparation.Examined examined) {
        Claim claim = examined.partner().isEmpty() ? taken : taken.of(examined.partner());
        Optional<InvoiceToPost> known = examined.invoice();
        Decision examination =
                InvoiceDecisions.afterExamination(state, examined.examination(), mode, engine.circumstances());
        Decision decision =
                known.map(invoice -> followedUp(claim, examination, invoice)).orElse(examination);
        return take(claim, decision, change -> {
            Change named = examined.partner().isEmpty()
                    ? change
                    : change.with(new Amendment.Exchange(examined.partner(), "810"));
            return known.map(invoice -> named.with(
                            new Amendment.Numbers(
                                    claim.keys().withOrder(invoice.legalEntity().id(), invoice.orderNumber())),
                            new Amendment.Job(DedupeKeys.ofInvoice(connection.id(), invoice))))
                    .orElseGet(() -> ofCompany(named, claim, examined));
        });
    }

    /** An invoice that stands still is found by its company as well, as soon as its order says which that is. */
    private static Change ofCompany(Change change, Claim claim, InvoicePreparation.Examined examined) {
        return examined.legalEntity()
                .map(entity -> change.with(new Amendment.Numbers(
                        claim.keys().withOrder(entity.id(), claim.keys().orderNumber()))))
                .orElse(change);
    }

    /** A posted invoice goes on with its attachments, if its partner's invoices get any. */
    private Decision followedUp(Claim claim, Decision decision, InvoiceToPost invoice) {
        return AttachmentDecisions.begin(
                decision,
                invoice,
                AttachmentFlow.wanted(connection, claim.partner()),
                engine.clock().instant());
    }

    /**
     * Takes a decision: the write that follows stores it as its intent, anything else is committed at once.
     *
     * @param more what else changes with it
     */
    private Future<Void> take(Claim claim, Decision decision, UnaryOperator<Change> more) {
        return decision.step() instanceof Step.Write
                ? write(claim, decision, more)
                : commit(claim, more.apply(Change.of(decision)));
    }

    private Future<Void> commit(Claim claim, Change change) {
        return engine.onContext(
                        engine.journal().commit(claim, change, engine.clock().instant(), engine.lease()))
                .compose(committed -> switch (committed) {
                    case Committed.Stands ignored ->
                        change.resting() ? Future.succeededFuture() : visit(claim.in(change.state()));
                    case Committed.NotMade ignored -> Future.succeededFuture();
                    case Committed.Fenced ignored -> Future.succeededFuture();
                    case Committed.KeyTaken(DocumentId owner) -> duplicate(claim, owner);
                });
    }

    private Future<Void> write(Claim claim, Decision intent, UnaryOperator<Change> more) {
        Change change = more.apply(Change.of(intent));
        StoredIntent<Boolean> storedIntent = new StoredIntent<>(
                engine,
                () -> engine.journal().commit(claim, change, engine.clock().instant(), engine.lease()),
                () -> true);
        return engine.onContext(write(intent.next(), storedIntent))
                .compose(written -> written(claim, intent, storedIntent.fate(), written, more));
    }

    private Future<Void> written(
            Claim claim, Decision intent, StoredIntent.Fate fate, InvoiceWrite written, UnaryOperator<Change> more) {
        Outcome<String> outcome = written.outcome();
        return switch (fate) {
            case StoredIntent.Fate.Stands ignored -> {
                WriteHistory said = new WriteHistory(written.exchange());
                yield take(claim.in(intent.next()), said.told(after(claim, intent.next(), outcome)), said::kept);
            }
            case StoredIntent.Fate.NotAsked ignored ->
                take(claim, after(claim, intent.next(), outcome).after(begun(intent)), more);
            case StoredIntent.Fate.NotMade ignored ->
                take(claim, after(claim, intent.next(), outcome).after(begun(intent)), more);
            case StoredIntent.Fate.Withdrawn ignored -> Future.succeededFuture();
            case StoredIntent.Fate.TooLate ignored -> Future.succeededFuture();
            case StoredIntent.Fate.KeyTaken(DocumentId owner) -> duplicate(claim, owner);
            case StoredIntent.Fate.Broken(Throwable cause) -> Future.failedFuture(cause);
        };
    }

    /** What happened before the write that did not begin; that it was intended is the last entry, and was never stored. */
    private static List<HistoryEntry> begun(Decision intent) {
        return intent.history().subList(0, intent.history().size() - 1);
    }

    private CompletionStage<InvoiceWrite> write(FlowState state, StoredIntent<Boolean> storedIntent) {
        return switch (state) {
            case InvoiceState.PostingWhole posting ->
                connection.vendorInvoices().createWhole(posting.invoice(), storedIntent);
            case InvoiceState.PostingHeader posting ->
                connection.vendorInvoices().createHeader(posting.invoice(), storedIntent);
            case InvoiceState.PostingLines posting ->
                connection
                        .vendorInvoices()
                        .createLines(posting.invoice(), posting.headerReference(), posting.missing(), storedIntent);
            case InvoiceState.DeletingHeader(InvoiceState.LeftHeader header, int ignored) ->
                connection
                        .vendorInvoices()
                        .deleteHeader(header.invoice(), header.headerReference(), header.parts(), storedIntent);
            default -> throw new IllegalStateException("No write belongs to the state " + state.getClass());
        };
    }

    private Decision after(Claim claim, FlowState state, Outcome<String> outcome) {
        return switch (state) {
            case InvoiceState.PostingWhole posting ->
                followedUp(
                        claim,
                        InvoiceDecisions.afterPostingWhole(posting, outcome, engine.circumstances()),
                        posting.invoice());
            case InvoiceState.PostingHeader posting ->
                InvoiceDecisions.afterPostingHeader(posting, outcome, engine.circumstances());
            case InvoiceState.PostingLines posting ->
                followedUp(
                        claim,
                        InvoiceDecisions.afterPostingLines(posting, outcome, engine.circumstances()),
                        posting.invoice());
            case InvoiceState.DeletingHeader deleting ->
                HeaderDeletion.afterDeleting(deleting, outcome, engine.circumstances());
            default -> throw new IllegalStateException("No write belongs to the state " + state.getClass());
        };
    }

    /** Asks F&O for an invoice that is in doubt. */
    private Future<Void> ask(Claim claim, InvoiceState.InDoubt state) {
        return InvoiceLookup.of(engine, connection, state)
                .compose(outcome -> commit(
                        claim,
                        Change.of(followedUp(
                                claim,
                                InvoiceDecisions.afterAsking(state, outcome, engine.circumstances()),
                                state.invoice()))));
    }

    /** Asks F&O for a header that is to be deleted. */
    private Future<Void> look(Claim claim, InvoiceState.HeaderToDelete state) {
        return HeaderLookup.of(engine, connection, state.header())
                .compose(outcome -> take(
                        claim, HeaderDeletion.afterLooking(state, outcome, engine.circumstances()), change -> change));
    }

    /** An invoice whose job key another document has is a duplicate of that one. */
    private Future<Void> duplicate(Claim claim, DocumentId owner) {
        return commit(
                claim,
                Change.of(InvoiceDecisions.afterExamination(
                        new InvoiceState.Received(Set.of(), 0),
                        new Examination.AlreadyThere(InvoiceDecisions.repeats(owner), Optional.of(owner)),
                        mode,
                        engine.circumstances())));
    }
}
