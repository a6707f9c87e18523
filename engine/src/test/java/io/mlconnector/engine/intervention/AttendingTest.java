package io.mlconnector.engine.intervention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.ports.journal.document.DocumentRecord;
import io.mlconnector.testing.contract.SettableClock;
import io.mlconnector.testing.contract.journal.bench.JournalBench;
import io.mlconnector.testing.memory.journal.MemoryJournal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class AttendingTest {

    private static final Instant NOON = Instant.parse("2026-03-10T12:00:00Z");

    private final SettableClock clock = new SettableClock(NOON);
    private final MemoryJournal journal = new MemoryJournal(clock);
    private final JournalBench bench = new JournalBench(journal, clock);
    private final Attending attending = new Attending(journal, clock);
    private final DocumentId id = bench.announced("PO-1");

    private static DocumentRecord done(CompletionStage<Optional<DocumentRecord>> stage) {
        return stage.toCompletableFuture().join().orElseThrow();
    }

    private String told() {
        return journal.history(id).toCompletableFuture().join().stream()
                .reduce((before, last) -> last)
                .map(last -> last.entry().actor() + " " + last.entry().event() + ": "
                        + last.entry().message())
                .orElseThrow();
    }

    @Test
    void a_comment_stands_in_the_history_under_the_name_of_who_wrote_it() {
        done(attending.comment(id, "Ana", "  The vendor corrects it on Monday. "));

        assertThat(told()).isEqualTo("Ana commented: The vendor corrects it on Monday.");
    }

    @Test
    void an_empty_comment_is_none() {
        assertThatThrownBy(() -> attending.comment(id, "Ana", " ")).hasMessage("A comment has 1 to 2000 characters");
    }

    @Test
    void a_document_is_assigned_and_given_back() {
        assertThat(done(attending.assign(id, "Ana", Optional.of("Ben")))
                        .attention()
                        .assignee())
                .contains("Ben");
        assertThat(told()).isEqualTo("Ana assigned: Ana assigned it to Ben");

        assertThat(done(attending.assign(id, "Ana", Optional.of(" ")))
                        .attention()
                        .assignee())
                .isEmpty();
        assertThat(told()).isEqualTo("Ana assigned: Ana assigned it to nobody");
    }

    @Test
    void a_document_is_put_off_within_a_year_and_not_into_the_past() {
        Instant monday = NOON.plus(Duration.ofDays(3));
        assertThat(done(attending.snooze(id, "Ana", Optional.of(monday)))
                        .attention()
                        .snoozedUntil())
                .contains(monday);
        assertThat(told())
                .as("for people, to the minute")
                .matches("Ana snoozed: Ana put it off until [0-9-]{10} [0-9:]{5} UTC");
        assertThatThrownBy(() -> attending.snooze(id, "Ana", Optional.of(NOON)))
                .hasMessageContaining("within the next year");
        assertThatThrownBy(() -> attending.snooze(id, "Ana", Optional.of(NOON.plus(Duration.ofDays(400)))))
                .hasMessageContaining("within the next year");
        assertThat(done(attending.snooze(id, "Ana", Optional.empty()))
                        .attention()
                        .snoozedUntil())
                .isEmpty();
    }
}
