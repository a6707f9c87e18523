package io.mlconnector.domain.sending;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.interchange.ControlNumbers;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NumberAheadTest {

    private static Optional<Long> ahead(String named, long highest) {
        return NumberAhead.of("997", "ZZ:ACME", named, highest).map(NumberAhead::number);
    }

    @Test
    void a_number_beyond_all_that_are_known_was_sent_by_somebody_else_or_is_forgotten() {
        assertThat(ahead("000000032", 31)).contains(32L);
        assertThat(ahead(" 5 ", 0)).contains(5L);
        assertThat(NumberAhead.of("TA1", "ZZ:ACME", "000000032", 31).map(NumberAhead::evidence))
                .contains(
                        "a TA1 from ZZ:ACME answers control number 000000032, and the highest known here was 000000031");
    }

    @Test
    void a_number_that_was_given_out_shows_nothing() {
        assertThat(ahead("000000031", 31)).isEmpty();
        assertThat(ahead("7", 31)).isEmpty();
    }

    @Test
    void what_is_no_number_shows_nothing() {
        assertThat(ahead("", 0)).isEmpty();
        assertThat(ahead("12A", 0)).isEmpty();
        assertThat(ahead("1234567890", 0)).isEmpty();
        assertThat(ahead("-5", 0)).isEmpty();
    }

    @Test
    void a_wrong_answer_cannot_use_up_all_numbers() {
        assertThat(ahead("999999999", 31)).isEmpty();
        assertThat(ahead(Long.toString(ControlNumbers.MOST - NumberAhead.LEFT + 1), 31))
                .isEmpty();
        assertThat(ahead(Long.toString(ControlNumbers.MOST - NumberAhead.LEFT), 31))
                .contains(ControlNumbers.MOST - NumberAhead.LEFT);
    }

    @Test
    void a_number_far_ahead_or_the_first_of_all_is_rather_that_of_another_system() {
        assertThat(forgotten("32", 31)).contains(true);
        assertThat(forgotten(Long.toString(31 + NumberAhead.NEAR), 31)).contains(true);
        assertThat(forgotten(Long.toString(32 + NumberAhead.NEAR), 31)).contains(false);
        assertThat(forgotten("5", 0)).contains(false);
    }

    private static Optional<Boolean> forgotten(String named, long highest) {
        return NumberAhead.of("997", "ZZ:ACME", named, highest).map(NumberAhead::forgotten);
    }
}
