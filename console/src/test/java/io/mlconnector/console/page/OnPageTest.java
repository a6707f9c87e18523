package io.mlconnector.console.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OnPageTest {

    private static final String UNIT =
            "The invoice is in unit QZ, the order line in ea. If they are the same, enter it:"
                    + " ml-connector crossref set acme unit QZ ea; then replay the document. If not, ask the partner for a"
                    + " corrected invoice.";

    @Test
    void where_the_page_has_the_form_the_command_gives_way_to_the_place_of_the_form() {
        assertThat(OnPage.told(UNIT))
                .doesNotContain("ml-connector")
                .contains(
                        "enter it in the fix of its cause, which then does every document that waits for it again. If not,");
        assertThat(OnPage.besideForm(UNIT)).contains("enter it below, which then");
        assertThat(OnPage.told(
                        "Correct our number of it in F&O or by ml-connector crossref set, and replay the document."))
                .isEqualTo("Correct our number of it in F&O or under Cross-references, and replay the document.");
    }

    @Test
    void what_a_fix_changes_besides_names_the_page_and_no_command() {
        assertThat(OnPage.told(
                        "Orders to acme will say QZ for ea instead of EA. To keep EA in orders, enter it for acme"
                                + " as well: crossref set acme unit EA ea."))
                .endsWith("enter it for acme as well, under Cross-references: EA means ea.");
    }

    @Test
    void what_earlier_versions_wrote_of_people_is_told_as_a_person_would() {
        assertThat(OnPage.entry("ana asked for: release (no reason given)")).isEqualTo("ana released it");
        assertThat(OnPage.entry("ana asked for: replay from announced (asked by phone)"))
                .isEqualTo("ana replayed it from announced (asked by phone)");
        assertThat(OnPage.entry("ana asked for: discard and delete the header (dup)"))
                .isEqualTo("ana discarded it (dup)");
        assertThat(OnPage.entry("ana asked for: resubmit with an edited payload (line 2 out). The original is kept."))
                .isEqualTo("ana resubmitted it with an edited payload (line 2 out). The original is kept.");
        assertThat(OnPage.entry("ana released it despite: price differs (agreed)"))
                .isEqualTo("ana released it despite: price differs (agreed)");
    }

    @Test
    void a_command_that_has_no_form_stays() {
        String message = "A document of this order was sent already. Run ml-connector reconcile.";
        assertThat(OnPage.told(message)).isEqualTo(message);
    }
}
