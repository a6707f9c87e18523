package io.mlconnector.runtime.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.runtime.access.SlidingWindow.Sent;
import org.junit.jupiter.api.Test;

class SlidingWindowTest {

    private static final long MILLI = 1_000_000L;

    private final SlidingWindow two = new SlidingWindow(2);

    @Test
    void the_next_waits_until_a_second_after_the_first_was_answered() {
        Sent first = two.sent(0);
        two.sent(10 * MILLI);
        first.answered(20 * MILLI);
        assertThat(two.nanosToWait(20 * MILLI)).isEqualTo(1_003 * MILLI);
    }

    @Test
    void at_first_a_request_may_be_long_on_its_way() {
        two.sent(0);
        two.sent(0);
        assertThat(two.nanosToWait(0)).isEqualTo(1_503 * MILLI);
    }

    @Test
    void after_ten_seconds_thirty_milliseconds_are_assumed() {
        two.sent(0).answered(5 * MILLI);
        two.sent(10_000 * MILLI);
        two.sent(10_000 * MILLI);
        assertThat(two.nanosToWait(10_000 * MILLI)).isEqualTo(1_033 * MILLI);
    }
}
