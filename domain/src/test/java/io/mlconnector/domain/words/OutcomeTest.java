package io.mlconnector.domain.words;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.fixture.Problems;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OutcomeTest {

    private static final Outcome<String> DONE = Outcome.done("471");
    private static final Outcome<String> NOT_NOW =
            new Outcome.NotNow<>(Problems.throttled(), Optional.of(Duration.ofSeconds(7)));
    private static final List<Outcome<String>> OTHERS =
            List.of(Outcome.refused(Problems.refusal()), NOT_NOW, Outcome.unknown(Problems.connectionReset()));

    @Test
    void a_success_changes_its_value() {
        assertThat(DONE.map(Integer::parseInt)).isEqualTo(Outcome.done(471));
    }

    @Test
    void a_success_leads_to_the_ending_of_the_next_call() {
        assertThat(DONE.then(text -> Outcome.done(text.length()))).isEqualTo(Outcome.done(3));
        assertThat(DONE.<Integer>then(text -> Outcome.unknown(Problems.connectionReset())))
                .isEqualTo(Outcome.unknown(Problems.connectionReset()));
    }

    @Test
    void every_other_ending_stays_what_it_is_and_calls_nothing() {
        for (Outcome<String> other : OTHERS) {
            assertThat(other.<Integer>map(text -> {
                        throw new AssertionError("called");
                    }))
                    .isEqualTo(other);
            assertThat(other.<Integer>then(text -> {
                        throw new AssertionError("called");
                    }))
                    .isEqualTo(other);
        }
    }

    @Test
    void without_a_named_time_there_is_none() {
        assertThat(new Outcome.NotNow<String>(Problems.throttled())).isEqualTo(Outcome.notNow(Problems.throttled()));
        assertThat(new Outcome.NotNow<String>(Problems.throttled()).retryAfter())
                .isEmpty();
    }
}
