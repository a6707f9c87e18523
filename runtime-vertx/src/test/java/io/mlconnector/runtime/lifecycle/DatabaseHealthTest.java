package io.mlconnector.runtime.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.ProblemCode;
import io.mlconnector.engine.loop.Health;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DatabaseHealthTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private static Optional<Problem> problem(Health health) {
        return Optional.ofNullable(health.at(java.time.Instant.now()).get("embedded database"))
                .orElseThrow()
                .problem();
    }

    @Test
    void a_server_that_ended_stands_in_the_health_check_until_it_lives_again() {
        Health health = new Health();
        DatabaseHealth told = new DatabaseHealth(health, () -> NOON);
        told.ended(ProblemCode.DATABASE_ENDED, "It has ended.");
        assertThat(problem(health)).hasValueSatisfying(why -> {
            assertThat(why.code()).isEqualTo("database-ended");
            assertThat(why.message()).isEqualTo("It has ended.");
        });
        told.lives();
        assertThat(problem(health)).isEmpty();
    }
}
