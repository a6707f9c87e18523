package io.mlconnector.domain.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.mlconnector.domain.fixture.Problems;
import io.mlconnector.domain.flow.Decision;
import io.mlconnector.domain.flow.Kept;
import io.mlconnector.domain.flow.Step;
import io.mlconnector.domain.trade.ContentHash;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The words that scripts and dashboards use; none may change. */
class WordsTest {

    @Test
    void the_words_of_a_condition_are_fixed() {
        assertThat(Arrays.stream(Condition.values()).map(Condition::word))
                .containsExactly("moving", "waiting", "held", "unknown", "failed", "done", "duplicate", "discarded");
        assertThat(Condition.of("held")).isEqualTo(Condition.HELD);
        assertThatIllegalArgumentException().isThrownBy(() -> Condition.of("Held"));
    }

    @Test
    void a_document_that_moves_waits_or_is_in_doubt_is_not_settled() {
        assertThat(Arrays.stream(Condition.values()).filter(condition -> !condition.settled()))
                .containsExactly(Condition.MOVING, Condition.WAITING, Condition.UNKNOWN);
    }

    @Test
    void the_words_of_a_stage_are_fixed() {
        assertThat(Arrays.stream(Stage.values()).map(Stage::word))
                .containsExactlyInAnyOrder(
                        "announced",
                        "fetched",
                        "aligned",
                        "encoded",
                        "delivered",
                        "received",
                        "decoded",
                        "checked",
                        "posted");
        assertThat(Stage.of("posted")).isEqualTo(Stage.POSTED);
        assertThatIllegalArgumentException().isThrownBy(() -> Stage.of("ledger"));
    }

    @Test
    void the_words_of_validity_and_acknowledgement_are_fixed() {
        assertThat(Arrays.stream(Validity.values()).map(Validity::word)).containsExactly("pending", "valid", "invalid");
        assertThat(Arrays.stream(Acknowledgement.values()).map(Acknowledgement::word))
                .containsExactly("none", "awaited", "accepted", "accepted-with-errors", "rejected", "overdue");
    }

    @Test
    void a_problem_groups_by_its_code_and_cause() {
        assertThat(Problem.of(ProblemCode.ITEM_UNKNOWN, "acme:VN:1", "Enter it.")
                        .causeKey())
                .isEqualTo("item-unknown:acme:VN:1");
        assertThat(Problem.of(ProblemCode.NO_LINES, "", "Ask.").causeKey()).isEqualTo("no-lines");
        assertThatIllegalArgumentException().isThrownBy(() -> Problem.named("Item unknown", "", "Ask."));
    }

    @Test
    void a_problem_gathers_details_and_stays_the_same_otherwise() {
        Problem problem = Problem.named("x", "", "Ask.").with("line", "2").with("segment", "IT1");

        assertThat(problem.details()).containsExactlyInAnyOrderEntriesOf(Map.of("line", "2", "segment", "IT1"));
        assertThat(problem.causeKey()).isEqualTo("x");
    }

    @Test
    void a_history_entry_of_a_problem_carries_its_code() {
        HistoryEntry entry =
                HistoryEntry.entry(Problems.NOON, "held", Problems.refusal().with("line", "2"));

        assertThat(entry.actor()).isEqualTo("daemon");
        assertThat(entry.details()).containsEntry("code", "refused-by-rule").containsEntry("line", "2");
    }

    @Test
    void a_decision_can_be_given_an_earlier_history() {
        var kept = new Kept(Optional.empty());
        HistoryEntry first = HistoryEntry.entry(Problems.NOON, "decoded", "Read");
        HistoryEntry second = new HistoryEntry(
                Problems.NOON, "maria", "seen", "Seen", Map.of(), List.of(new ContentHash("ab".repeat(32))));

        assertThat(Decision.of(kept, new Step.Rest(), second)
                        .after(List.of(first))
                        .history())
                .containsExactly(first, second);
    }

    @Test
    void what_is_only_kept_is_done_and_may_carry_a_note() {
        var kept = new Kept(Optional.of(Problems.because("not-processed")));

        assertThat(kept.condition()).isEqualTo(Condition.DONE);
        assertThat(kept.stage()).isEqualTo(Stage.DECODED);
        assertThat(kept.reason()).contains(Problems.because("not-processed"));
    }
}
