package io.mlconnector.domain.invoicing.charging;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.fixture.AnInvoice;
import io.mlconnector.domain.fixture.AnInvoiceLine;
import io.mlconnector.domain.invoicing.document.VendorInvoice;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TotalDeviationTest {

    /** With everything placed: lines of 99.50 each, charges and taxes as the invoice says. */
    private static Optional<String> explained(AnInvoice invoice) {
        VendorInvoice built = invoice.build();
        BigDecimal charges = built.charges().stream()
                .map(charge -> charge.amount())
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .add(built.lines().stream()
                        .flatMap(line -> line.charges().stream())
                        .map(charge -> charge.amount())
                        .reduce(BigDecimal.ZERO, BigDecimal::add));
        return TotalDeviation.of(
                built,
                new PlacedCharges(
                        ChargePlacementTest.matched(built),
                        List.of(),
                        List.of(),
                        built.statedTax(),
                        charges,
                        List.of(),
                        List.of()));
    }

    private static AnInvoice oneLine() {
        return AnInvoice.over(AnInvoiceLine.at(1));
    }

    @Test
    void a_total_in_cents_without_a_point_is_off_by_a_hundred_in_either_direction() {
        assertThat(explained(oneLine().total("9950.00")))
                .hasValueSatisfying(why -> assertThat(why).contains("factor 100"));
        assertThat(explained(oneLine().total("0.995")))
                .hasValueSatisfying(why -> assertThat(why).contains("factor 100"));
    }

    @Test
    void a_total_without_the_tax_is_told() {
        assertThat(explained(oneLine().charge("D240", "10.00").tax("8.00").total("109.50")))
                .hasValueSatisfying(why -> assertThat(why).contains("without the tax"));
    }

    @Test
    void a_total_of_the_lines_alone_is_told() {
        assertThat(explained(oneLine().charge("D240", "10.00").tax("8.00").total("99.50")))
                .hasValueSatisfying(why -> assertThat(why).contains("sum of the lines, without"));
    }

    @Test
    void charges_that_count_twice_in_the_total_are_told() {
        assertThat(explained(oneLine().charge("D240", "10.00").total("119.50")))
                .hasValueSatisfying(why -> assertThat(why).contains("counted once more"));
    }

    @Test
    void charges_at_the_end_that_repeat_those_of_the_lines_are_told() {
        AnInvoice repeated = AnInvoice.over(AnInvoiceLine.at(1).charge("C310", "-5.00"))
                .charge("C310", "-5.00")
                .total("94.50");

        assertThat(explained(repeated))
                .hasValueSatisfying(why -> assertThat(why).contains("repeat those of the lines"));
    }

    @Test
    void charges_of_lines_and_end_that_differ_are_no_repetition() {
        AnInvoice other = AnInvoice.over(AnInvoiceLine.at(1).charge("C310", "-5.00"))
                .charge("C310", "-7.00")
                .total("94.50");

        assertThat(explained(other)).isEmpty();
    }

    @Test
    void a_total_that_is_simply_wrong_is_not_explained() {
        assertThat(explained(oneLine().total("97.13"))).isEmpty();
        assertThat(explained(oneLine().charge("D240", "10.00").tax("8.00").total("97.13")))
                .isEmpty();
    }
}
