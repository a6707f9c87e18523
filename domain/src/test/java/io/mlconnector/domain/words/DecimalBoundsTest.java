package io.mlconnector.domain.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalBoundsTest {

    @ParameterizedTest
    @ValueSource(strings = {"0", "-12.50", "1E3", "79228162514264337593543950335", "0.0000000000000001"})
    void an_honest_number_is_read_as_it_is(String text) {
        assertThat(DecimalBounds.read(" " + text + " ")).isEqualTo(new BigDecimal(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e60000000", "1e999999999", "1e-999999999", "-1e41", "1e-41", "x", ""})
    void a_number_that_costs_a_machine_its_time_is_none(String text) {
        assertThatThrownBy(() -> DecimalBounds.read(text)).isInstanceOf(NumberFormatException.class);
    }

    @Test
    void a_text_of_a_million_digits_is_not_even_read() {
        assertThatThrownBy(() -> DecimalBounds.read("9".repeat(1_000_000))).isInstanceOf(NumberFormatException.class);
    }
}
