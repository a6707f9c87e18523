package io.mlconnector.runtime.cli.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class LegibleTest {

    private static final Instant NOON = Instant.parse("2026-03-10T12:00:00.123456Z");

    @Test
    void a_time_is_that_of_the_reader_to_the_second_and_says_its_zone() {
        assertThat(Legible.time(NOON, ZoneId.of("Europe/Berlin"))).isEqualTo("2026-03-10 13:00:00 CET");
        assertThat(Legible.time(NOON, ZoneId.of("UTC"))).isEqualTo("2026-03-10 12:00:00 UTC");
        assertThat(Legible.time(NOON, ZoneId.of("America/Chicago"))).isEqualTo("2026-03-10 07:00:00 CDT");
    }

    @Test
    void times_within_a_sentence_are_told_alike() {
        assertThat(Legible.text("Put off until 2026-03-10T12:00:00.5Z."))
                .isEqualTo("Put off until " + Legible.time(NOON) + ".");
        assertThat(Legible.text("PO 2026-03-10 is no time.")).isEqualTo("PO 2026-03-10 is no time.");
    }
}
