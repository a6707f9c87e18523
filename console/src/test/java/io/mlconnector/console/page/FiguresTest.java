package io.mlconnector.console.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FiguresTest {

    @Test
    void a_quantity_is_written_the_same_however_it_came() {
        assertThat(Figures.quantity(new BigDecimal("0.0"))).isEqualTo("0");
        assertThat(Figures.quantity(new BigDecimal("27.90"))).isEqualTo("27.9");
        assertThat(Figures.quantity(new BigDecimal("1E+2"))).isEqualTo("100");
    }

    @Test
    void money_has_two_places_unless_it_has_more_and_groups_of_three() {
        assertThat(Figures.amount(new BigDecimal("14200"))).isEqualTo("14,200.00");
        assertThat(Figures.amount(new BigDecimal("-0.5"))).isEqualTo("-0.50");
        assertThat(Figures.amount(new BigDecimal("0.0125"))).isEqualTo("0.0125");
        assertThat(Figures.amount(new BigDecimal("1E+3"))).isEqualTo("1,000.00");
        assertThat(Figures.money(Map.of("USD", BigDecimal.TEN, "", BigDecimal.ONE)))
                .isEqualTo("1.00, 10.00 USD");
    }

    @Test
    void sizes_and_lengths_are_told_in_one_unit() {
        assertThat(Figures.size(999)).isEqualTo("999 B");
        assertThat(Figures.size(18_400)).isEqualTo("18.4 kB");
        assertThat(Figures.size(52_428_800)).isEqualTo("52.4 MB");
        assertThat(Times.length(Duration.ofMillis(40))).isEqualTo("40 ms");
        assertThat(Times.length(Duration.ofMinutes(3))).isEqualTo("3 min");
        assertThat(Times.length(Duration.ofDays(9))).isEqualTo("9 d");
    }

    @Test
    void a_time_is_as_short_as_it_can_be_told_on_the_day_it_is_read_in_the_readers_zone() {
        Times times = new Times(ZoneId.of("Europe/Berlin"), Instant.parse("2026-11-28T10:00:00Z"));

        assertThat(times.at(Instant.parse("2026-11-27T23:30:05Z"))).isEqualTo("00:30:05");
        assertThat(times.at(Instant.parse("2026-11-26T10:00:00Z"))).isEqualTo("26 Nov 11:00");
        assertThat(times.at(Instant.parse("2025-07-01T10:00:00Z"))).isEqualTo("1 Jul 2025 12:00");
        assertThat(times.utc(Instant.parse("2026-11-27T23:30:05Z"))).isEqualTo("2026-11-27 23:30:05 UTC");
    }
}
