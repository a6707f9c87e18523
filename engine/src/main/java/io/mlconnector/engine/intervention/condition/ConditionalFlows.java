package io.mlconnector.engine.intervention.condition;

import io.mlconnector.domain.interchange.ControlNumbers;
import io.mlconnector.domain.words.Acknowledgement;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.domain.words.HistoryEntry;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Predicate;

/** What people do to documents, on a condition; everything else as it is. */
final class ConditionalFlows implements DocumentFlows {

    private final DocumentFlows flows;
    private final Predicate<DocumentRecord> seen;

    ConditionalFlows(DocumentFlows flows, Predicate<DocumentRecord> seen) {
        this.flows = flows;
        this.seen = seen;
    }

    private <T> Function<DocumentRecord, T> ifSeen(Function<DocumentRecord, T> decide) {
        return document -> {
            if (!seen.test(document)) {
                throw new ChangedMeanwhileException(document.id());
            }
            return decide.apply(document);
        };
    }

    @Override
    public CompletionStage<Optional<DocumentRecord>> intervene(
            DocumentId id, Instant now, Function<DocumentRecord, Optional<Change>> decide) {
        return flows.intervene(id, now, ifSeen(decide));
    }

    @Override
    public CompletionStage<Optional<DocumentRecord>> attend(
            DocumentId id, Function<DocumentRecord, Attention> decide, HistoryEntry entry) {
        return flows.attend(id, ifSeen(decide), entry);
    }

    @Override
    public CompletionStage<List<DocumentId>> announce(List<NewDocument> documents) {
        return flows.announce(documents);
    }

    @Override
    public CompletionStage<List<Claim>> claim(String node, Map<String, Integer> free, Duration lease, Instant now) {
        return flows.claim(node, free, lease, now);
    }

    @Override
    public CompletionStage<Map<String, Integer>> unclaimed(Set<String> connections) {
        return flows.unclaimed(connections);
    }

    @Override
    public CompletionStage<Committed> commit(Claim claim, Change change, Instant now, Duration lease) {
        return flows.commit(claim, change, now, lease);
    }

    @Override
    public CompletionStage<Committed> commit(
            Claim claim,
            NumberSequence sequence,
            Function<ControlNumbers, Optional<Change>> change,
            Instant now,
            Duration lease) {
        return flows.commit(claim, sequence, change, now, lease);
    }

    @Override
    public CompletionStage<Void> renew(List<Claim> claims, Instant now, Duration lease) {
        return flows.renew(claims, now, lease);
    }

    @Override
    public CompletionStage<Integer> takeOver(String node) {
        return flows.takeOver(node);
    }

    @Override
    public CompletionStage<Integer> wake(String connection, Instant now) {
        return flows.wake(connection, now);
    }

    @Override
    public CompletionStage<Optional<DocumentId>> jobOwner(String jobKey) {
        return flows.jobOwner(jobKey);
    }

    @Override
    public CompletionStage<Void> note(
            DocumentId id, HistoryEntry entry, List<Payload> payloads, Optional<Acknowledgement> acknowledgement) {
        return flows.note(id, entry, payloads, acknowledgement);
    }

    @Override
    public CompletionStage<Boolean> overdue(DocumentId id, HistoryEntry entry) {
        return flows.overdue(id, entry);
    }
}
