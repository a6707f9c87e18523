package io.mlconnector.console.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.words.HistoryEntry;
import io.mlconnector.engine.cause.CauseFix;
import io.mlconnector.engine.cause.FixMark;
import io.mlconnector.ports.journal.history.RecordedEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StoryTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private static RecordedEntry entry(long number, long seconds, String actor, String event) {
        return new RecordedEntry(
                number,
                new HistoryEntry(NOON.plusSeconds(seconds), actor, event, "It happened", Map.of(), List.of()),
                "0".repeat(64));
    }

    @Test
    void what_belongs_together_stands_under_one_heading_in_the_order_in_which_it_happened() {
        Story story = Story.of(List.of(
                entry(1, 0, "daemon", "decoded"),
                entry(2, 1, "daemon", "aligned"),
                entry(3, 1, "daemon", "aligned"),
                entry(4, 2, "daemon", "held"),
                entry(5, 60, "ana", "release"),
                entry(6, 61, "daemon", "posted")));

        assertThat(story.parts())
                .extracting(Story.Part::chapter)
                .containsExactly(Chapter.CAME, Chapter.UNDERSTOOD, Chapter.STOPPED, Chapter.PEOPLE, Chapter.SENT);
        assertThat(story.parts().get(1).hops()).hasSize(2);
        assertThat(story.hops().get(4).waited()).isEqualTo(Duration.ofSeconds(58));
        assertThat(story.hops().get(4).paused()).isTrue();
        assertThat(story.hops().get(5).paused()).isFalse();
        assertThat(story.length()).isEqualTo(Duration.ofSeconds(61));
    }

    @Test
    void a_person_is_named_once() {
        Hop said = new Hop(
                new RecordedEntry(
                        1,
                        new HistoryEntry(NOON, "ana", "discard", "ana asked for: discard", Map.of(), List.of()),
                        "0".repeat(64)),
                Duration.ZERO,
                Optional.empty());
        assertThat(said.named()).isFalse();
        assertThat(Story.of(List.of(entry(1, 0, "ana", "commented")))
                        .hops()
                        .getFirst()
                        .named())
                .isTrue();
        assertThat(Story.of(List.of(entry(1, 0, "daemon", "held")))
                        .hops()
                        .getFirst()
                        .named())
                .isFalse();
    }

    private static Hop told(String event, String message, Map<String, String> details) {
        return new Hop(
                new RecordedEntry(1, new HistoryEntry(NOON, "ana", event, message, details, List.of()), "0".repeat(64)),
                Duration.ZERO,
                Optional.empty());
    }

    @Test
    void what_a_fix_did_is_told_with_what_was_entered_and_leads_to_the_fix_also_in_old_entries() {
        Map<String, String> details = new FixMark(
                        "01f7",
                        new CauseFix(
                                "unit-unknown:acme:QZ",
                                new CauseFix.Translate("ea", Optional.empty(), Optional.empty(), false)),
                        false,
                        3,
                        true)
                .details();

        Hop replayed = told("replay", "ana replayed it (asked Joe)", details);
        assertThat(replayed.told())
                .isEqualTo("ana entered that QZ means ea for acme, and had it done again (asked Joe)");
        assertThat(replayed.fix()).contains("/causes/runs/01f7");
        assertThat(told("replay", "ana asked for: replay (no reason given)", details)
                        .told())
                .isEqualTo("ana entered that QZ means ea for acme, and had it done again");
        Hop back = told("take-back", "ana took back the fix of unit-unknown:acme:QZ (wrong)", Map.of("fix", "01f7"));
        assertThat(back.told()).isEqualTo("ana took back the fix of unit-unknown:acme:QZ (wrong)");
        assertThat(back.fix()).contains("/causes/runs/01f7");
        assertThat(told("release", "ana released it", Map.of()).fix()).isEmpty();
    }

    @Test
    void the_timeline_is_to_scale_and_its_dots_never_cover_each_other_or_leave_it() {
        List<RecordedEntry> many = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            many.add(entry(i + 1, i < 200 ? 0 : 100_000, i % 2 == 0 ? "daemon" : "ana", "posted"));
        }
        List<Story.Dot> dots = Story.of(many).timeline();

        assertThat(dots).hasSizeGreaterThan(2);
        for (int i = 0; i < dots.size(); i++) {
            assertThat(dots.get(i).x()).isBetween(0.0, 1000.0);
            if (i > 0) {
                assertThat(dots.get(i).x()).isGreaterThan(dots.get(i - 1).x());
            }
        }
        assertThat(Story.of(List.of()).timeline()).isEmpty();
    }
}
