package io.mlconnector.domain.alignment;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.crossreference.CrossReference;
import io.mlconnector.domain.crossreference.CrossReference.Kind;
import io.mlconnector.domain.crossreference.CrossReferences;
import io.mlconnector.domain.fixture.AnInvoiceLine;
import io.mlconnector.domain.fixture.AnOrderLine;
import io.mlconnector.domain.fixture.Partners;
import io.mlconnector.domain.invoicing.document.InvoiceLine;
import io.mlconnector.domain.trade.UnitSymbol;
import io.mlconnector.domain.trade.conversion.UnitConversion;
import io.mlconnector.domain.trade.conversion.UnitConversion.Factor;
import io.mlconnector.domain.trade.conversion.UnitConversions;
import io.mlconnector.domain.words.Problem;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class UnitOfLineTest {

    private final List<UnitConversion> known = new ArrayList<>();
    private CrossReferences references = CrossReferences.NONE;

    private void known(String product, String from, String to, long numerator, long denominator) {
        known.add(new UnitConversion(
                Optional.of(product).filter(number -> !number.isEmpty()),
                new UnitSymbol(from),
                new UnitSymbol(to),
                Factor.of(numerator, denominator)));
    }

    private Alignment<InvoiceLine> find(AnInvoiceLine line, AnOrderLine ordered) {
        return UnitOfLine.find(
                line.build(),
                ordered.build(),
                Partners.ACME,
                ProductFacts.NONE.converting(new UnitConversions(known)),
                references);
    }

    private InvoiceLine found(AnInvoiceLine line, AnOrderLine ordered) {
        Alignment<InvoiceLine> alignment = find(line, ordered);
        assertThat(alignment).isInstanceOf(Alignment.Found.class);
        return ((Alignment.Found<InvoiceLine>) alignment).value();
    }

    private Problem missing(AnInvoiceLine line, AnOrderLine ordered) {
        Alignment<InvoiceLine> alignment = find(line, ordered);
        assertThat(alignment).isInstanceOf(Alignment.Missing.class);
        return ((Alignment.Missing<InvoiceLine>) alignment).why();
    }

    private static AnOrderLine ordered(String quantity, String unit) {
        return AnOrderLine.numbered(1).of(quantity, unit);
    }

    @Test
    void twelve_cases_of_24_are_288_pieces_at_the_same_amount() {
        known("ITEM-1", "cs", "ea", 24, 1);
        InvoiceLine line = found(AnInvoiceLine.at(1).of("12", "CA").priced("48.00"), ordered("288", "ea"));
        assertThat(line.quantity()).isEqualByComparingTo("288");
        assertThat(line.price().amount()).isEqualByComparingTo("2");
        assertThat(line.price().per()).isEqualByComparingTo("1");
        assertThat(line.amount()).isEqualByComparingTo("576.00");
    }

    @Test
    void a_price_that_does_not_divide_is_the_price_of_so_many_pieces() {
        known("ITEM-1", "cs", "ea", 24, 1);
        InvoiceLine line = found(AnInvoiceLine.at(1).of("12", "CA").priced("50.00"), ordered("288", "ea"));
        assertThat(line.price().amount()).isEqualByComparingTo("50.00");
        assertThat(line.price().per()).isEqualByComparingTo("24");
        assertThat(line.amount()).isEqualByComparingTo("600.00");
    }

    @Test
    void pieces_are_converted_to_cases_where_they_are_whole() {
        known("ITEM-1", "cs", "ea", 24, 1);
        InvoiceLine line = found(AnInvoiceLine.at(1).of("288", "EA").priced("2.02"), ordered("12", "cs"));
        assertThat(line.quantity()).isEqualByComparingTo("12");
        assertThat(line.price().perUnit()).isEqualByComparingTo("48.48");
        assertThat(line.amount()).isEqualByComparingTo("581.76");
    }

    @Test
    void a_quantity_that_dynamics_cannot_keep_stops_the_line() {
        known("ITEM-1", "cs", "ea", 24, 1);
        Problem why = missing(AnInvoiceLine.at(1).of("100", "EA").priced("2.02"), ordered("12", "cs"));
        assertThat(why.code()).isEqualTo("unit-differs");
        assertThat(why.message()).contains("100 EA", "cs", "1/24");
    }

    @Test
    void without_a_conversion_the_line_is_held_and_what_is_missing_is_named() {
        assertThat(missing(AnInvoiceLine.at(1).of("12", "CA"), ordered("288", "ea")))
                .satisfies(why -> {
                    assertThat(why.code()).isEqualTo("unit-unknown");
                    assertThat(why.message()).contains("CA", "ea", "conversion");
                });
        references = new CrossReferences(List.of(CrossReference.always(Partners.ACME, Kind.UNIT, "CA", "cs")));
        assertThat(missing(AnInvoiceLine.at(1).of("12", "CA"), ordered("288", "ea")))
                .satisfies(why -> {
                    assertThat(why.code()).isEqualTo("unit-unknown");
                    assertThat(why.message()).contains("no conversion from cs to ea of item ITEM-1");
                });
    }

    @Test
    void the_conversion_of_another_item_is_none() {
        known("ITEM-2", "cs", "ea", 24, 1);
        assertThat(missing(AnInvoiceLine.at(1).of("12", "CA"), ordered("288", "ea"))
                        .code())
                .isEqualTo("unit-unknown");
    }

    @Test
    void a_conversion_of_the_item_comes_before_the_general_one() {
        known("", "cs", "ea", 10, 1);
        known("ITEM-1", "cs", "ea", 24, 1);
        assertThat(found(AnInvoiceLine.at(1).of("1", "CA"), ordered("288", "ea"))
                        .quantity())
                .isEqualByComparingTo("24");
    }

    @Test
    void two_symbols_that_mean_a_case_and_convert_differently_need_a_decision() {
        known("ITEM-1", "cs", "ea", 24, 1);
        known("ITEM-1", "case", "ea", 12, 1);
        assertThat(missing(AnInvoiceLine.at(1).of("1", "CA"), ordered("288", "ea"))
                        .message())
                .contains("cs", "case", "crossref set acme unit CA");
        references = new CrossReferences(List.of(CrossReference.always(Partners.ACME, Kind.UNIT, "CA", "case")));
        assertThat(found(AnInvoiceLine.at(1).of("1", "CA"), ordered("288", "ea"))
                        .quantity())
                .isEqualByComparingTo("12");
    }

    @Test
    void a_conversion_that_contradicts_itself_is_none() {
        known("ITEM-1", "cs", "ea", 24, 1);
        known("ITEM-1", "ea", "cs", 1, 12);
        assertThat(missing(AnInvoiceLine.at(1).of("1", "CA"), ordered("288", "ea"))
                        .code())
                .isEqualTo("unit-unknown");
    }

    @Test
    void a_case_of_boxes_of_pieces_is_converted_in_two_steps() {
        known("ITEM-1", "cs", "box", 4, 1);
        known("", "box", "ea", 6, 1);
        assertThat(found(AnInvoiceLine.at(1).of("2", "CA"), ordered("48", "ea")).quantity())
                .isEqualByComparingTo("48");
    }

    @Test
    void what_is_credited_is_converted_too() {
        known("ITEM-1", "cs", "ea", 24, 1);
        InvoiceLine line = found(AnInvoiceLine.at(1).of("-1", "CA").priced("50.00"), ordered("288", "ea"));
        assertThat(line.quantity()).isEqualByComparingTo("-24");
        assertThat(line.amount()).isEqualByComparingTo("-50.00");
    }

    @Test
    void a_conversion_never_changes_an_amount() {
        Random random = new Random(7);
        int converted = 0;
        for (int i = 0; i < 5_000; i++) {
            known.clear();
            known("ITEM-1", "cs", "ea", 1 + random.nextInt(48), 1 + random.nextInt(3));
            boolean cases = random.nextBoolean();
            AnInvoiceLine line = AnInvoiceLine.at(1)
                    .of(String.valueOf(1 + random.nextInt(500)), cases ? "CA" : "EA")
                    .priced(
                            BigDecimal.valueOf(random.nextInt(100_000), 2 + random.nextInt(3))
                                    .toPlainString(),
                            String.valueOf(List.of(1, 12, 100).get(random.nextInt(3))));
            AnOrderLine order = ordered("10", cases ? "ea" : "cs");
            if (find(line, order) instanceof Alignment.Found<InvoiceLine> found) {
                converted++;
                assertThat(found.value().amount())
                        .isEqualByComparingTo(line.build().amount());
                assertThat(found.value().price().amount().stripTrailingZeros().scale())
                        .isLessThanOrEqualTo(6);
                assertThat(found.value().price().per().stripTrailingZeros().scale())
                        .isLessThanOrEqualTo(6);
                assertThat(found.value().quantity().stripTrailingZeros().scale())
                        .isLessThanOrEqualTo(6);
            }
        }
        assertThat(converted).isGreaterThan(1_000);
    }
}
