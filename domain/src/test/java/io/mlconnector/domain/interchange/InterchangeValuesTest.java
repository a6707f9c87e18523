package io.mlconnector.domain.interchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class InterchangeValuesTest {

    @Test
    void control_numbers_have_one_to_nine_digits_and_are_never_zero() {
        assertThat(new ControlNumbers(1, 1, 1)).isNotNull();
        assertThat(new ControlNumbers(ControlNumbers.MOST, ControlNumbers.MOST, ControlNumbers.MOST))
                .isNotNull();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ControlNumbers(0, 1, 1))
                .withMessageContaining("ISA13");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ControlNumbers(1, 1_000_000_000, 1))
                .withMessageContaining("GS06");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ControlNumbers(1, 1, -1))
                .withMessageContaining("ST02");
    }

    @Test
    void two_addresses_are_the_same_end_whatever_their_group_and_case() {
        var end = new InterchangeAddress("ZZ", "CONTOSO        ", "CONTOSO");

        assertThat(end).hasToString("ZZ:CONTOSO");
        assertThat(end.sameEnd(new InterchangeAddress("ZZ", "contoso", "EU"))).isTrue();
        assertThat(end.sameEnd(new InterchangeAddress("01", "CONTOSO", "CONTOSO")))
                .isFalse();
        assertThat(end.sameEnd(new InterchangeAddress("ZZ", "FABRIKAM", "CONTOSO")))
                .isFalse();
    }

    @Test
    void only_the_two_releases_are_known() {
        assertThat(Release.of("004010").controlVersion()).isEqualTo("00401");
        assertThat(Release.of("005010").controlVersion()).isEqualTo("00501");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Release.of("003040"))
                .withMessageContaining("use 004010 or 005010");
    }

    @Test
    void the_characters_of_usage_are_those_of_the_standard() {
        assertThat(Usage.values()).extracting(Usage::code).containsExactly('P', 'T', 'I');
    }

    @Test
    void a_syntax_problem_names_its_place_for_a_person() {
        assertThat(problem(3, 0, 7).place()).isEqualTo("IT103 (segment 7, byte 512)");
        assertThat(problem(0, 0, 7).place()).isEqualTo("IT1 (segment 7, byte 512)");
        assertThat(problem(5, 2, 7).place()).isEqualTo("IT105-2 (segment 7, byte 512)");
        assertThat(problem(0, 0, 0).place()).isEqualTo("byte 512");
    }

    private static SyntaxProblem problem(int element, int component, int segment) {
        return new SyntaxProblem(
                "x", SyntaxProblem.Severity.ERROR, "", "IT1", segment, 3, element, component, 512, "", "Wrong.");
    }
}
