package io.mlconnector.domain.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.flow.FlowState;
import io.mlconnector.domain.flow.Held;
import io.mlconnector.domain.flow.Kept;
import io.mlconnector.domain.intake.EntryState.Kind;
import io.mlconnector.domain.invoicing.InvoiceState;
import io.mlconnector.domain.words.Condition;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.ProblemCode;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EntryStateTest {

    private static final Problem WHY = Problem.of(ProblemCode.X12_INVALID, "it", "It cannot be used.");
    private static final Problem NOTHING_KNOWN =
            Problem.of(ProblemCode.ANSWER_UNMATCHED, "it", "It answers nothing of ours.");

    @Test
    void an_invoice_goes_on_from_its_beginning() {
        FlowState state = EntryState.of(Kind.INVOICE, Optional.empty(), Optional.empty(), "810");

        assertThat(state).isEqualTo(new InvoiceState.Received(Set.of(), 0));
        assertThat(state.reason()).isEmpty();
    }

    @Test
    void an_answer_is_kept_and_says_why_it_answers_nothing() {
        assertThat(EntryState.of(Kind.ANSWER, Optional.empty(), Optional.empty(), "997"))
                .isEqualTo(new Kept(Optional.empty()));
        assertThat(EntryState.of(Kind.ANSWER, Optional.empty(), Optional.of(NOTHING_KNOWN), "855"))
                .isEqualTo(new Kept(Optional.of(NOTHING_KNOWN)));
    }

    @Test
    void what_is_filed_away_names_its_kind() {
        FlowState state = EntryState.of(Kind.FILED, Optional.empty(), Optional.empty(), "864");

        assertThat(state.condition()).isEqualTo(Condition.DONE);
        assertThat(state.reason()).hasValueSatisfying(note -> {
            assertThat(note.code()).isEqualTo("set-not-processed");
            assertThat(note.causeKey()).endsWith("864");
            assertThat(note.message()).contains("864");
        });
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void whatever_cannot_be_processed_waits_for_a_person(Kind kind) {
        FlowState state = EntryState.of(kind, Optional.of(WHY), Optional.of(NOTHING_KNOWN), "810");

        assertThat(state).isInstanceOf(Held.class);
        assertThat(state.condition()).isEqualTo(Condition.HELD);
        assertThat(state.reason()).contains(WHY);
    }

    @Test
    void bytes_of_no_document_wait_for_a_person() {
        FlowState state = EntryState.unread(WHY);

        assertThat(state.condition()).isEqualTo(Condition.HELD);
        assertThat(state.reason()).contains(WHY);
    }
}
