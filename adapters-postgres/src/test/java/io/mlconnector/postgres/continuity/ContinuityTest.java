package io.mlconnector.postgres.continuity;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.ports.journal.history.Head;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ContinuityTest {

    private static final Head FIVE = new Head(5, "5".repeat(64));
    private static final Head NINE = new Head(9, "9".repeat(64));
    private static final Mark MARK = new Mark("j", FIVE, Map.of(), Instant.parse("2026-03-02T12:00:00Z"));

    private static Continuity of(boolean copied, String journal, Head head, Optional<String> link) {
        return Continuity.of(Optional.of(MARK), copied, journal, head, link);
    }

    @Test
    void a_journal_that_went_on_from_the_mark_is_unbroken() {
        assertThat(of(false, "j", FIVE, Optional.of(FIVE.link()))).isInstanceOf(Continuity.Unbroken.class);
        assertThat(of(false, "j", NINE, Optional.of(FIVE.link()))).isInstanceOf(Continuity.Unbroken.class);
    }

    @Test
    void a_journal_that_is_shorter_than_the_mark_was_put_back() {
        assertThat(of(false, "j", Head.START, Optional.empty())).isInstanceOf(Continuity.PutBack.class);
    }

    @Test
    void a_journal_that_was_put_back_and_has_gone_on_beyond_the_mark_has_another_link_there() {
        assertThat(of(false, "j", NINE, Optional.of("a".repeat(64)))).isInstanceOf(Continuity.PutBack.class);
    }

    @Test
    void another_journal_is_recognised_whatever_its_length() {
        assertThat(of(false, "k", NINE, Optional.of(FIVE.link()))).isInstanceOf(Continuity.PutBack.class);
    }

    @Test
    void a_copied_mark_says_that_all_beside_it_was_put_back() {
        assertThat(of(true, "j", FIVE, Optional.of(FIVE.link()))).isInstanceOf(Continuity.PutBack.class);
    }

    @Test
    void a_mark_before_the_first_entry_needs_no_link() {
        Mark first = new Mark("j", Head.START, Map.of(), MARK.at());

        assertThat(Continuity.of(Optional.of(first), false, "j", NINE, Optional.empty()))
                .isInstanceOf(Continuity.Unbroken.class);
    }

    @Test
    void without_a_mark_nobody_can_tell() {
        assertThat(Continuity.of(Optional.empty(), false, "j", NINE, Optional.empty()))
                .isInstanceOf(Continuity.Unmarked.class);
    }
}
