package io.mlconnector.domain.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.intake.FileRipeness.Listed;
import io.mlconnector.domain.intake.FileRipeness.Look;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileRipenessTest {

    private static final Instant NOON = Instant.parse("2026-03-10T12:00:00Z");
    private static final Duration WINDOW = Duration.ofSeconds(10);

    private static Listed file(String name, long size, String modified) {
        return new Listed("id-" + name, name, OptionalLong.of(size), modified);
    }

    private static Look look(FileRipeness before, int second, Listed... files) {
        return before.look(List.of(files), WINDOW, NOON.plusSeconds(second));
    }

    @Test
    void a_file_is_taken_when_it_stayed_the_same_for_the_whole_window_and_not_before() {
        Listed file = file("810.edi", 7, "t1");
        Look first = look(FileRipeness.NOTHING_SEEN, 0, file);
        Look second = look(first.seen(), 9, file);
        assertThat(first.ripe()).isEmpty();
        assertThat(second.ripe()).isEmpty();
        assertThat(look(second.seen(), 10, file).ripe()).containsExactly(file);
    }

    @Test
    void a_file_that_grew_or_was_written_again_waits_anew() {
        Look first = look(FileRipeness.NOTHING_SEEN, 0, file("810.edi", 7, "t1"));
        Look grown = look(first.seen(), 9, file("810.edi", 8, "t1"));
        assertThat(look(grown.seen(), 18, file("810.edi", 8, "t1")).ripe()).isEmpty();
        Look again = look(grown.seen(), 18, file("810.edi", 8, "t2"));
        assertThat(look(again.seen(), 27, file("810.edi", 8, "t2")).ripe()).isEmpty();
        assertThat(look(again.seen(), 28, file("810.edi", 8, "t2")).ripe()).hasSize(1);
    }

    @Test
    void without_a_window_a_file_is_taken_at_once() {
        Listed file = file("810.edi", 7, "t1");
        assertThat(FileRipeness.NOTHING_SEEN
                        .look(List.of(file), Duration.ZERO, NOON)
                        .ripe())
                .containsExactly(file);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"810.edi.tmp", "810.EDI.PART", "a.filepart", "a.crdownload", ".hidden", "~lock", "a\nb.tmp"})
    void a_name_under_which_files_are_still_written_is_never_taken(String name) {
        Listed file = file(name, 7, "t1");
        assertThat(FileRipeness.NOTHING_SEEN
                        .look(List.of(file), Duration.ZERO, NOON)
                        .ripe())
                .isEmpty();
    }

    @Test
    void an_empty_file_is_not_taken_and_one_of_unknown_size_is() {
        Listed unknown = new Listed("id", "810.edi", OptionalLong.empty(), "t1");
        assertThat(FileRipeness.NOTHING_SEEN
                        .look(List.of(file("empty.edi", 0, "t1"), unknown), Duration.ZERO, NOON)
                        .ripe())
                .containsExactly(unknown);
    }

    @Test
    void the_oldest_file_comes_first() {
        assertThat(FileRipeness.NOTHING_SEEN
                        .look(List.of(file("b", 1, "t2"), file("c", 1, "t1"), file("a", 1, "t2")), Duration.ZERO, NOON)
                        .ripe())
                .extracting(Listed::name)
                .containsExactly("c", "a", "b");
    }

    @Test
    void a_file_that_is_gone_or_was_taken_is_forgotten() {
        Look first = look(FileRipeness.NOTHING_SEEN, 0, file("a", 1, "t1"), file("b", 1, "t1"));
        assertThat(first.seen().without("id-a").sightings()).containsOnlyKeys("id-b");
        assertThat(look(first.seen(), 1, file("b", 1, "t1")).seen().sightings()).containsOnlyKeys("id-b");
        assertThat(look(first.seen(), 1).seen().nothingWaits()).isTrue();
    }
}
