package io.mlconnector.console.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What turns text around is named on a page instead. */
class VisibleTest {

    private static String shown(String html) {
        return new String(Visible.of(html.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
    }

    @Test
    void characters_that_turn_text_around_are_named() {
        assertThat(shown("<td>pay \u202e100\u202c now\u200f</td>"))
                .isEqualTo("<td>pay [U+202E]100[U+202C] now[U+200F]</td>");
        assertThat(shown("<b>\u2067x\u2069</b>")).isEqualTo("<b>[U+2067]x[U+2069]</b>");
    }

    @Test
    void what_can_be_edited_and_what_is_in_a_tag_stays_as_it_is() {
        String page = "<input value=\"a\u202eb\"><textarea name=t>a\u202eb</textarea>";
        assertThat(shown(page + "<p>\u202e</p>")).isEqualTo(page + "<p>[U+202E]</p>");
        assertThat(shown("<textarea>a\u202eb")).isEqualTo("<textarea>a\u202eb");
    }

    @Test
    void every_other_page_is_the_same() {
        String page = "<p>Größe – “99 €” …</p>";
        assertThat(shown(page)).isEqualTo(page);
    }
}
