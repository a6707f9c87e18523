package io.mlconnector.dynamics.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InfologTest {

    @Test
    void each_message_is_a_sentence() {
        assertThat(
                        Infolog.sentences(
                                "Write failed for table row of type 'PurchPurchaseOrderLineV2Entity'. Infolog: Warning:"
                                        + " Item 'L-10780-02' is blocked for 'Purchase order'.; Error: Update has been canceled.."))
                .containsExactly("Item 'L-10780-02' is blocked for 'Purchase order'.");
    }

    @Test
    void places_in_the_code_of_f_and_o_are_left_out_unless_nothing_else_is_said() {
        assertThat(
                        Infolog.sentences(
                                "Infolog: Warning: The value 'Local' in field 'Customer group' is not found in the related"
                                        + " table 'Customer groups'.; Warning: validateField failed on field 'X.CustomerGroupId'."))
                .containsExactly(
                        "The value 'Local' in field 'Customer group' is not found in the related table 'Customer"
                                + " groups'.");
        assertThat(
                        Infolog.sentences(
                                "Write failed for table row of type 'X'. Infolog: Warning: validateWrite failed on data source 'Y'."))
                .containsExactly("validateWrite failed on data source 'Y'.");
    }

    @Test
    void a_message_is_told_once() {
        assertThat(Infolog.sentences(
                        "Write failed for table row of type 'X'. Infolog: Error: No.; Error: No.; Error: Never.."))
                .containsExactly("No.", "Never.");
    }

    @Test
    void any_other_text_is_told_as_it_is() {
        assertThat(Infolog.inWords("Resource not found for the segment 'X'."))
                .isEqualTo("Resource not found for the segment 'X'.");
        assertThat(Infolog.inWords("")).isEmpty();
    }
}
