package io.mlconnector.verification.verify.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.postgres.audit.StoredJournal.Entry;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class UncertainWritesTest {

    private static UncertainWrites of(String... ownersAndEvents) {
        return UncertainWrites.in(Arrays.stream(ownersAndEvents)
                .map(text -> text.split(" ", -1))
                .map(parts -> new Entry(parts[0], Instant.EPOCH, parts[1]))
                .toList());
    }

    @Test
    void a_doubt_ends_with_what_was_found_out() {
        assertThat(of("a upload-in-doubt", "a asked", "a delivered")).isEqualTo(new UncertainWrites(1, 0, 0));
        assertThat(of("a post-in-doubt", "a asked", "a did-not-arrive", "a posted"))
                .isEqualTo(new UncertainWrites(1, 0, 0));
    }

    @Test
    void a_doubt_may_be_left_to_a_person() {
        assertThat(of("a upload-in-doubt", "a asked", "a held")).isEqualTo(new UncertainWrites(0, 1, 0));
    }

    @Test
    void a_doubt_without_an_end_is_open() {
        assertThat(of("a upload-in-doubt", "b delivered", "a asked")).isEqualTo(new UncertainWrites(0, 0, 1));
    }

    @Test
    void a_document_may_be_in_doubt_again() {
        assertThat(of("a upload-in-doubt", "a resend-agreed", "a upload-in-doubt", "a held"))
                .isEqualTo(new UncertainWrites(1, 1, 0));
    }

    @Test
    void whoever_was_never_in_doubt_does_not_count() {
        assertThat(of("a delivered", "b held")).isEqualTo(UncertainWrites.NONE);
    }
}
