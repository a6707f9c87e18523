package io.mlconnector.engine.sending;

import io.mlconnector.domain.agreement.FolderReference;
import io.mlconnector.domain.agreement.OrderAgreement.OnUnknownOutcome;
import io.mlconnector.domain.flow.Decision;
import io.mlconnector.domain.sending.OutboundFile;
import io.mlconnector.domain.sending.OutgoingSubject;
import io.mlconnector.domain.sending.Preparation;
import io.mlconnector.domain.sending.SendingDecisions;
import io.mlconnector.domain.sending.SendingInterventions;
import io.mlconnector.domain.sending.SendingState;
import io.mlconnector.domain.sending.UploadReceipt;
import io.mlconnector.domain.words.Acknowledgement;
import io.mlconnector.domain.words.HistoryEntry;
import io.mlconnector.domain.words.Outcome;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.engine.Connection;
import io.mlconnector.engine.Engine;
import io.mlconnector.engine.StoredIntent;
import io.mlconnector.engine.loop.KeyedQueue;
import io.mlconnector.engine.restoration.SendingPermissions;
import io.mlconnector.engine.sending.Outgoing.AsRead;
import io.mlconnector.engine.sending.Outgoing.Prepared;
import io.mlconnector.ports.gateway.FileToUpload;
import io.mlconnector.ports.gateway.FolderEntry;
import io.mlconnector.ports.journal.Amendment;
import io.mlconnector.ports.journal.Change;
import io.mlconnector.ports.journal.Claim;
import io.mlconnector.ports.journal.Committed;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Acts for outgoing orders and answers; what to do is decided by {@link SendingDecisions}. */
public final class SendingFlow {

    private final Engine engine;
    private final Connection connection;
    private final Outgoing orders;
    private final Outgoing answers;
    private final SendingPermissions permissions;
    /** A gateway takes one upload into a folder at a time, and a crash leaves one in doubt at most (reference cleo, section 5). */
    private final KeyedQueue queue = new KeyedQueue();

    public SendingFlow(Engine engine, Connection connection) {
        this.engine = engine;
        this.connection = connection;
        this.permissions = new SendingPermissions(engine);
        FolderListingCache listings = new FolderListingCache(engine, connection);
        this.orders = new OrderPreparation(engine, connection, listings);
        this.answers = new AnswerPreparation(engine, connection, listings);
    }

    /** Brings a document forward until it rests or somebody else has it. */
    public Future<Void> visit(Claim claim) {
        return switch ((SendingState) claim.state()) {
            case SendingState.Announced state -> prepare(claim, state);
            case SendingState.Ready state -> sendAgain(claim, state);
            case SendingState.InDoubt state -> ask(claim, state);
            case SendingState state -> take(claim, SendingDecisions.resume(state, engine.circumstances()));
        };
    }

    private Outgoing kind(Claim claim) {
        return Subject.of(claim).about() == OutgoingSubject.ORDER ? orders : answers;
    }

    /** Commits a decision and goes on with the document unless it rests. */
    private Future<Void> take(Claim claim, Decision decision) {
        return take(claim, decision, Change.of(decision));
    }

    private Future<Void> take(Claim claim, Decision decision, Change change) {
        boolean awaited = decision.next() instanceof SendingState.Delivered
                && kind(claim).acknowledgeWithin(Subject.of(claim)).isPresent();
        return commit(claim, decision, awaited ? change.with(new Amendment.Answer(Acknowledgement.AWAITED)) : change);
    }

    private Future<Void> commit(Claim claim, Decision decision, Change change) {
        return engine.onContext(
                        engine.journal().commit(claim, change, engine.clock().instant(), engine.lease()))
                .compose(committed -> committed instanceof Committed.Stands && !change.resting()
                        ? visit(claim.in(decision.next()))
                        : Future.succeededFuture());
    }

    private Future<Void> prepare(Claim claim, SendingState.Announced state) {
        return kind(claim).prepare(Subject.of(claim)).compose(prepared -> {
            Claim known = prepared.worth().map(claim::of).orElse(claim);
            return switch (prepared) {
                case Prepared.Settled settled -> settle(known, after(state, settled.preparation()), settled.read());
                case Prepared.ToWrite write -> permitted(known, state, write);
                case Prepared.InFolder(Prepared.ToWrite write, FolderEntry entry) -> found(known, state, write, entry);
            };
        });
    }

    /** A document that is not sent now: what is at stake and what is in it is stored for those who look for it. */
    private Future<Void> settle(Claim claim, Decision decision, Optional<AsRead> read) {
        Change change = keeping(Change.of(decision), read);
        Change found = read.map(AsRead::searchText)
                .map(text -> change.with(new Amendment.SearchText(text)))
                .orElse(change);
        return take(
                claim,
                decision,
                claim.keys().worth().isPresent() ? found.with(new Amendment.Numbers(claim.keys())) : found);
    }

