package io.mlconnector.engine.cause;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mlconnector.domain.agreement.FolderReference;
import io.mlconnector.domain.crossreference.CrossReference;
import io.mlconnector.domain.crossreference.CrossReferences;
import io.mlconnector.domain.flow.Decision;
import io.mlconnector.domain.flow.FlowState;
import io.mlconnector.domain.flow.Held;
import io.mlconnector.domain.flow.Step;
import io.mlconnector.domain.retry.RetryTiming;
import io.mlconnector.domain.sending.OutboundFile;
import io.mlconnector.domain.sending.SendingState;
import io.mlconnector.domain.words.Condition;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.domain.words.HistoryEntry;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.ProblemCode;
import io.mlconnector.engine.DocumentIds;
import io.mlconnector.engine.Engine;
import io.mlconnector.engine.cause.FixUndo.Reference;
import io.mlconnector.engine.cause.FixUndo.Undone;
import io.mlconnector.engine.intervention.Interventions;
import io.mlconnector.engine.loop.Loop;
import io.mlconnector.json.JsonNeutralOrder;
import io.mlconnector.json.JsonStoredForm;
import io.mlconnector.ports.journal.Change;
import io.mlconnector.ports.journal.document.DocumentRecord;
import io.mlconnector.testing.contract.SettableClock;
import io.mlconnector.testing.contract.journal.bench.JournalBench;
import io.mlconnector.testing.memory.journal.MemoryJournal;
import io.mlconnector.x12.X12Codec;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class FixUndoTest {

    private static final Problem WHY = Problem.of(ProblemCode.UNIT_UNKNOWN, "acme:QX", "Unit QX is not known.");
    private static final CauseFix TRANSLATED =
            new CauseFix(WHY.causeKey(), new CauseFix.Translate("ea", Optional.empty(), Optional.empty(), false));

    private static final OutboundFile FILE = new OutboundFile(
            FolderReference.parse("/upload/acme"), "850.edi", JournalBench.hash("x"), 1, "850", Optional.empty());

    private final SettableClock clock = new SettableClock(Instant.parse("2026-03-10T12:00:00Z"));
    private final MemoryJournal journal = new MemoryJournal(clock);
    private final JournalBench bench = new JournalBench(journal, clock);
    private final List<CrossReference> known = new ArrayList<>();
    private final Engine engine = new Engine(
            new Here(),
            journal,
            new X12Codec(),
            new JsonNeutralOrder(),
            new JsonStoredForm(),
            () -> CompletableFuture.completedFuture(new CrossReferences(known)),
            new DocumentIds(clock, new Random(1)),
            clock,
            new Random(1),
            RetryTiming.USUAL,
            Engine.USUAL_LEASE,
            "node-1");
    private final FixUndo undo =
            new FixUndo(engine, (reference, operator, reason) -> Future.succeededFuture(known.remove(reference)));

    private void put(DocumentId id, FlowState state, Step step, HistoryEntry entry) {
        clock.advance(Duration.ofMinutes(1));
        assertThat(journal.intervene(
                                id,
                                clock.instant(),
                                document -> Optional.of(Change.of(Decision.of(state, step, entry))))
                        .toCompletableFuture()
                        .join())
                .isPresent();
    }

    private DocumentId held(String order) {
        DocumentId id = bench.announced(order);
        put(
                id,
                Held.because(WHY, new SendingState.Announced(0)),
                new Step.Rest(),
                HistoryEntry.entry(clock.instant(), "held", WHY));
        return id;
    }

    private void release(DocumentId id, FixMark mark) {
        clock.advance(Duration.ofMinutes(1));
        new Interventions(journal, clock)
                .act(id, Interventions.Verb.RELEASE, "ann", "", mark.details())
                .toCompletableFuture()
                .join();
    }

    private DocumentRecord now(DocumentId id) {
        return journal.find(id).toCompletableFuture().join().orElseThrow();
    }

    private static List<String> words(Undone undone) {
        return undone.documents().stream().map(CauseFixing.Became::word).toList();
    }

    @Test
    void a_fix_is_found_in_the_journal_with_everything_that_was_said() {
        FixMark mark = new FixMark("f1", TRANSLATED, true, 3, true);
        DocumentId first = held("PO-1");
        DocumentId second = held("PO-2");
        release(first, mark);
        release(second, mark);

        FixRecord record = FixUndo.find(engine, "f1").result().orElseThrow();
        assertThat(record.mark()).isEqualTo(mark);
        assertThat(record.mark().reference().map(CrossReference::theirs)).contains("EA");
        assertThat(record.operator()).isEqualTo("ann");
        assertThat(record.documents()).containsExactly(first, second);
        assertThat(record.takenBack()).isEmpty();
        assertThat(record.last()).isAfter(record.began());
        assertThat(FixUndo.find(engine, "f2").result()).isEmpty();
    }

    @Test
    void what_a_fix_left_as_it_was_is_found_with_its_reason_and_is_not_taken_back() {
        FixMark mark = new FixMark("f1", TRANSLATED, true, 2, true);
        DocumentId first = held("PO-1");
        DocumentId left = held("PO-2");
        release(first, mark);
        clock.advance(Duration.ofMinutes(1));
        journal.note(
                        left,
                        mark.left(clock.instant(), "ann", "refused", "It is being worked on."),
                        List.of(),
                        Optional.empty())
                .toCompletableFuture()
                .join();

        FixRecord record = FixUndo.find(engine, "f1").result().orElseThrow();
        assertThat(record.documents()).containsExactly(first);
        assertThat(record.left()).containsExactly(new CauseFixing.Became(left, "refused", "It is being worked on."));
        assertThat(record.last()).isEqualTo(clock.instant());
        assertThat(FixUndo.foresee(engine, "f1").result().documents())
                .extracting(CauseFixing.Became::document)
                .containsExactly(first);
    }

    @Test
    void a_translation_that_freed_nothing_is_removed_with_its_fix() {
        FixMark mark = new FixMark("f1", TRANSLATED, true, 1, true);
        known.add(mark.reference().orElseThrow());
        journal.note(
                        held("PO-1"),
                        mark.left(clock.instant(), "ann", "refused", "It is being worked on."),
                        List.of(),
                        Optional.empty())
                .toCompletableFuture()
                .join();

        assertThat(undo.undo("f1", "joe", "").result().reference()).isEqualTo(Reference.REMOVED);
        assertThat(known).isEmpty();
    }

    @Test
    void a_forecast_says_what_taking_back_does_and_changes_nothing() {
        FixMark mark = new FixMark("f1", TRANSLATED, true, 2, true);
        known.add(mark.reference().orElseThrow());
        DocumentId unsent = held("PO-1");
        DocumentId sent = held("PO-2");
        release(unsent, mark);
        release(sent, mark);
        put(sent, new SendingState.Delivered(FILE, clock.instant()), new Step.Rest(), bench.entry("delivered"));

        Undone foreseen = FixUndo.foresee(engine, "f1").result();
        assertThat(words(foreseen)).containsExactly("taken-back", "sent");
        assertThat(foreseen.reference()).isEqualTo(Reference.REMOVED);
        assertThat(now(unsent).condition()).isNotEqualTo(Condition.HELD);
        assertThat(known).hasSize(1);

        Undone undone = undo.undo("f1", "joe", "the wrong unit").result();
        assertThat(words(undone)).isEqualTo(words(foreseen));
        assertThat(now(unsent).reason().orElseThrow()).isEqualTo(WHY);
        assertThat(now(sent).condition()).isEqualTo(Condition.DONE);
        assertThat(known).isEmpty();
        FixRecord record = FixUndo.find(engine, "f1").result().orElseThrow();
        assertThat(record.takenBack()).containsExactly(unsent);
        assertThat(record.takenBackBy()).contains("joe");
        assertThat(words(undo.undo("f1", "joe", "").result())).containsExactly("stands", "sent");
    }

    @Test
    void a_translation_that_was_changed_since_or_with_which_all_was_sent_stays() {
        FixMark mark = new FixMark("f1", TRANSLATED, true, 1, true);
        DocumentId id = held("PO-1");
        release(id, mark);
        assertThat(FixUndo.foresee(engine, "f1").result().reference())
                .as("somebody changed it")
                .isEqualTo(Reference.STAYS);

        known.add(mark.reference().orElseThrow());
        put(id, new SendingState.Delivered(FILE, clock.instant()), new Step.Rest(), bench.entry("delivered"));
        assertThat(undo.undo("f1", "joe", "").result().reference()).isEqualTo(Reference.STAYS);
        assertThat(known).hasSize(1);
    }

    @Test
    void a_document_that_stands_still_already_tells_that_its_translation_was_taken_back() {
        FixMark mark = new FixMark("f1", TRANSLATED, true, 1, true);
        known.add(mark.reference().orElseThrow());
        DocumentId id = held("PO-1");
        release(id, mark);
        put(
                id,
                Held.because(WHY, new SendingState.Announced(0)),
                new Step.Rest(),
                HistoryEntry.entry(clock.instant(), "held", WHY));

        Undone undone = undo.undo("f1", "joe", "wrong unit").result();
        assertThat(words(undone)).containsExactly("stands");
        assertThat(undone.reference()).isEqualTo(Reference.REMOVED);
        HistoryEntry last =
                journal.history(id).toCompletableFuture().join().getLast().entry();
        assertThat(last.message())
                .isEqualTo("joe took back the fix of " + mark.fix().causeKey() + " (wrong unit)");
        assertThat(FixUndo.find(engine, "f1").result().orElseThrow().takenBackAt())
                .contains(last.at());
    }

    @Test
    void what_a_person_accepts_by_a_release_stands_in_the_history_and_without_a_reason_none_is_claimed() {
        DocumentId id = held("PO-1");
        clock.advance(Duration.ofMinutes(1));
        new Interventions(journal, clock)
                .act(id, Interventions.Verb.RELEASE, "ann", " ")
                .toCompletableFuture()
                .join();

        assertThat(journal.history(id)
                        .toCompletableFuture()
                        .join()
                        .getLast()
                        .entry()
                        .message())
                .isEqualTo("ann released it despite: " + WHY.cause().inWords());
    }

    @Test
    void a_document_on_which_somebody_works_is_left_alone() {
        FixMark mark = new FixMark("f1", new CauseFix(WHY.causeKey(), new CauseFix.Again()), true, 1, false);
        DocumentId id = held("PO-1");
        release(id, mark);
        bench.claimed(id);

        assertThat(words(undo.undo("f1", "joe", "").result())).containsExactly("busy");
        assertThat(now(id).condition()).isNotEqualTo(Condition.HELD);
    }

    @Test
    void a_fix_of_which_the_journal_knows_nothing_cannot_be_taken_back() {
        assertThatThrownBy(() -> {
                    throw undo.undo("f9", "joe", "").cause();
                })
                .isInstanceOf(CauseException.class)
                .hasMessageContaining("There is no fix f9");
    }

    /** Everything at once. */
    private static final class Here implements Loop {

        @Override
        public Runnable after(Duration delay, Runnable work) {
            return () -> {};
        }

        @Override
        public long nanoTime() {
            return 0;
        }

        @Override
        public <T> Future<T> await(CompletionStage<T> stage) {
            return Future.fromCompletionStage(stage);
        }

        @Override
        public <T> Future<T> beside(Callable<T> work) {
            return Future.future(promise -> {
                try {
                    promise.complete(work.call());
                } catch (Exception e) {
                    promise.fail(e);
                }
            });
        }

        @Override
        public void signal(String address, String body) {
            // Nobody listens.
        }

        @Override
        public Runnable onSignal(String address, Consumer<String> listener) {
            return () -> {};
        }
    }
}
