package io.mlconnector.console.edit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EditPageTest {

    @Test
    void a_place_of_a_difference_is_told_by_its_line_and_in_no_notation_of_programs() {
        assertThat(EditPage.Line.of("@@ -9,6 +9,6 @@")).isEqualTo(new EditPage.Line("place", "From line 9"));
        assertThat(EditPage.Line.of("@@ -1 +2 @@")).isEqualTo(new EditPage.Line("place", "From line 2"));
        assertThat(EditPage.Line.of("-IT1*1~")).isEqualTo(new EditPage.Line("removed", "IT1*1~"));
    }
}
