package io.mlconnector.console.page;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Times within messages are shown as all other times are: in the reader's zone, with the UTC behind them. */
class TimedTest {

    private static final Times BERLIN = new Times(ZoneId.of("Europe/Berlin"), Instant.parse("2026-07-10T12:00:00Z"));

    private static String shown(String text) {
        StringOutput output = new StringOutput();
        TemplateEngine.createPrecompiled(ContentType.Html)
                .render("timed.jte", Map.of("times", BERLIN, "text", text), output);
        return output.toString().strip();
    }

    @Test
    void a_time_in_a_message_is_in_the_readers_zone_with_the_utc_behind_it() {
        assertThat(shown("signed in; the token is renewed at 2026-07-10T13:31:22Z without the password"))
                .isEqualTo("signed in; the token is renewed at <time datetime=\"2026-07-10T13:31:22Z\""
                        + " title=\"2026-07-10 13:31:22 UTC\">15:31:22</time> without the password");
    }

    @Test
    void what_only_looks_like_a_time_and_what_is_none_stay_as_they_are() {
        assertThat(shown("850_acme_20261129T023707692Z.edi of 2026-13-40T99:00:00Z <b>"))
                .isEqualTo("850_acme_20261129T023707692Z.edi of 2026-13-40T99:00:00Z &lt;b&gt;");
        assertThat(shown("")).isEmpty();
    }

    @Test
    void a_time_as_the_history_writes_it_is_one_too() {
        assertThat(BERLIN.told("ana put it off until 2026-07-13 12:30 UTC"))
                .isEqualTo("ana put it off until 13 Jul 14:30");
    }

    @Test
    void a_message_that_names_a_command_is_told_as_a_page_tells_it_wherever_it_stands() {
        assertThat(shown("Enter it: ml-connector crossref set acme unit QZ ea; then replay the document."))
                .doesNotContain("ml-connector");
    }

    @Test
    void in_a_title_it_is_text() {
        assertThat(BERLIN.told("It was due by 2026-07-10T13:31:22Z.")).isEqualTo("It was due by 15:31:22.");
    }
}