    /** With what was read, where the history refers to it. */
    private static Change keeping(Change change, Optional<AsRead> read) {
        return read.map(AsRead::payload)
                .filter(payload -> change.history().stream()
                        .anyMatch(entry -> entry.payloads().contains(payload.hash())))
                .map(payload -> change.with(new Amendment.KeptPayload(payload)))
                .orElse(change);
    }

    /** A journal that was put back to an earlier time does not know what was sent since: only what a person let go is sent. */
    private Future<Void> permitted(Claim claim, SendingState.Announced state, Prepared.ToWrite write) {
        return permissions.of(claim.id()).compose(permission -> switch (permission.of()) {
            case SEND -> send(claim, state, write);
            case HOLD ->
                settle(
                        claim,
                        after(
                                state,
                                new Preparation.Stopped(
                                        permission.why(Subject.of(claim).about()), write.history())),
                        write.read());
            case RECORD_AS_SENT -> {
                FileSealing sealing = new FileSealing(engine, claim, state, write);
                Change change = sealing.sentBefore();
                // Whether the partner answered is as unknown as the file: nobody waits for it.
                yield commit(claim, sealing.decision(), change);
            }
        });
    }

    private Decision after(SendingState.Announced state, Preparation settled) {
        return SendingDecisions.afterPreparation(state, settled, engine.circumstances());
    }

    /** Writes the order with numbers of its own, stores that together with the intent to upload it, and uploads it. */
    private Future<Void> send(Claim claim, SendingState.Announced state, Prepared.ToWrite write) {
        Writing writing = write.writing();
        FolderReference folder = writing.folder();
        FileSealing sealing = new FileSealing(engine, claim, state, write);
        return queue.run(Set.of(folder), () -> {
            StoredIntent<FileToUpload> storedIntent = new StoredIntent<>(
                    engine,
                    () -> engine.journal()
                            .commit(
                                    claim,
                                    writing.sequence(),
                                    sealing::seal,
                                    engine.clock().instant(),
                                    engine.lease()),
                    sealing::file);
            return engine.onContext(connection.mailbox().upload(folder, storedIntent))
                    .compose(outcome -> settle(
                            claim,
                            storedIntent,
                            outcome,
                            sealing::uploading,
                            () -> after(
                                    state,
                                    sealing.impossible()
                                            .<Preparation>map(why -> new Preparation.Stopped(why, write.history()))
                                            .orElseGet(() -> unsent(outcome, write.history()))),
                            write.read()));
        });
    }

    /** Uploads the stored bytes once more, of which it is certain or agreed that they may be sent. */
    private Future<Void> sendAgain(Claim claim, SendingState.Ready state) {
        return state.doubted()
                ? unlessAnswered(claim, state, state.file(), () -> sendUnlessSuperseded(claim, state))
                : sendUnlessSuperseded(claim, state);
    }

    /** What the partner answered did arrive, whatever its folder shows. */
    private Future<Void> unlessAnswered(
            Claim claim, SendingState state, OutboundFile file, Supplier<Future<Void>> otherwise) {
        return engine.onContext(engine.journal().find(claim.id())).compose(document -> {
            if (document.filter(found -> found.acknowledgement().given()).isEmpty()) {
                return otherwise.get();
            }
            Decision arrived = SendingDecisions.answered(state, file, engine.circumstances());
            return commit(claim, arrived, Change.of(arrived));
        });
    }

    private Future<Void> sendUnlessSuperseded(Claim claim, SendingState.Ready state) {
        return kind(claim)
                .superseded(Subject.of(claim))
                .compose(later -> later.isPresent()
                        ? take(claim, SendingDecisions.superseded(state, later.get(), engine.circumstances()))
                        : sendPermitted(claim, state));
    }

    private Future<Void> sendPermitted(Claim claim, SendingState.Ready state) {
        return permissions.of(claim.id()).compose(permission -> switch (permission.of()) {
            case SEND -> sendStored(claim, state);
            case HOLD ->
                take(
                        claim,
                        SendingDecisions.heldSinceRestoration(
                                state, permission.why(Subject.of(claim).about()), engine.circumstances()));
            case RECORD_AS_SENT -> {
                Decision recorded = SendingDecisions.sentBefore(state, engine.circumstances());
                yield commit(claim, recorded, Change.of(recorded));
            }
        });
    }

