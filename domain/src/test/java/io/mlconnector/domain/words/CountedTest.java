package io.mlconnector.domain.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CountedTest {

    @Test
    void one_is_told_in_the_singular_and_everything_else_in_the_plural() {
        assertThat(Counted.of(1, "line")).isEqualTo("1 line");
        assertThat(Counted.of(0, "line")).isEqualTo("0 lines");
        assertThat(Counted.of(2, "line")).isEqualTo("2 lines");
        assertThat(Counted.of(1, "entry", "entries")).isEqualTo("1 entry");
        assertThat(Counted.of(3, "entry", "entries")).isEqualTo("3 entries");
    }
}
