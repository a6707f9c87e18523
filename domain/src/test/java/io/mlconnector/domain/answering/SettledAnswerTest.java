package io.mlconnector.domain.answering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mlconnector.domain.words.Acknowledgement;
import io.mlconnector.domain.words.Condition;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SettledAnswerTest {

    @ParameterizedTest
    @EnumSource(
            value = Acknowledgement.class,
            names = {"AWAITED", "OVERDUE", "REJECTED"})
    void what_waits_for_somebody_can_be_settled(Acknowledgement open) {
        assertThat(SettledAnswer.refusal(Condition.DONE, open)).isEmpty();
        assertThat(SettledAnswer.refusal(Condition.UNKNOWN, open))
                .contains("It is unknown, so that no answer to it is open.");
    }

    @ParameterizedTest
    @EnumSource(
            value = Acknowledgement.class,
            names = {"NONE", "ACCEPTED", "ACCEPTED_WITH_ERRORS"})
    void what_waits_for_nobody_is_left_alone(Acknowledgement settled) {
        assertThat(SettledAnswer.refusal(Condition.DONE, settled).orElseThrow()).contains("nothing to settle");
    }

    @Test
    void it_is_settled_as_accepted_or_as_none_only() {
        assertThatThrownBy(() -> new SettledAnswer(Acknowledgement.REJECTED, ""))
                .hasMessage("An answer is settled as accepted or as none, not as rejected");
    }

    @Test
    void the_history_says_who_settled_what_and_why() {
        assertThat(new SettledAnswer(Acknowledgement.NONE, "sent by mail")
                        .entry(Acknowledgement.REJECTED, "ana", Instant.EPOCH)
                        .message())
                .isEqualTo(
                        "ana settled its answer, which was rejected: no answer to it counts any more (sent by mail)");
        assertThat(new SettledAnswer(Acknowledgement.ACCEPTED, " ")
                        .entry(Acknowledgement.OVERDUE, "ana", Instant.EPOCH)
                        .message())
                .endsWith("which was overdue: the partner accepted it in another way");
    }
}
