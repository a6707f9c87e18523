package io.mlconnector.console.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.words.HistoryEntry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ChapterTest {

    /** An entry is made with the time, perhaps who, then the event: as a text or as a constant of the same file. */
    private static final Pattern ENTRY = Pattern.compile(
            "(?<!Map\\.)\\b(?:HistoryEntry|entry)\\(\\s*([^;\"]{1,120}?),\\s*(?:\"([a-z0-9-]+)\"|([A-Z_]{4,}))\\s*,");

    private static final Pattern CONSTANT = Pattern.compile("String ([A-Z_]+) = \"([^\"]*)\"");

    /** What the program's sources write into histories. */
    private static Set<String> written() {
        Set<String> events = new TreeSet<>();
        for (String module : List.of("domain", "engine", "runtime-vertx")) {
            try (Stream<Path> files = Files.walk(Path.of("..", module, "src", "main", "java"))) {
                files.filter(file -> file.toString().endsWith(".java")).forEach(file -> collect(file, events));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return events;
    }

    private static void collect(Path file, Set<String> events) {
        try {
            String source = Files.readString(file);
            if (!source.contains("HistoryEntry")) {
                return;
            }
            Map<String, String> constants = new HashMap<>();
            Matcher constant = CONSTANT.matcher(source);
            while (constant.find()) {
                constants.put(constant.group(1), constant.group(2));
            }
            Matcher entry = ENTRY.matcher(source);
            while (entry.find()) {
                String event = entry.group(2) != null ? entry.group(2) : constants.getOrDefault(entry.group(3), "");
                if (!event.isEmpty() && !event.equals(HistoryEntry.DAEMON)) {
                    events.add(event);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void every_event_that_the_program_writes_has_its_chapter() {
        Set<String> written = written();

        assertThat(written)
                .as("the sources are found and read")
                .hasSizeGreaterThan(45)
                .contains("decoded", "matched", "upload-intended", "x12-error", "attached", "delivered");
        assertThat(written)
                .allSatisfy(event -> assertThat(Chapter.knows(event))
                        .as("Chapter has a place for %s", event)
                        .isTrue());
    }

    @Test
    void a_problem_of_what_came_is_not_told_as_if_it_were_sent() {
        assertThat(Chapter.of("x12-error", false)).isEqualTo(Chapter.UNDERSTOOD);
        assertThat(Chapter.of("x12-warning", false)).isEqualTo(Chapter.UNDERSTOOD);
        assertThat(Chapter.of("something-new", false)).isEqualTo(Chapter.OTHER);
        assertThat(Chapter.of("discard", false)).as("by the program itself").isNotEqualTo(Chapter.PEOPLE);
        assertThat(Chapter.of("discard", true)).isEqualTo(Chapter.PEOPLE);
    }
}
