package io.mlconnector.runtime.cli.listing;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.runtime.terminal.Colours;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A history told in chapters. */
class StoryLinesTest {

    private static String told(String actor, String event, String message) {
        return new StoryLines(Colours.chosen(false))
                .of(List.of(new JsonObject()
                        .put("actor", actor)
                        .put("event", event)
                        .put("at", "2026-03-10T09:15:00Z")
                        .put("message", message)))
                .getLast();
    }

    @Test
    void a_person_is_named_once() {
        assertThat(told("ana", "restore", "ana asked for: restore (agreed)"))
                .endsWith("  ana asked for: restore (agreed)")
                .doesNotContain("ana: ");
        assertThat(told("ana", "commented", "anaconda is a snake")).endsWith("  ana: anaconda is a snake");
        assertThat(told("daemon", "held", "It waits.")).endsWith("  It waits.");
    }
}
