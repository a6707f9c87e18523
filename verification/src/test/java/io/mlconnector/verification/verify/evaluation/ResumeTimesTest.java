package io.mlconnector.verification.verify.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.postgres.audit.StoredJournal.Entry;
import io.mlconnector.verification.verify.trouble.Kill;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ResumeTimesTest {

    private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");

    private static Kill kill(long millis, String... moving) {
        return new Kill(START.plusMillis(millis), Set.of(moving));
    }

    private static Entry entry(String owner, long millis) {
        return new Entry(owner, START.plusMillis(millis), "delivered");
    }

    @Test
    void it_is_measured_to_the_first_entry_about_a_document_left_in_the_middle() {
        assertThat(ResumeTimes.of(
                                List.of(kill(0, "a", "b")),
                                List.of(entry("a", -10), entry("new", 500), entry("b", 2_000), entry("a", 3_000)))
                        .times())
                .containsExactly(Duration.ofSeconds(2));
    }

    @Test
    void a_kill_with_nothing_in_the_middle_has_no_such_time() {
        assertThat(ResumeTimes.of(List.of(kill(0)), List.of(entry("a", 100))).times())
                .isEmpty();
    }

    @Test
    void a_kill_followed_by_the_next_before_anything_was_resumed_has_no_such_time() {
        assertThat(ResumeTimes.of(List.of(kill(0, "a"), kill(300, "a")), List.of(entry("a", 1_300)))
                        .times())
                .containsExactly(Duration.ofSeconds(1));
    }

    @Test
    void a_percentile_is_the_time_that_so_many_do_not_exceed() {
        ResumeTimes hundred = new ResumeTimes(IntStream.rangeClosed(1, 100)
                .mapToObj(i -> Duration.ofMillis(101 - i))
                .toList());
        assertThat(hundred.percentile(0.5)).contains(Duration.ofMillis(50));
        assertThat(hundred.percentile(0.95)).contains(Duration.ofMillis(95));
        assertThat(ResumeTimes.NONE.percentile(0.5)).isEmpty();
    }
}
