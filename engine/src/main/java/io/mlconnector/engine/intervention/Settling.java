package io.mlconnector.engine.intervention;

import io.mlconnector.domain.answering.SettledAnswer;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.ports.journal.Amendment;
import io.mlconnector.ports.journal.Change;
import io.mlconnector.ports.journal.Journal;
import io.mlconnector.ports.journal.Next;
import io.mlconnector.ports.journal.document.DocumentRecord;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;

/** A person settles the answer to a document that a partner rejected, or did not answer; the same for interface, commands and console. */
public final class Settling {

    private final Journal journal;
    private final InstantSource clock;

    /** On this journal. */
    public Settling(Journal journal, InstantSource clock) {
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * Does it.
     *
     * @param who the operator
     */
    public CompletionStage<Replayed> settle(DocumentId id, SettledAnswer settled, String who) {
        Instant now = clock.instant();
        // Filled by the decision, which is made once and elsewhere.
        List<String> refusals = new CopyOnWriteArrayList<>();
        return journal.intervene(id, now, document -> {
                    Optional<String> refusal = SettledAnswer.refusal(document.condition(), document.acknowledgement());
                    refusal.ifPresent(refusals::add);
                    return refusal.isPresent() ? Optional.empty() : Optional.of(change(document, settled, who, now));
                })
                .thenCompose(after -> after.<CompletionStage<Replayed>>map(
                                document -> CompletableFuture.completedFuture(new Replayed.Again(document)))
                        .orElseGet(() -> notDone(id, refusals)));
    }

    private static Change change(DocumentRecord document, SettledAnswer settled, String who, Instant now) {
        return new Change(
                document.state(),
                new Next.Rest(),
                List.of(settled.entry(document.acknowledgement(), who, now)),
                List.of(new Amendment.Answer(settled.as())));
    }

    private CompletionStage<Replayed> notDone(DocumentId id, List<String> refusals) {
        return journal.find(id).thenApply(found -> {
            if (found.isEmpty()) {
                return new Replayed.Missing();
            }
            return new Replayed.Refused(
                    refusals.isEmpty()
                            ? "It is being worked on right now. Try again in a moment."
                            : refusals.getFirst());
        });
    }
}
