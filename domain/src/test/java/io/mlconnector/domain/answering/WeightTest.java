package io.mlconnector.domain.answering;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.words.Acknowledgement;
import org.junit.jupiter.api.Test;

class WeightTest {

    @Test
    void nothing_is_taken_back_by_a_rejection_or_where_nothing_was_rejected() {
        assertThat(Weight.takesBack(Acknowledgement.REJECTED, Acknowledgement.REJECTED))
                .isFalse();
        assertThat(Weight.takesBack(Acknowledgement.ACCEPTED, Acknowledgement.ACCEPTED))
                .isFalse();
    }

    @Test
    void the_same_technical_answer_twice_changes_nothing() {
        assertThat(Weight.TECHNICAL.after(Acknowledgement.REJECTED, Acknowledgement.REJECTED))
                .isEmpty();
    }
}
