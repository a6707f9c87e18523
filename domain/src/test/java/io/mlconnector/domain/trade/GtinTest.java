package io.mlconnector.domain.trade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.mlconnector.domain.fixture.Chance;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GtinTest {

    @ParameterizedTest
    @CsvSource({
        "96385074, 00000096385074",
        "012345678905, 00012345678905",
        "4006381333931, 04006381333931",
        "10012345678902, 10012345678902",
        "0 12345-67890 5, 00012345678905"
    })
    void every_length_becomes_fourteen_digits(String written, String full) {
        assertThat(Gtin.read(written)).map(Gtin::digits).contains(full);
    }

    @Test
    void eleven_digits_are_a_upc_that_lost_its_leading_zero() {
        assertThat(Gtin.read("12345678905")).map(Gtin::digits).contains("00012345678905");
    }

    @Test
    void eleven_digits_are_otherwise_a_upc_that_lost_its_check_digit() {
        assertThat(Gtin.read("01234567890")).map(Gtin::digits).contains("00012345678905");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ABC-1",
                "123456789",
                "1234567890",
                "123456789012345",
                "012345678906",
                "4006381333930",
                "96385075",
                "٩٦٣٨٥٠٧٤"
            })
    void anything_else_is_no_gtin(String written) {
        assertThat(Gtin.read(written)).isEmpty();
    }

    @Test
    void a_gtin_is_made_of_fourteen_digits_with_a_right_check_digit() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Gtin("012345678905"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Gtin("00012345678904"));
        assertThat(new Gtin("00012345678905")).hasToString("00012345678905");
    }

    @ParameterizedTest
    @CsvSource({"012345678905, UP:012345678905", "4006381333931, EN:4006381333931", "10012345678902, UK:10012345678902"
    })
    void the_qualifier_on_the_wire_tells_the_length(String written, String productId) {
        assertThat(Gtin.read(written)).map(gtin -> gtin.productId().toString()).contains(productId);
    }

    @RepeatedTest(20)
    void every_single_wrong_digit_is_noticed(RepetitionInfo repetition) {
        Chance.withSeed(repetition.getCurrentRepetition(), chance -> {
            String body = chance.text("0123456789", 13);
            String right = body + Gtin.checkDigit(body);
            int place = chance.below(14);
            char other = (char) ('0' + (right.charAt(place) - '0' + chance.between(1, 9)) % 10);
            String wrong = right.substring(0, place) + other + right.substring(place + 1);

            assertThat(Gtin.read(right)).map(Gtin::digits).contains(right);
            assertThat(Gtin.read(wrong)).as(wrong).isEmpty();
        });
    }
}
