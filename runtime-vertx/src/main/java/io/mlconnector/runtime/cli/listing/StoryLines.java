package io.mlconnector.runtime.cli.listing;

import io.mlconnector.console.page.Times;
import io.mlconnector.console.story.Chapter;
import io.mlconnector.console.story.Hop;
import io.mlconnector.domain.words.HistoryEntry;
import io.mlconnector.runtime.terminal.Colours;
import io.mlconnector.runtime.terminal.Printable;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A history as the page of a document tells it: what belongs together under one heading, and each pause that is worth telling. */
public final class StoryLines {

    private final Colours colours;

    public StoryLines(Colours colours) {
        this.colours = colours;
    }

    /** The lines of a history. */
    public List<String> of(List<JsonObject> entries) {
        List<String> lines = new ArrayList<>();
        Optional<Chapter> chapter = Optional.empty();
        Optional<Instant> before = Optional.empty();
        for (JsonObject entry : entries) {
            String actor = entry.getString("actor");
            String message = entry.getString("message");
            boolean byPerson = !actor.equals(HistoryEntry.DAEMON);
            Chapter own = Chapter.of(entry.getString("event"), byPerson);
            Instant at = Instant.parse(entry.getString("at"));
            before.map(earlier -> Duration.between(earlier, at))
                    .filter(Hop::worthTelling)
                    .ifPresent(waited -> lines.add("      … " + Times.length(waited) + " later"));
            if (!chapter.equals(Optional.of(own))) {
                lines.add(colours.tag(own.title()));
                chapter = Optional.of(own);
            }
            lines.add("  "
                    + Legible.time(at) + "  "
                    + (byPerson && !message.startsWith(actor + " ") ? Printable.line(actor) + ": " : "")
                    + Printable.line(Legible.text(message)));
            before = Optional.of(at);
        }
        return lines;
    }
}