    private Future<Void> sendStored(Claim claim, SendingState.Ready state) {
        OutboundFile file = state.file();
        Decision intent = SendingDecisions.resume(state, engine.circumstances());
        SendingState.Uploading uploading = (SendingState.Uploading) intent.next();
        return engine.onContext(engine.journal().payload(file.content())).compose(payload -> {
            if (payload.isEmpty()) {
                return take(
                        claim,
                        SendingDecisions.afterUpload(
                                uploading,
                                Outcome.refused(SendingInterventions.contentMissing(
                                        Subject.of(claim).about(), file)),
                                engine.circumstances()));
            }
            return queue.run(Set.of(file.folder()), () -> {
                StoredIntent<FileToUpload> storedIntent = new StoredIntent<>(
                        engine,
                        () -> engine.journal()
                                .commit(claim, Change.of(intent), engine.clock().instant(), engine.lease()),
                        () -> new FileToUpload(
                                file.name(), payload.get().bytes(), claim.id().text()));
                return engine.onContext(connection.mailbox().upload(file.folder(), storedIntent))
                        .compose(outcome -> settle(
                                claim,
                                storedIntent,
                                outcome,
                                () -> uploading,
                                () -> SendingDecisions.afterUpload(uploading, outcome, engine.circumstances()),
                                Optional.empty()));
            });
        });
    }

    /** Goes on after an upload that may not even have begun. */
    private Future<Void> settle(
            Claim claim,
            StoredIntent<FileToUpload> storedIntent,
            Outcome<UploadReceipt> outcome,
            Supplier<SendingState.Uploading> uploading,
            Supplier<Decision> notBegun,
            Optional<AsRead> read) {
        return switch (storedIntent.fate()) {
            case StoredIntent.Fate.NotAsked ignored -> settle(claim, notBegun.get(), read);
            case StoredIntent.Fate.NotMade ignored -> settle(claim, notBegun.get(), read);
            case StoredIntent.Fate.Stands ignored ->
                take(
                        claim.in(uploading.get()),
                        SendingDecisions.afterUpload(uploading.get(), outcome, engine.circumstances()));
            case StoredIntent.Fate.Withdrawn ignored -> Future.succeededFuture();
            case StoredIntent.Fate.TooLate ignored -> Future.succeededFuture();
            case StoredIntent.Fate.KeyTaken ignored -> Future.succeededFuture();
            case StoredIntent.Fate.Broken(Throwable cause) -> Future.failedFuture(cause);
        };
    }

    /** What it means for the preparation that the upload did not even begin. */
    private static Preparation unsent(Outcome<UploadReceipt> outcome, List<HistoryEntry> history) {
        return switch (outcome) {
            case Outcome.Refused<UploadReceipt>(Problem why) -> new Preparation.Stopped(why, history);
            case Outcome.NotNow<UploadReceipt>(Problem why, Optional<Duration> retryAfter) ->
                new Preparation.Later(why, retryAfter);
            case Outcome.Unknown<UploadReceipt>(Problem why) -> new Preparation.Later(why, Optional.empty());
            case Outcome.Done<UploadReceipt> ignored ->
                throw new IllegalStateException("A file was uploaded without an intent");
        };
    }

    /** The folder holds this revision: its bytes are taken into the journal, and nothing is sent. */
    private Future<Void> found(Claim claim, SendingState.Announced state, Prepared.ToWrite write, FolderEntry entry) {
        return engine.onContext(connection.mailbox().fetch(entry)).compose(outcome -> switch (outcome) {
            case Outcome.Done<Optional<byte[]>>(Optional<byte[]> bytes) -> {
                FileSealing sealing = new FileSealing(engine, claim, state, write);
                Change change = sealing.alreadyThere(entry.name(), bytes.orElse(new byte[0]));
                yield take(claim, sealing.decision(), change);
            }
            case Outcome.Refused<Optional<byte[]>>(Problem why) ->
                settle(claim, after(state, new Preparation.Stopped(why, write.history())), write.read());
            case Outcome.NotNow<Optional<byte[]>>(Problem why, Optional<Duration> retryAfter) ->
                settle(claim, after(state, new Preparation.Later(why, retryAfter)), write.read());
            case Outcome.Unknown<Optional<byte[]>>(Problem why) ->
                settle(claim, after(state, new Preparation.Later(why, Optional.empty())), write.read());
        });
    }

    /** Looks for the file whose upload is in doubt. */
    private Future<Void> ask(Claim claim, SendingState.InDoubt state) {
        return unlessAnswered(claim, state, state.file(), () -> askFolder(claim, state));
    }

    private Future<Void> askFolder(Claim claim, SendingState.InDoubt state) {
        OnUnknownOutcome agreed = kind(claim).onUnknownOutcome(Subject.of(claim));
        return UploadLookup.of(
                        engine,
                        connection,
                        claim.id(),
                        state.file(),
                        kind(claim).archive(Subject.of(claim)))
                .compose(outcome ->
                        take(claim, SendingDecisions.afterAsking(state, outcome, agreed, engine.circumstances())));
    }
}
