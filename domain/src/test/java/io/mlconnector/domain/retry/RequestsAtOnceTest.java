package io.mlconnector.domain.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RequestsAtOnceTest {

    private static RequestsAtOnce calm(RequestsAtOnce before, int answers) {
        RequestsAtOnce now = before;
        for (int i = 0; i < answers; i++) {
            now = now.calm();
        }
        return now;
    }

    @Test
    void it_begins_with_all_and_calm_does_not_go_beyond() {
        assertThat(calm(RequestsAtOnce.upTo(6), 100).now()).isEqualTo(6);
    }

    @Test
    void trouble_halves_it_down_to_one() {
        RequestsAtOnce now = RequestsAtOnce.upTo(6).trouble(0, 6);
        assertThat(now.now()).isEqualTo(3);
        now = now.trouble(6, 9);
        assertThat(now.now()).isEqualTo(1);
        now = now.trouble(9, 10);
        assertThat(now.now()).isEqualTo(1);
    }

    @Test
    void what_was_under_way_together_halves_it_once() {
        RequestsAtOnce now = RequestsAtOnce.upTo(6).trouble(2, 6);
        for (int request = 0; request < 6; request++) {
            now = now.trouble(request, 6);
        }
        assertThat(now.now()).isEqualTo(3);
        assertThat(now.trouble(6, 9).now()).isEqualTo(1);
    }

    @Test
    void calm_raises_it_by_one_for_as_many_answers_as_may_be_under_way() {
        RequestsAtOnce three = RequestsAtOnce.upTo(6).trouble(0, 6);
        assertThat(calm(three, 2).now()).isEqualTo(3);
        assertThat(calm(three, 4).now()).isEqualTo(4);
        assertThat(calm(three, 8).now()).isEqualTo(5);
        assertThat(calm(three, 14).now()).isEqualTo(6);
    }

    @Test
    void nothing_outside_its_bounds_exists() {
        assertThatThrownBy(() -> new RequestsAtOnce(6, 0.5, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RequestsAtOnce(6, 7, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RequestsAtOnce(6, Double.NaN, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
