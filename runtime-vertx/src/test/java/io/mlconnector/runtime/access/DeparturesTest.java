package io.mlconnector.runtime.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.runtime.access.Departures.Departure;
import org.junit.jupiter.api.Test;

class DeparturesTest {

    private static final long MILLI = 1_000_000L;

    private final Departures two = new Departures(2);

    @Test
    void the_next_waits_until_a_second_after_the_first_was_answered() {
        Departure first = two.leave(0);
        two.leave(10 * MILLI);
        first.answered(20 * MILLI);
        assertThat(two.nanosToWait(20 * MILLI)).isEqualTo(1_003 * MILLI);
    }

    @Test
    void at_first_a_request_may_be_long_on_its_way() {
        two.leave(0);
        two.leave(0);
        assertThat(two.nanosToWait(0)).isEqualTo(1_503 * MILLI);
    }

    @Test
    void after_ten_seconds_thirty_milliseconds_are_assumed() {
        two.leave(0).answered(5 * MILLI);
        two.leave(10_000 * MILLI);
        two.leave(10_000 * MILLI);
        assertThat(two.nanosToWait(10_000 * MILLI)).isEqualTo(1_033 * MILLI);
    }
}
