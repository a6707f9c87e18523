package io.mlconnector.domain.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StorableTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "810_acme.edi", "100 %.edi", "Größe “L” 𝄞", "a\\u0000b", "line\nbreak"})
    void ordinary_text_stays_as_it_is(String text) {
        assertThat(StorableText.of(text)).isEqualTo(text);
    }

    @Test
    void what_no_database_takes_is_written_in_digits() {
        assertThat(StorableText.of("a\u0000b")).isEqualTo("a%u0000b");
        assertThat(StorableText.of("a\ud834")).isEqualTo("a%uD834");
        assertThat(StorableText.of("\udd1e\ud834")).isEqualTo("%uDD1E%uD834");
    }

    @Test
    void different_texts_have_different_forms() {
        List<String> texts = List.of(
                "a\u0000b",
                "a%u0000b",
                "a%25u0000b",
                "a\u0000%b",
                "x".repeat(501),
                "x".repeat(502),
                "x".repeat(500),
                "y" + "x".repeat(500));
        assertThat(texts.stream().map(StorableText::of)).doesNotHaveDuplicates();
    }

    @Test
    void a_form_is_bounded_and_can_be_written_as_utf_8() {
        for (String text : List.of("\ud834\udd1e".repeat(2000), "\u0000".repeat(3000), "n".repeat(100_000))) {
            String form = StorableText.of(text);
            assertThat(form.length()).isLessThanOrEqualTo(StorableText.LONGEST);
            assertThat(new String(form.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                    .isEqualTo(form);
        }
    }

    @Test
    void what_people_see_may_be_made_again_of_itself() {
        for (String text : List.of("a\u0000b", "a%u0000b", "a\ud834", "x".repeat(900), "ordinary")) {
            String shown = StorableText.shown(text);
            assertThat(StorableText.shown(shown)).isEqualTo(shown);
        }
        assertThat(StorableText.shown("a\u0000b")).isEqualTo("a\ufffdb");
    }
}
