package io.mlconnector.domain.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.mlconnector.domain.agreement.HeaderRules.DateRule;
import io.mlconnector.domain.agreement.HeaderRules.Fact;
import io.mlconnector.domain.agreement.HeaderRules.PartyRule;
import io.mlconnector.domain.agreement.HeaderRules.ReferenceRule;
import io.mlconnector.domain.agreement.LineRules.ProductIdRule;
import io.mlconnector.domain.agreement.LineRules.ProductIdRule.Source;
import io.mlconnector.domain.agreement.LineRules.Schedule;
import io.mlconnector.domain.agreement.TextRules.CharacterSet;
import io.mlconnector.domain.agreement.TextRules.LineEnd;
import io.mlconnector.domain.agreement.TextRules.LongTexts;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WritingRulesTest {
    private static final String BASIC = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 !\"&'()*+,-./:;?=";
    private static final String MORE = "abcdefghijklmnopqrstuvwxyz%@[]_{}\\|<>~#$";

    @Test
    void a_character_set_holds_its_characters_and_no_other() {
        for (int character = -2; character < 400; character++) {
            boolean basic = BASIC.indexOf(character) >= 0;
            assertThat(CharacterSet.BASIC.holds(character))
                    .as("basic %d", character)
                    .isEqualTo(basic);
            assertThat(CharacterSet.EXTENDED.holds(character))
                    .as("extended %d", character)
                    .isEqualTo(basic || MORE.indexOf(character) >= 0);
        }
    }

    @Test
    void the_substitute_is_a_character_of_the_set() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new TextRules(CharacterSet.BASIC, true, false, '_', LongTexts.CUT, Map.of(), LineEnd.NONE));
    }

    @Test
    void texts_can_be_written_with_other_characters_and_line_ends() {
        assertThat(TextRules.USUAL.with(CharacterSet.BASIC).characters()).isEqualTo(CharacterSet.BASIC);
        assertThat(TextRules.USUAL.with(LineEnd.CRLF).lineEnd().text()).isEqualTo("\r\n");
        assertThat(WritingProfile.USUAL.with(TextRules.USUAL.with(LineEnd.LF)).texts())
                .isEqualTo(TextRules.USUAL.with(LineEnd.LF));
    }

    @Test
    void what_is_left_out_is_not_sent() {
        assertThat(WritingProfile.USUAL.sends("N9")).isFalse();
        assertThat(WritingProfile.USUAL.sends("PER")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A", "ABCD"})
    void a_reference_qualifier_and_a_party_role_have_two_or_three_characters(String wrong) {
        assertThatIllegalArgumentException().isThrownBy(() -> new ReferenceRule(wrong, Fact.POOL, ""));
        assertThatIllegalArgumentException().isThrownBy(() -> PartyRule.usual(wrong, PartyRule.Who.US));
        for (String right : List.of("AB", "ABC")) {
            assertThat(new ReferenceRule(right, Fact.POOL, "").qualifier()).isEqualTo(right);
            assertThat(PartyRule.usual(right, PartyRule.Who.US).role()).isEqualTo(right);
        }
    }

    @Test
    void a_date_qualifier_has_three_characters_and_an_order_type_two() {
        assertThatIllegalArgumentException().isThrownBy(() -> new DateRule("02", DateRule.Day.ORDERED, 0));
        assertThat(new DateRule("002", DateRule.Day.ORDERED, 0).qualifier()).isEqualTo("002");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new HeaderRules("S", List.of(), List.of(), List.of(), List.of(), List.of(), Map.of()));
    }

    @Test
    void a_party_id_qualifier_has_one_or_two_characters() {
        for (String right : List.of("9", "92")) {
            assertThatCode(() -> party(right)).doesNotThrowAnyException();
        }
        for (String wrong : List.of("", "921")) {
            assertThatIllegalArgumentException().isThrownBy(() -> party(wrong));
        }
    }

    private static PartyRule party(String idQualifier) {
        return new PartyRule("ST", PartyRule.Who.DELIVERY, Optional.empty(), idQualifier, Optional.empty());
    }

    @Test
    void the_elements_of_a_segment_are_counted_from_one_to_ninety_nine() {
        var text = new SegmentText(Map.of(1, "first", 99, "last"));
        assertThat(text.at(1)).isEqualTo("first");
        assertThat(text.at(99)).isEqualTo("last");
        assertThat(text.at(2)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> new SegmentText(Map.of(0, "x")));
        assertThatIllegalArgumentException().isThrownBy(() -> new SegmentText(Map.of(100, "x")));
    }

    @Test
    void prices_have_two_to_twelve_decimals_and_a_line_ten_ids() {
        for (int right : new int[] {2, 12}) {
            assertThat(lines(right, 10).priceDecimals()).isEqualTo(right);
        }
        for (int wrong : new int[] {1, 13}) {
            assertThatIllegalArgumentException().isThrownBy(() -> lines(wrong, 1));
        }
        assertThatIllegalArgumentException().isThrownBy(() -> lines(6, 11));
    }

    private static LineRules lines(int decimals, int ids) {
        return new LineRules(
                Collections.nCopies(ids, new ProductIdRule("VN", Source.VENDOR_ITEM)),
                Map.of(),
                Set.of(),
                decimals,
                Schedule.LINES,
                false,
                false);
    }

    @Test
    void any_gtin_is_a_qualifier_of_gtins_only() {
        assertThat(new ProductIdRule(ProductIdRule.ANY_GTIN, Source.GTIN).source())
                .isEqualTo(Source.GTIN);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ProductIdRule(ProductIdRule.ANY_GTIN, Source.OUR_ITEM));
        assertThatIllegalArgumentException().isThrownBy(() -> new ProductIdRule("X", Source.GTIN));
    }

    @Test
    void a_code_is_found_in_any_case_or_else_what_stands_for_all() {
        Map<String, SegmentText> terms = CodeTables.USUAL.deliveryTerms();
        assertThat(CodeTables.find(terms, " fob "))
                .hasValueSatisfying(fob -> assertThat(fob.at(5)).isEqualTo("FOB"));
        assertThat(CodeTables.find(terms, "none")).isEmpty();
        assertThat(CodeTables.find(CodeTables.USUAL.charges(), "none"))
                .hasValueSatisfying(any -> assertThat(any.at(2)).isEqualTo("F050"));
        var tables = new CodeTables(
                Map.of(" net30 ", new SegmentText(Map.of(7, "30"))),
                false,
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                SegmentText.NONE,
                SegmentText.NONE,
                SegmentText.NONE,
                SegmentText.NONE,
                SegmentText.NONE,
                SegmentText.NONE,
                true);
        assertThat(CodeTables.find(tables.paymentTerms(), "Net30")).isPresent();
    }
}
