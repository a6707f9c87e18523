package io.mlconnector.domain.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CauseTest {

    @Test
    void a_cause_that_is_about_an_order_line_names_the_line_and_the_order() {
        assertThat(new Cause("price-differs", "price-differs:GBSI-000208:1").inWords())
                .isEqualTo("price differs on line 1 of order GBSI-000208");
    }

    @Test
    void any_other_cause_names_what_is_wrong_if_it_says_so() {
        assertThat(new Cause("near-duplicate", "near-duplicate:7-R:7").inWords())
                .isEqualTo("near duplicate: 7-R:7");
        assertThat(new Cause("total-zero", "total-zero").inWords()).isEqualTo("total zero");
        assertThat(new Cause("total-zero", "").inWords()).isEqualTo("total zero");
    }
}
