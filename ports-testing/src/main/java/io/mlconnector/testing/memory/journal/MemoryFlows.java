package io.mlconnector.testing.memory.journal;

import io.mlconnector.domain.flow.FlowState;
import io.mlconnector.domain.interchange.ControlNumbers;
import io.mlconnector.domain.words.Acknowledgement;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.domain.words.HistoryEntry;
import io.mlconnector.ports.journal.Amendment;
import io.mlconnector.ports.journal.Change;
import io.mlconnector.ports.journal.Claim;
import io.mlconnector.ports.journal.Committed;
import io.mlconnector.ports.journal.DocumentFlows;
import io.mlconnector.ports.journal.document.Attention;
import io.mlconnector.ports.journal.document.DocumentRecord;
import io.mlconnector.ports.journal.document.NewDocument;
import io.mlconnector.ports.journal.number.NumberSequence;
import io.mlconnector.ports.journal.payload.Payload;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** The documents on their way, in memory. */
final class MemoryFlows implements DocumentFlows {

    private final Store store;
    private final Documents documents;
    private final Histories histories;
    private final Intake intake;
    private final MemoryNumbers numbers;
    private final InstantSource clock;

    MemoryFlows(Store store, Intake intake, MemoryNumbers numbers, InstantSource clock) {
        this.store = store;
        this.documents = store.documents();
        this.histories = store.histories();
        this.intake = intake;
        this.numbers = numbers;
        this.clock = clock;
    }

    @Override
    public CompletionStage<List<DocumentId>> announce(List<NewDocument> announced) {
        return store.transaction(() -> {
            documents.refuseUsedIds(announced);
            List<DocumentId> fresh = new ArrayList<>();
            Instant now = clock.instant();
            for (NewDocument document : announced) {
                Optional<NewDocument> entering = documents
                        .earlier(document)
                        .map(earlier -> document.ofOtherContent(earlier.asEarlier(), now)
                                .filter(other -> documents.earlier(other).isEmpty()))
                        .orElseGet(() -> Optional.of(document));
                entering.ifPresent(one -> {
                    intake.enter(one, Optional.empty(), Optional.empty(), now);
                    fresh.add(one.id());
                });
            }
            return List.copyOf(fresh);
        });
    }

    @Override
    public CompletionStage<List<Claim>> claim(String node, Map<String, Integer> free, Duration lease, Instant now) {
        return store.transaction(() -> documents.claim(node, free, lease, now));
    }

    @Override
    public CompletionStage<Map<String, Integer>> unclaimed(Set<String> connections) {
        return store.transaction(() -> documents.unclaimed(connections));
    }

    @Override
    public CompletionStage<Committed> commit(Claim claim, Change change, Instant now, Duration lease) {
        return store.transaction(() -> documents
                .find(claim.id())
                .filter(document -> document.has(claim))
                .map(document -> commit(document, change, now, lease))
                .orElseGet(Committed.Fenced::new));
    }

    @Override
    public CompletionStage<Committed> commit(
            Claim claim,
            NumberSequence sequence,
            Function<ControlNumbers, Optional<Change>> change,
            Instant now,
            Duration lease) {
        return store.transaction(() -> documents
                .find(claim.id())
                .filter(document -> document.has(claim))
                .map(document -> {
                    long next = numbers.next(sequence);
                    Committed committed = change.apply(new ControlNumbers(next, next, 1))
                            .map(numbered -> commit(document, numbered, now, lease))
                            .orElseGet(Committed.NotMade::new);
                    if (committed instanceof Committed.Stands) {
                        numbers.use(sequence, next, claim.id(), now);
                    }
                    return committed;
                })
                .orElseGet(Committed.Fenced::new));
    }

    private Committed commit(StoredDocument document, Change change, Instant now, Duration lease) {
        Optional<DocumentId> owner =
                change.last(Amendment.Job.class).flatMap(job -> documents.otherOwnerOfJob(job.key(), document.id()));
        if (owner.isPresent()) {
            return new Committed.KeyTaken(owner.get());
        }
        document.change(change, now, lease);
        histories.keep(change.payloads());
        histories.append(document.id(), change.history());
        return new Committed.Stands();
    }

    @Override
    public CompletionStage<Void> renew(List<Claim> claims, Instant now, Duration lease) {
        return store.done(() -> claims.forEach(claim -> documents
                .find(claim.id())
                .filter(document -> document.has(claim))
                .ifPresent(document -> document.renew(now.plus(lease)))));
    }

    @Override
    public CompletionStage<Integer> takeOver(String node) {
        return store.transaction(() -> documents.takeOver(node, clock.instant()));
    }

    @Override
    public CompletionStage<Integer> wake(String connection, Instant now) {
        return store.transaction(() -> documents.wake(connection, now));
    }

    @Override
    public CompletionStage<Optional<DocumentId>> jobOwner(String jobKey) {
        return store.transaction(() -> documents.ownerOfJob(jobKey));
    }

    @Override
    public CompletionStage<Optional<DocumentRecord>> intervene(
            DocumentId id, Instant now, Function<DocumentRecord, Optional<Change>> decide) {
        return store.transaction(() -> documents
                .find(id)
                .filter(document -> !document.claimedAt(now))
                .flatMap(document -> decide.apply(document.record())
                        .filter(change -> jobIsFree(document, change.state()))
                        .map(change -> {
                            document.wakened();
                            return store.moved(document, change, now);
                        })));
    }

    /** A discarded document may come back only if nobody took its job meanwhile. */
    private boolean jobIsFree(StoredDocument document, FlowState next) {
        return document.jobKeyIn(next.condition())
                .flatMap(key -> documents.otherOwnerOfJob(key, document.id()))
                .isEmpty();
    }

    @Override
    public CompletionStage<Optional<DocumentRecord>> attend(
            DocumentId id, Function<DocumentRecord, Attention> decide, HistoryEntry entry) {
        return store.transaction(() -> documents.find(id).map(document -> {
            document.attend(decide.apply(document.record()), clock.instant());
            histories.append(id, List.of(entry));
            return document.record();
        }));
    }

    @Override
    public CompletionStage<Void> note(
            DocumentId id, HistoryEntry entry, List<Payload> payloads, Optional<Acknowledgement> acknowledgement) {
        return store.done(() -> {
            Optional<StoredDocument> document = documents.find(id);
            if (document.isEmpty() && !store.files().has(id)) {
                throw new IllegalArgumentException("There is neither a document nor a file " + id);
            }
            document.ifPresent(noted -> noted.note(acknowledgement, clock.instant()));
            histories.keep(payloads);
            histories.append(id, List.of(entry));
        });
    }

    @Override
    public CompletionStage<Boolean> overdue(DocumentId id, HistoryEntry entry) {
        return store.transaction(() -> {
            Optional<StoredDocument> awaited = documents
                    .find(id)
                    .filter(document -> document.record().acknowledgement() == Acknowledgement.AWAITED);
            awaited.ifPresent(document -> {
                document.note(Optional.of(Acknowledgement.OVERDUE), clock.instant());
                histories.append(id, List.of(entry));
            });
            return awaited.isPresent();
        });
    }
}
