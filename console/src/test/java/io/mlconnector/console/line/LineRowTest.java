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
    void a_line_without_an_order_line_says_that_there_is_none_and_one_that_nobody_compared_that_it_is_not_known() {
        LineRow without = row(Map.of("verdict", "not-matched", "findings", "item-unknown"));

        assertThat(without.orderLine()).isEqualTo("none");
        assertThat(without.verdictInWords()).isEqualTo("no order line");
        assertThat(row(Map.of()).orderLine()).isEqualTo("not known");
    }
}
