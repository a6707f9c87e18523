package io.mlconnector.domain.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.mlconnector.domain.fixture.Chance;
import io.mlconnector.domain.fixture.Problems;
import io.mlconnector.domain.flow.Step;
import io.mlconnector.domain.words.FailureClass;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.ProblemCode;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RetryTimingTest {

    private static final double NEARLY_ONE = Math.nextDown(1.0);

    @ParameterizedTest
    @CsvSource({"1, 2000", "2, 4000", "3, 8000", "8, 256000", "9, 300000", "1000, 300000", "0, 2000", "-5, 2000"})
    void the_longest_wait_doubles_up_to_its_bound(int failures, long most) {
        assertThat(RetryTiming.USUAL
                        .delay(failures, NEARLY_ONE, Optional.empty())
                        .toMillis())
                .isBetween(most - 1, most);
    }

    @Test
    void chance_spreads_the_wait_over_the_whole_range_but_never_below_a_tenth_of_a_second() {
        assertThat(RetryTiming.USUAL.delay(3, 0.5, Optional.empty())).isEqualTo(Duration.ofSeconds(4));
        assertThat(RetryTiming.USUAL.delay(3, 0, Optional.empty())).isEqualTo(Duration.ofMillis(100));
    }

    @Test
    void the_time_that_the_remote_system_named_wins_when_it_is_longer() {
        assertThat(RetryTiming.USUAL.delay(1, 0.5, Optional.of(Duration.ofHours(2))))
                .isEqualTo(Duration.ofHours(2));
        assertThat(RetryTiming.USUAL.delay(1, 0.5, Optional.of(Duration.ofMillis(1))))
                .isEqualTo(Duration.ofSeconds(1));
    }

    @RepeatedTest(5)
    void no_wait_leaves_its_bounds(RepetitionInfo repetition) {
        Chance.withSeed(repetition.getCurrentRepetition(), chance -> {
            for (int i = 0; i < 1_000; i++) {
                Duration wait = RetryTiming.USUAL.delay(
                        chance.between(-3, 5_000), chance.below(1_000) / 1_000.0, Optional.empty());
                assertThat(wait).isBetween(Duration.ofMillis(100), Duration.ofMinutes(5));
            }
        });
    }

    @Test
    void it_is_given_up_after_its_number_of_attempts() {
        Problem passing = Problems.because("gateway-locked");
        assertThat(RetryTiming.USUAL.another(14, passing)).isTrue();
        assertThat(RetryTiming.USUAL.another(15, passing)).isFalse();
        assertThat(RetryTiming.USUAL.another(16, passing)).isFalse();
    }

    @Test
    void a_failing_system_is_tried_again_for_half_a_day() {
        Problem ill = Problems.because("dynamics-unavailable");
        assertThat(RetryTiming.counted(1, ill)).isEqualTo(2);
        assertThat(RetryTiming.USUAL.another(299, ill)).isTrue();
        assertThat(RetryTiming.USUAL.another(300, ill)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(ProblemCode.class)
    void what_is_wrong_with_the_connection_uses_up_no_attempt_and_everything_else_does(ProblemCode code) {
        Problem why = Problem.of(code, "", "Not now.");
        boolean connection =
                code.failureClass() == FailureClass.THROTTLED || code.failureClass() == FailureClass.UNREACHABLE;
        assertThat(RetryTiming.counted(3, why)).isEqualTo(connection ? 3 : 4);
        assertThat(RetryTiming.USUAL.another(1_000_000, why)).isEqualTo(connection);
    }

    @ParameterizedTest
    @EnumSource(ProblemCode.class)
    void what_certainly_did_not_happen_is_tried_again_whatever_the_code(ProblemCode code) {
        assertThat(FailureClass.ofNotNow(Problem.of(code, "", "Not now.")).retried())
                .isTrue();
    }

    @Test
    void a_failing_system_is_given_more_attempts_than_a_document_that_fails_by_itself() {
        Problem failing = Problem.of(ProblemCode.DYNAMICS_UNAVAILABLE, "", "Not now.");
        assertThat(RetryTiming.USUAL.attemptsWhileFailing()).isEqualTo(300);
        assertThat(RetryTiming.USUAL.another(299, failing)).isTrue();
        assertThat(RetryTiming.USUAL.another(300, failing)).isFalse();
    }

    @Test
    void every_other_trouble_uses_up_an_attempt() {
        assertThat(RetryTiming.counted(3, Problems.because("server-error"))).isEqualTo(4);
    }

    @Test
    void every_class_of_failure_says_what_is_done() {
        for (FailureClass failure : FailureClass.values()) {
            FailureTreatment treatment = FailureTreatment.of(failure);
            assertThat(treatment.examples()).isNotBlank();
            assertThat(treatment.after()).isNotBlank();
            assertThat(treatment.then()).isNotBlank();
            assertThat(failure.retried() || !failure.countsAsAttempt()).isTrue();
        }
    }

    @Test
    void a_timing_that_makes_no_sense_is_refused() {
        Duration second = Duration.ofSeconds(1);
        assertThatIllegalArgumentException().isThrownBy(() -> new RetryTiming(Duration.ZERO, second, 1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new RetryTiming(second.negated(), second, 1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new RetryTiming(second, Duration.ofMillis(999), 1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new RetryTiming(second, second, 0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new RetryTiming(second, second, 1, 0));
        assertThat(new RetryTiming(second, second, 1, 1).another(0, Problems.because("gateway-locked")))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"1, 2", "2, 4", "3, 8", "6, 64", "7, 64", "1000, 64"})
    void the_wait_before_asking_doubles_up_to_a_minute(int asked, long seconds) {
        assertThat(Problems.noon().waitBeforeAsking(asked))
                .isEqualTo(new Step.WaitUntil(Problems.NOON.plusSeconds(seconds)));
    }
}
