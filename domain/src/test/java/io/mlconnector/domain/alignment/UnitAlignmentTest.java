package io.mlconnector.domain.alignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.mlconnector.domain.crossreference.CrossReference;
import io.mlconnector.domain.crossreference.CrossReference.Kind;
import io.mlconnector.domain.crossreference.CrossReferences;
import io.mlconnector.domain.fixture.Partners;
import io.mlconnector.domain.fixture.Problems;
import io.mlconnector.domain.trade.PartnerId;
import io.mlconnector.domain.trade.UnitCode;
import io.mlconnector.domain.trade.UnitSymbol;
import io.mlconnector.domain.words.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnitAlignmentTest {

    private static final CrossReferences CARTONS =
            new CrossReferences(List.of(CrossReference.always(Partners.ACME, Kind.UNIT, "CT", "cs")));

    private static <T> void isFound(Alignment<T> answer, T value, String rule) {
        assertThat(answer).isInstanceOfSatisfying(Alignment.Found.class, found -> {
            assertThat(found.value()).isEqualTo(value);
            assertThat(found.rule()).isEqualTo(rule);
        });
    }

    private static <T> void isUnknown(Alignment<T> answer, String cause, String... texts) {
        assertThat(answer).isInstanceOfSatisfying(Alignment.Missing.class, missing -> {
            Problem why = missing.why();
            assertThat(why.causeKey()).isEqualTo(cause);
            assertThat(why.message()).contains(texts);
            assertThat(Problems.givesAdvice(why)).isTrue();
        });
    }

    private static Alignment<UnitCode> toAcme(String symbol, CrossReferences references) {
        return UnitAlignment.toPartner(Partners.ACME, new UnitSymbol(symbol), references);
    }

    private static Alignment<UnitSymbol> fromAcme(String code, String expected, CrossReferences references) {
        return UnitAlignment.fromPartner(Partners.ACME, new UnitCode(code), new UnitSymbol(expected), references);
    }

    @ParameterizedTest
    @CsvSource({"ea, EA", "EA, EA", "pcs, PC", "box, BX", "mo, MO", "hour, HR", "kg, KG"})
    void a_usual_unit_has_a_proposed_code(String symbol, String code) {
        isFound(toAcme(symbol, CrossReferences.NONE), new UnitCode(code), "proposed-unit");
    }

    @ParameterizedTest
    @CsvSource({"ct, CT", "ca, CA", "BX, BX", "lf, LF", "sy, SY", "cwt, CW", "week, WK", "m3, CR", "pallet, PL"})
    void a_symbol_that_is_the_code_itself_or_its_name_has_a_proposed_code_too(String symbol, String code) {
        isFound(toAcme(symbol, CrossReferences.NONE), new UnitCode(code), "proposed-unit");
        isFound(fromAcme(code, symbol, CrossReferences.NONE), new UnitSymbol(symbol), "order-line-unit");
    }

    @ParameterizedTest
    @ValueSource(strings = {"st", "gr", "sm", "th", "hu", "as", "cr", "da", "tu"})
    void a_symbol_that_means_this_here_and_that_there_is_never_guessed(String symbol) {
        isUnknown(toAcme(symbol, CrossReferences.NONE), "unit-unknown:acme:" + symbol, symbol);
    }

    @Test
    void a_cross_reference_wins_over_a_proposal_both_ways() {
        isFound(toAcme("CS", CARTONS), new UnitCode("CT"), "cross-reference");
        isFound(fromAcme("ct", "ea", CARTONS), new UnitSymbol("cs"), "cross-reference");
    }

    @Test
    void what_cannot_be_a_unit_in_x12_is_read_and_never_written() {
        CrossReference longer = CrossReference.always(Partners.ACME, Kind.UNIT, "EACH", "ea");
        CrossReferences known = new CrossReferences(List.of(longer));
        isFound(toAcme("ea", known), new UnitCode("EA"), "proposed-unit");
        assertThat(UnitAlignment.ordersToo(longer, CrossReferences.NONE, known)).isEmpty();
    }

    @Test
    void a_translation_that_changes_orders_too_says_so_and_the_usual_word_entered_as_well_keeps_them_as_they_are() {
        CrossReference odd = CrossReference.always(Partners.ACME, Kind.UNIT, "QZ", "ea");
        CrossReference usual = CrossReference.always(Partners.ACME, Kind.UNIT, "EA", "ea");
        assertThat(UnitAlignment.ordersToo(odd, CrossReferences.NONE, new CrossReferences(List.of(odd))))
                .contains(
                        "Orders to acme will say QZ for ea instead of EA. To keep EA in orders, enter it for acme as well:"
                                + " crossref set acme unit EA ea.");
        CrossReferences both = new CrossReferences(List.of(odd, usual));
        isFound(toAcme("ea", both), new UnitCode("EA"), "cross-reference");
        assertThat(UnitAlignment.ordersToo(odd, new CrossReferences(List.of(usual)), both))
                .isEmpty();
    }

    @Test
    void a_cross_reference_of_another_partner_or_kind_does_not_count() {
        var others = new CrossReferences(List.of(
                CrossReference.always(new PartnerId("other"), Kind.UNIT, "CT", "cs"),
                CrossReference.always(Partners.ACME, Kind.ITEM, "CT", "cs")));

        isFound(toAcme("cs", others), new UnitCode("CA"), "proposed-unit");
    }

    @Test
    void a_unit_that_nobody_knows_never_becomes_each() {
        isUnknown(
                toAcme("drum", CrossReferences.NONE),
                "unit-unknown:acme:drum",
                "ml-connector crossref set acme unit CODE drum");
    }

    @Test
    void a_partners_code_counts_where_it_is_the_proposal_for_the_order_lines_unit() {
        isFound(fromAcme("EA", "each", CrossReferences.NONE), new UnitSymbol("each"), "order-line-unit");
        isFound(fromAcme("DRUM", "drum", CrossReferences.NONE), new UnitSymbol("drum"), "order-line-unit");
    }

    @Test
    void a_partners_code_for_another_unit_is_unknown() {
        isUnknown(
                fromAcme("CA", "ea", CrossReferences.NONE),
                "unit-unknown:acme:CA",
                "ml-connector crossref set acme unit CA ea",
                "corrected invoice");
    }

    @Test
    void a_cross_reference_that_no_document_could_use_is_refused_when_it_is_entered() {
        assertThatIllegalArgumentException().isThrownBy(() -> reference(Kind.UNIT, "ABCDEFGHIJK", "ea"));
        assertThatIllegalArgumentException().isThrownBy(() -> reference(Kind.UNIT, "EA", "abcdefghijk"));
        assertThatIllegalArgumentException().isThrownBy(() -> reference(Kind.ITEM, "VN:1", "I".repeat(21)));
        assertThatIllegalArgumentException().isThrownBy(() -> reference(Kind.ITEM, "VN:" + "1".repeat(81), "I"));
        assertThatIllegalArgumentException().isThrownBy(() -> reference(Kind.UNIT, " ", "ea"));
        assertThatIllegalArgumentException().isThrownBy(() -> reference(Kind.ITEM, "VN:1", ""));
    }

    @Test
    void a_cross_reference_is_kept_without_padding_but_with_an_items_leading_blanks() {
        assertThat(reference(Kind.UNIT, " ct ", " cs ")).isEqualTo(reference(Kind.UNIT, "CT", "cs"));
        assertThat(reference(Kind.ITEM, " VN:1 ", " 1000 ").ours()).isEqualTo(" 1000");
        assertThat(Kind.ITEM.word()).isEqualTo("item");
    }

    private static CrossReference reference(Kind kind, String theirs, String ours) {
        return CrossReference.always(Partners.ACME, kind, theirs, ours);
    }
}
