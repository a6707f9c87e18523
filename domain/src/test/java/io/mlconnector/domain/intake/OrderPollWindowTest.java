package io.mlconnector.domain.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.fixture.Chance;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class OrderPollWindowTest {

    private static final LocalDate START = LocalDate.of(2026, 3, 1);
    private static final LocalDate TODAY = LocalDate.of(2026, 4, 10);

    private static OrderPollWindow newest(LocalDate day) {
        return new OrderPollWindow(START, Optional.of(day));
    }

    @Test
    void the_first_look_of_a_process_and_every_sixtieth_begin_at_the_start() {
        OrderPollWindow window = newest(TODAY);
        assertThat(window.since(0)).isEqualTo(START);
        assertThat(window.since(60)).isEqualTo(START);
        assertThat(window.since(1)).isEqualTo(TODAY.minusDays(7));
        assertThat(window.since(59)).isEqualTo(TODAY.minusDays(7));
    }

    @Test
    void no_look_begins_before_the_start() {
        assertThat(newest(START.plusDays(2)).since(1)).isEqualTo(START);
        assertThat(new OrderPollWindow(START, Optional.empty()).since(1)).isEqualTo(START);
    }

    @Test
    void the_newest_day_moves_forward_only() {
        assertThat(newest(TODAY.minusDays(3)).advanced(List.of(TODAY.minusDays(9), TODAY.minusDays(1)), TODAY))
                .contains(TODAY.minusDays(1));
        assertThat(newest(TODAY).advanced(List.of(TODAY.minusDays(1)), TODAY)).isEmpty();
        assertThat(newest(TODAY).advanced(List.of(), TODAY)).isEmpty();
    }

    @Test
    void a_confirmation_of_the_year_2099_moves_nothing() {
        assertThat(newest(TODAY.minusDays(3)).advanced(List.of(LocalDate.of(2099, 1, 1), TODAY), TODAY))
                .contains(TODAY);
        assertThat(newest(TODAY).advanced(List.of(LocalDate.of(2099, 1, 1)), TODAY))
                .isEmpty();
    }

    @RepeatedTest(100)
    void a_confirmation_of_today_is_read_by_the_next_look_whatever_was_read_before(RepetitionInfo repetition) {
        Chance.withSeed(repetition.getCurrentRepetition(), chance -> {
            OrderPollWindow window = new OrderPollWindow(START, Optional.empty());
            for (int day = 0; day < 30; day++) {
                LocalDate today = START.plusDays(day);
                List<LocalDate> dates = new ArrayList<>();
                for (int i = chance.below(4); i > 0; i--) {
                    dates.add(today.plusDays(chance.between(-400, 400)));
                }
                window =
                        new OrderPollWindow(START, window.advanced(dates, today).or(window::newest));
                for (int look = 0; look < 61; look++) {
                    assertThat(window.since(look)).isBeforeOrEqualTo(today).isAfterOrEqualTo(START);
                }
            }
        });
    }

    @Test
    void the_first_evening_in_the_americas_is_not_lost() {
        // 20:30 on 1 March in New York
        assertThat(OrderPollWindow.startOf(Instant.parse("2026-03-02T01:30:00Z")))
                .isEqualTo(LocalDate.of(2026, 3, 1));
        assertThat(OrderPollWindow.startOf(Instant.parse("2026-03-02T13:00:00Z")))
                .isEqualTo(LocalDate.of(2026, 3, 2));
    }

    @Test
    void a_confirmation_before_the_start_is_left_alone_however_it_was_found() {
        OrderPollWindow window = new OrderPollWindow(LocalDate.of(2026, 3, 2), Optional.empty());
        assertThat(window.covers(LocalDate.of(2026, 3, 1))).isFalse();
        assertThat(window.covers(LocalDate.of(2026, 3, 2))).isTrue();
    }
}
