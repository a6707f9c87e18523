package io.mlconnector.engine.daily;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class NumberGapsTest {

    private static List<String> texts(List<String> received) {
        return NumberGaps.of(received).stream().map(NumberGaps.Gap::text).toList();
    }

    @Test
    void numbers_that_follow_each_other_leave_no_gap_in_whatever_order_and_however_often_they_came() {
        assertThat(texts(List.of("000000003", "000000001", "000000002", "000000002")))
                .isEmpty();
        assertThat(texts(List.of())).isEmpty();
        assertThat(texts(List.of("000000041"))).isEmpty();
    }

    @Test
    void a_missing_number_stands_alone_and_several_stand_as_first_and_last() {
        assertThat(texts(List.of("000000011", "000000013", "000000017")))
                .containsExactly("000000012", "000000014 to 000000016");
    }

    @Test
    void a_partner_whose_numbers_jump_far_does_not_count_by_ones() {
        assertThat(texts(List.of("000000001", "000001001"))).containsExactly("000000002 to 000001000");
        assertThat(texts(List.of("000000001", "000001002"))).isEmpty();
    }

    @Test
    void of_a_sender_who_does_not_count_by_ones_nothing_is_missing() {
        assertThat(NumberGaps.ofWhoCountsByOnes(List.of("1", "2", "3", "5", "6")))
                .extracting(NumberGaps.Gap::text)
                .containsExactly("000000004");
        assertThat(NumberGaps.ofWhoCountsByOnes(List.of("1", "4", "8", "9", "13")))
                .isEmpty();
        assertThat(NumberGaps.ofWhoCountsByOnes(List.of("1", "2", "3", "24", "25", "26")))
                .as("a jump is a new beginning")
                .isEmpty();
    }

    @Test
    void what_is_no_number_is_left_aside() {
        assertThat(texts(List.of("", "ABC", " 7 ", "9", "1234567890"))).containsExactly("000000008");
    }

    @Test
    void they_are_written_alike_in_every_country() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
        try {
            assertThat(texts(List.of("1", "3"))).containsExactly("000000002");
        } finally {
            Locale.setDefault(before);
        }
    }
}
