package io.mlconnector.engine.loop;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.ProblemCode;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HealthTest {

    private static final Instant NOON = Instant.parse("2026-03-10T12:00:00Z");
    private static final Problem WHY = Problem.of(ProblemCode.UNREACHABLE, "", "The system cannot be reached.");

    private final Health health = new Health();

    private Optional<String> problem(int second) {
        return Optional.ofNullable(health.at(NOON.plusSeconds(second)).get("Orders"))
                .flatMap(Health.Status::problem)
                .map(Problem::code);
    }

    @Test
    void what_works_is_well_and_what_fails_says_why() {
        health.working("Orders", NOON);
        assertThat(problem(0)).isEmpty();
        health.failing("Orders", WHY, NOON.plusSeconds(1));
        assertThat(problem(1)).contains("unreachable");
        health.working("Orders", NOON.plusSeconds(2));
        assertThat(problem(2)).isEmpty();
    }

    @Test
    void what_fails_for_one_reason_after_another_fails_since_the_first_and_says_when_it_last_went_well() {
        health.working("Orders", NOON);
        health.working("Orders", NOON.plusSeconds(5));
        health.failing("Orders", WHY, NOON.plusSeconds(10));
        health.failing("Orders", Problem.of(ProblemCode.THROTTLED, "", "Refused."), NOON.plusSeconds(20));

        Health.Status status =
                Objects.requireNonNull(health.at(NOON.plusSeconds(21)).get("Orders"));
        assertThat(status.since()).isEqualTo(NOON.plusSeconds(10));
        assertThat(status.last()).isEqualTo(NOON.plusSeconds(20));
        assertThat(status.worked()).contains(NOON.plusSeconds(5));
    }

    @Test
    void that_a_system_is_left_alone_for_a_moment_does_not_hide_why_it_failed() {
        health.failing("Orders", WHY, NOON);
        health.failing("Orders", Problem.of(ProblemCode.CIRCUIT_OPEN, "", "It is left alone."), NOON.plusSeconds(1));
        assertThat(problem(1)).contains("unreachable");
        health.working("Orders", NOON.plusSeconds(2));
        health.failing("Orders", Problem.of(ProblemCode.CIRCUIT_OPEN, "", "It is left alone."), NOON.plusSeconds(3));
        assertThat(problem(3)).as("nothing else is known").contains("circuit-open");
    }

    @Test
    void a_look_that_does_not_end_is_a_problem_within_a_minute_although_nothing_failed() {
        health.rests("Orders", Duration.ofMinutes(1), NOON);
        health.begun("Orders", NOON.plusSeconds(60));
        assertThat(problem(60 + 45)).isEmpty();
        assertThat(problem(60 + 46)).contains("stuck");
    }

    @Test
    void a_long_look_that_makes_progress_is_well() {
        health.begun("Orders", NOON);
        health.begun("Orders", NOON.plusSeconds(40));
        assertThat(problem(80)).isEmpty();
    }

    @Test
    void what_does_not_begin_again_is_a_problem() {
        health.begun("Orders", NOON);
        health.working("Orders", NOON.plusSeconds(1));
        health.rests("Orders", Duration.ofSeconds(10), NOON.plusSeconds(1));
        assertThat(problem(1 + 20 + 45)).isEmpty();
        assertThat(problem(1 + 20 + 46)).contains("stuck");
    }

    @Test
    void a_look_that_ended_after_all_is_well_again() {
        health.begun("Orders", NOON);
        assertThat(problem(50)).contains("stuck");
        health.working("Orders", NOON.plusSeconds(51));
        health.rests("Orders", Duration.ofSeconds(10), NOON.plusSeconds(51));
        assertThat(problem(52)).isEmpty();
    }

    @Test
    void what_comes_only_when_it_is_called_is_not_expected() {
        health.working("Orders", NOON);
        assertThat(problem(100_000)).isEmpty();
    }
}
