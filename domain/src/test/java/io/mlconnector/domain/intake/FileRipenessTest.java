package io.mlconnector.domain.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.intake.FileRipeness.Listed;
import io.mlconnector.domain.intake.FileRipeness.Look;
import io.mlconnector.domain.intake.FileRipeness.Ripe;
import io.mlconnector.domain.intake.FileRipeness.Rules;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileRipenessTest {

    private static final Instant NOON = Instant.parse("2026-03-10T12:00:00Z");
    private static final Rules RULES = new Rules(Duration.ofSeconds(10), Duration.ofHours(1), IgnoredNames.USUAL);
    private static final Rules AT_ONCE = new Rules(Duration.ZERO, Duration.ofHours(1), IgnoredNames.USUAL);

    private static Listed file(String name, long size, String modified) {
        return new Listed("id-" + name, name, OptionalLong.of(size), modified);
    }

    private static Look look(FileRipeness before, int second, Listed... files) {
        return before.look(List.of(files), RULES, NOON.plusSeconds(second));
    }

    @Test
    void a_file_is_read_when_it_is_first_seen_and_again_when_it_stayed_the_same_for_the_whole_window() {
        Listed file = file("810.edi", 7, "t1");
        Look first = look(FileRipeness.NOTHING_SEEN, 0, file);
        Look second = look(first.seen(), 9, file);
        assertThat(first.ripe()).containsExactly(new Ripe(file, false));
        assertThat(second.ripe()).isEmpty();
        assertThat(second.next()).contains(NOON.plusSeconds(10));
        assertThat(look(second.seen(), 10, file).ripe()).containsExactly(new Ripe(file, true));
    }

    @Test
    void each_file_has_a_window_of_its_own_and_the_first_that_ends_is_the_next_to_come() {
        Look first = look(FileRipeness.NOTHING_SEEN, 0, file("a", 7, "t1"));
        Look second = look(first.seen(), 4, file("a", 7, "t1"), file("b", 7, "t1"));
        assertThat(second.next()).contains(NOON.plusSeconds(10));
        Look third = look(second.seen().without("id-a"), 10, file("b", 7, "t1"));
        assertThat(third.next()).contains(NOON.plusSeconds(14));
    }

    @Test
    void a_file_that_grew_or_was_written_again_waits_anew() {
        Look first = look(FileRipeness.NOTHING_SEEN, 0, file("810.edi", 7, "t1"));
        Look grown = look(first.seen(), 9, file("810.edi", 8, "t1"));
        assertThat(grown.ripe()).extracting(Ripe::settled).containsExactly(false);
        assertThat(look(grown.seen(), 18, file("810.edi", 8, "t1")).ripe()).isEmpty();
        Look again = look(grown.seen(), 18, file("810.edi", 8, "t2"));
        assertThat(again.ripe()).extracting(Ripe::settled).containsExactly(false);
        assertThat(look(again.seen(), 27, file("810.edi", 8, "t2")).ripe()).isEmpty();
        assertThat(look(again.seen(), 28, file("810.edi", 8, "t2")).ripe())
                .extracting(Ripe::settled)
                .containsExactly(true);
    }

    @Test
    void a_file_that_grows_and_grows_is_not_read_each_time() {
        FileRipeness seen = FileRipeness.NOTHING_SEEN;
        int reads = 0;
        for (int second = 0; second < 90; second += 9) {
            Look look = look(seen, second, file("810.edi", second + 1, "t1"));
            reads += look.ripe().size();
            seen = look.seen();
        }
        assertThat(reads).isEqualTo(FileRipeness.EARLY_READS);
    }

    @Test
    void what_changed_without_showing_it_waits_anew() {
        Listed file = file("810.edi", 7, "t1");
        FileRipeness seen = look(FileRipeness.NOTHING_SEEN, 0, file).seen().changed("id-810.edi", NOON.plusSeconds(10));
        assertThat(look(seen, 19, file).ripe()).isEmpty();
        assertThat(look(seen, 20, file).ripe()).hasSize(1);
    }

    @Test
    void without_a_window_a_file_is_taken_at_once_whatever_it_holds() {
        Listed file = file("810.edi", 7, "t1");
        assertThat(FileRipeness.NOTHING_SEEN.look(List.of(file), AT_ONCE, NOON).ripe())
                .containsExactly(new Ripe(file, true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"810.edi.tmp", "810.EDI.PART", "a.filepart", "a.crdownload", ".hidden", "~lock", "a\nb.tmp"})
    void a_name_under_which_files_are_still_written_is_never_read(String name) {
        Look look = FileRipeness.NOTHING_SEEN.look(List.of(file(name, 7, "t1")), AT_ONCE, NOON);
        assertThat(look.ripe()).isEmpty();
        assertThat(look.next()).isEmpty();
    }

    @Test
    void names_that_are_left_alone_can_be_configured() {
        IgnoredNames names = new IgnoredNames(List.of("*.ack", "log-?.(x)"));
        assertThat(names.matches("a.ACK")).isTrue();
        assertThat(names.matches("log-1.(x)")).isTrue();
        assertThat(names.matches("log-12.(x)")).isFalse();
        assertThat(names.matches("a.tmp")).isFalse();
    }

    @Test
    void an_empty_file_is_not_read_and_told_after_an_hour() {
        Listed empty = file("empty.edi", 0, "t1");
        Look first = look(FileRipeness.NOTHING_SEEN, 0, empty);
        Look second = look(first.seen(), 3_599, empty);
        assertThat(first.ripe()).isEmpty();
        assertThat(second.empty()).isEmpty();
        assertThat(look(second.seen(), 3_600, empty).empty()).containsExactly(empty);
        assertThat(look(second.seen(), 3_600, empty).ripe()).isEmpty();
        assertThat(look(second.seen(), 3_600, file("empty.edi", 5, "t1")).ripe())
                .hasSize(1);
    }

    @Test
    void a_file_of_unknown_size_is_read() {
        Listed unknown = new Listed("id", "810.edi", OptionalLong.empty(), "t1");
        assertThat(FileRipeness.NOTHING_SEEN
                        .look(List.of(unknown), AT_ONCE, NOON)
                        .ripe())
                .hasSize(1);
    }

    @Test
    void the_oldest_file_comes_first() {
        assertThat(FileRipeness.NOTHING_SEEN
                        .look(List.of(file("b", 1, "t2"), file("c", 1, "t1"), file("a", 1, "t2")), AT_ONCE, NOON)
                        .ripe())
                .extracting(ripe -> ripe.file().name())
                .containsExactly("c", "a", "b");
    }

    @Test
    void a_file_that_is_gone_or_was_taken_is_forgotten() {
        Look first = look(FileRipeness.NOTHING_SEEN, 0, file("a", 1, "t1"), file("b", 1, "t1"));
        assertThat(first.seen().without("id-a").sightings()).containsOnlyKeys("id-b");
        assertThat(look(first.seen(), 1, file("b", 1, "t1")).seen().sightings()).containsOnlyKeys("id-b");
        assertThat(look(first.seen(), 1).seen().sightings()).isEmpty();
    }
}
