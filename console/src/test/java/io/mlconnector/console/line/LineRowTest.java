package io.mlconnector.console.line;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.invoicing.detail.line.InvoiceLineDetails;
import io.mlconnector.domain.invoicing.document.InvoiceLine;
import io.mlconnector.domain.trade.Price;
import io.mlconnector.domain.trade.UnitCode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the table says of one line of an invoice. */
class LineRowTest {

    private static LineRow row(Map<String, String> facts) {
        return new LineRow(
                new InvoiceLine(
                        1,
                        Optional.empty(),
                        Optional.empty(),
                        BigDecimal.TEN,
                        new UnitCode("QZ"),
                        new Price(BigDecimal.ONE, BigDecimal.ONE),
                        List.of(),
                        "",
                        List.of(),
                        List.of(),
                        InvoiceLineDetails.NONE),
                facts);
    }

    @Test
    void a_line_in_an_unknown_unit_names_the_order_line_that_the_examination_found() {
        LineRow row = row(Map.of(
                "order",
                "PO-7",
                "orderLine",
                "2",
                "verdict",
                "not-matched",
                "findings",
                "unit-unknown",
                "ordered",
                "8",
                "unit",
                "ea"));

        assertThat(row.orderLine()).isEqualTo("PO-7, line 2");
        assertThat(row.ordered()).isEqualTo("8 ea");
        assertThat(row.verdictInWords()).isEqualTo("not comparable");
        assertThat(row.findings()).isEqualTo("unit unknown");
    }

    @Test
    void what_is_billed_in_another_unit_than_the_orders_stands_beside_it_in_that_of_the_order_line() {
        LineRow row = row(Map.of(
                "lines", "1", "order", "PO-7", "orderLine", "2", "now", "90", "unit", "ea", "orderPrice", "4.2"));

        assertThat(row.quantity()).isEqualTo("10 QZ");
        assertThat(row.converted()).isEqualTo("90 ea");
        assertThat(row.convertedPrice()).isEqualTo("about 0.111111 per ea");
        assertThat(row(Map.of("lines", "1", "now", "20", "unit", "ea")).convertedPrice())
                .isEqualTo("0.50 per ea");
        assertThat(row.orderPrice()).as("as the other prices").isEqualTo("4.20");
        assertThat(row(Map.of("orderPrice", "950 per 100")).orderPrice()).isEqualTo("950.00 per 100");
        assertThat(row(Map.of("now", "10", "unit", "qz")).converted()).isEmpty();
        assertThat(row(Map.of("lines", "1,2", "now", "90", "unit", "ea")).converted())
                .isEqualTo("together 90 ea");
        assertThat(row(Map.of("unit", "ea")).converted()).isEmpty();
    }

    @Test
    void a_line_without_an_order_line_says_that_there_is_none_and_one_that_nobody_compared_that_it_is_not_known() {
        LineRow without = row(Map.of("verdict", "not-matched", "findings", "item-unknown"));

        assertThat(without.orderLine()).isEqualTo("none");
        assertThat(without.verdictInWords()).isEqualTo("no order line");
        assertThat(row(Map.of()).orderLine()).isEqualTo("not known");
    }
}
