package io.mlconnector.runtime.cli.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Times as people write them, and as lists print them. */
class WrittenTimeTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void a_time_without_a_zone_is_one_of_the_reader() {
        for (String text : List.of("2026-11-29T04:05", "2026-11-29 04:05", " 2026-11-29 04:05:00 ")) {
            assertThat(WrittenTime.of(text, BERLIN)).as(text).contains(Instant.parse("2026-11-29T03:05:00Z"));
        }
    }

    @Test
    void a_time_with_a_zone_keeps_it() {
        for (String text : List.of("2026-11-29T04:05:00Z", "2026-11-29T05:05+01:00", "2026-11-29 04:05Z")) {
            assertThat(WrittenTime.of(text, BERLIN)).as(text).contains(Instant.parse("2026-11-29T04:05:00Z"));
        }
    }

    @Test
    void a_day_is_its_beginning_and_what_is_no_time_is_none() {
        assertThat(WrittenTime.of("2026-11-29", BERLIN)).contains(Instant.parse("2026-11-28T23:00:00Z"));
        for (String text : List.of("", "yesterday", "2026-13-01", "2026-11-29T25:00", "04:05")) {
            assertThat(WrittenTime.of(text, BERLIN)).as(text).isEmpty();
        }
    }
}
