package io.mlconnector.domain.invoicing.written;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.invoicing.written.WrittenInvoice.Charge;
import io.mlconnector.domain.invoicing.written.WrittenInvoice.Line;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InvoiceDifferencesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final List<Line> LINES = List.of(line(1, "10", "ea", "99.50"), line(2, "2.5", "kg", "7.25"));
    private static final List<Charge> CHARGES = List.of(charge(1, 0, "FREIGHT", "12.00"));
    private static final WrittenInvoice MEANT = invoice("USD", "118.75", "0.00", LINES, CHARGES);

    private static WrittenInvoice invoice(
            String currency, String total, String tax, List<Line> lines, List<Charge> charges) {
        return new WrittenInvoice(
                "1001",
                "INV-1",
                Optional.of(DAY),
                currency,
                Optional.of(new BigDecimal(total)),
                Optional.of(new BigDecimal(tax)),
                lines,
                charges);
    }

    private static Line line(int number, String quantity, String unit, String netAmount) {
        return new Line(number, "PO-1", number, new BigDecimal(quantity), unit, Optional.of(new BigDecimal(netAmount)));
    }

    private static Charge charge(int number, int line, String code, String amount) {
        return new Charge(number, line, code, new BigDecimal(amount));
    }

    private static List<String> with(List<Line> lines, List<Charge> charges) {
        return InvoiceDifferences.of(MEANT, MEANT.with(lines, charges));
    }

    @Test
    void the_same_is_the_same_however_its_numbers_and_texts_are_written() {
        assertThat(InvoiceDifferences.of(MEANT, MEANT)).isEmpty();
        assertThat(InvoiceDifferences.of(
                        MEANT,
                        invoice(
                                "usd",
                                "118.750",
                                "0",
                                List.of(line(1, "10.00", "EA", "99.5"), line(2, "2.500", "kg ", "7.25000")),
                                List.of(charge(1, 0, "freight", "12")))))
                .isEmpty();
    }

    @Test
    void amounts_are_those_that_F_and_O_rounds_them_to() {
        assertThat(with(List.of(line(1, "10", "ea", "99.504"), line(2, "2.5", "kg", "7.245")), CHARGES))
                .isEmpty();
        assertThat(with(List.of(line(1, "10", "ea", "99.505")), CHARGES))
                .containsExactly("line 1 net amount: 99.50 meant, 99.51 in F&O");
    }

    @Test
    void what_is_missing_may_still_come() {
        assertThat(with(List.of(), List.of())).isEmpty();
        assertThat(with(LINES.subList(0, 1), CHARGES)).isEmpty();
    }

    @Test
    void what_F_and_O_does_not_tell_is_no_difference() {
        WrittenInvoice silent = new WrittenInvoice(
                "1001",
                "INV-1",
                Optional.empty(),
                "",
                Optional.empty(),
                Optional.of(BigDecimal.ZERO),
                List.of(new Line(1, "", 0, BigDecimal.TEN, "", Optional.empty())),
                List.of());
        assertThat(InvoiceDifferences.of(MEANT, silent)).isEmpty();
    }

    @Test
    void every_field_that_differs_is_told_with_both_values() {
        List<Line> lines = List.of(
                new Line(1, "PO-2", 3, new BigDecimal("9"), "box", Optional.of(new BigDecimal("89.55"))),
                line(2, "2.5", "kg", "7.25"));
        assertThat(InvoiceDifferences.of(
                        MEANT, invoice("EUR", "100", "3.10", lines, List.of(charge(1, 0, "FREIGHT", "13.00")))))
                .containsExactly(
                        "currency: USD meant, EUR in F&O",
                        "total: 118.75 meant, 100.00 in F&O",
                        "tax: 0.00 meant, 3.10 in F&O",
                        "line 1 order: PO-1 meant, PO-2 in F&O",
                        "line 1 order line: 1 meant, 3 in F&O",
                        "line 1 quantity: 10 meant, 9 in F&O",
                        "line 1 unit: ea meant, box in F&O",
                        "line 1 net amount: 99.50 meant, 89.55 in F&O",
                        "charge 1 (FREIGHT) amount: 12.00 meant, 13.00 in F&O");
    }

    @Test
    void another_vendor_or_number_is_told() {
        assertThat(InvoiceDifferences.of(
                        MEANT,
                        new WrittenInvoice(
                                "9",
                                "INV-2",
                                Optional.of(DAY.plusDays(1)),
                                "USD",
                                Optional.empty(),
                                Optional.empty(),
                                LINES,
                                CHARGES)))
                .containsExactly(
                        "vendor account: 1001 meant, 9 in F&O",
                        "invoice number: INV-1 meant, INV-2 in F&O",
                        "invoice date: 2026-03-02 meant, 2026-03-03 in F&O");
    }

    @Test
    void lines_that_nobody_meant_are_told_with_their_number() {
        List<Line> more = new ArrayList<>(LINES);
        more.add(line(3, "4", "ea", "1.00"));
        assertThat(with(more, CHARGES))
                .containsExactly("number of lines: 2 meant, 3 in F&O", "line 3: not meant, quantity 4 in F&O");
    }

    @Test
    void a_charge_at_another_place_of_another_code_or_twice_differs_and_one_that_F_and_O_adds_by_itself_does_not() {
        assertThat(with(LINES, List.of(charge(1, 2, "FREIGHT", "12.00"))))
                .containsExactly("charge 1 (FREIGHT) line: the header meant, line 2 in F&O");
        assertThat(with(LINES, List.of(charge(1, 0, "HANDLING", "12.00"))))
                .containsExactly("charge 1 code: FREIGHT meant, HANDLING in F&O");
        assertThat(with(LINES, List.of(CHARGES.get(0), charge(2, 0, "FREIGHT", "12.00"))))
                .containsExactly("charge 2 (FREIGHT): not meant, 12.00 in F&O");
        assertThat(with(LINES, List.of(CHARGES.get(0), charge(2, 0, "AUTO", "1.00"))))
                .isEmpty();
    }

    @Test
    void of_many_differences_the_first_are_told_and_the_rest_counted() {
        List<String> many = List.of("a", "b", "c", "d", "e", "f", "g");
        assertThat(InvoiceDifferences.inWords(many)).isEqualTo("a; b; c; d; e; and 2 more");
        assertThat(InvoiceDifferences.inWords(many.subList(0, 2))).isEqualTo("a; b");
    }
}
