package io.mlconnector.domain.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RemovalRuleTest {

    private static final Instant TAKEN = Instant.parse("2026-03-10T08:00:00Z");

    @Test
    void a_file_that_was_read_whole_is_removed_at_once() {
        assertThat(RemovalRule.due(true, TAKEN, TAKEN)).isTrue();
    }

    @Test
    void a_file_that_was_not_read_whole_stays_for_a_day_because_its_rest_may_still_come() {
        assertThat(RemovalRule.due(false, TAKEN, TAKEN)).isFalse();
        assertThat(RemovalRule.due(
                        false, TAKEN, TAKEN.plus(Duration.ofHours(24)).minusMillis(1)))
                .isFalse();
        assertThat(RemovalRule.due(false, TAKEN, TAKEN.plus(Duration.ofHours(24))))
                .isTrue();
    }

    @Test
    void an_old_listing_is_not_believed_because_the_file_may_have_been_written_over() {
        assertThat(RemovalRule.believed(false, TAKEN, 0, TAKEN.plusSeconds(2))).isTrue();
        assertThat(RemovalRule.believed(false, TAKEN, 0, TAKEN.plusMillis(2001)))
                .isFalse();
    }

    @Test
    void a_listing_that_was_made_to_remove_files_is_believed_for_a_few_of_them_however_long_it_took() {
        assertThat(RemovalRule.believed(true, TAKEN, 0, TAKEN.plusSeconds(30))).isTrue();
        assertThat(RemovalRule.believed(true, TAKEN, 19, TAKEN.plusSeconds(30))).isTrue();
        assertThat(RemovalRule.believed(true, TAKEN, 20, TAKEN.plusSeconds(1))).isFalse();
    }
}
