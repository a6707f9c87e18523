package io.mlconnector.domain.answering;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.fixture.AnOrderLine;
import io.mlconnector.domain.fixture.Orders;
import io.mlconnector.domain.ordering.AlignedOrder;
import io.mlconnector.domain.trade.ProductId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a vendor promises, held against the order that was sent: ten of line 1 and ten of line 2. */
class PromisedQuantitiesTest {
    private static final AlignedOrder SENT = Orders.aligned(
            1, AnOrderLine.numbered(1).aligned(), AnOrderLine.numbered(2).aligned());

    private static ResponseReport report(LineResponse... lines) {
        return OrderResponses.report(
                new OrderResponse(
                        "00",
                        "AC",
                        Orders.NUMBER,
                        "",
                        Optional.empty(),
                        "",
                        Optional.empty(),
                        List.of(),
                        List.of(lines)),
                Optional.of(SENT));
    }

    private static LineResponse line(String number, LineCommitment... promises) {
        return new LineResponse(
                number, "", Optional.of(BigDecimal.TEN), "EA", Optional.empty(), List.of(), List.of(promises));
    }

    private static LineCommitment promise(String status, String quantity, String unit) {
        return new LineCommitment(
                status,
                Optional.of(quantity).filter(text -> !text.isEmpty()).map(BigDecimal::new),
                unit,
                "",
                Optional.empty(),
                List.of(),
                "");
    }

    @Test
    void what_was_ordered_is_no_remark() {
        ResponseReport report = report(line("1", promise("IA", "4", "EA"), promise("IA", "6.00", "")));
        assertThat(report.remarks()).isEmpty();
        assertThat(report.verdict()).isEqualTo(ResponseResult.ACCEPTED);
    }

    @ParameterizedTest
    @CsvSource({"8.50, 8.5", "12, 12", "0.00, 0", "100, 100"})
    void another_quantity_under_the_word_accepted_is_a_change(String promised, String told) {
        ResponseReport report = report(line("1", promise("IA", promised, "EA")));
        assertThat(report.verdict()).isEqualTo(ResponseResult.CHANGED);
        assertThat(report.remarks())
                .containsExactly(
                        "Line 1: " + told + " EA accepted; promised are " + told + " of the 10 that were ordered.");
    }

    @Test
    void quantities_in_another_unit_are_not_compared() {
        assertThat(report(line("1", promise("IA", "1", "CA"))).remarks()).isEmpty();
    }

    @Test
    void promises_of_which_one_has_no_quantity_are_not_compared() {
        assertThat(report(line("1", promise("IA", "", ""), promise("IA", "4", "EA")))
                        .remarks())
                .isEmpty();
    }

    @Test
    void a_line_without_promises_is_taken_as_the_header_says() {
        ResponseReport report = report(line("1"));
        assertThat(report.remarks()).isEmpty();
        assertThat(report.verdict()).isEqualTo(ResponseResult.ACCEPTED);
    }

    @Test
    void quantities_are_not_added_up_where_a_status_says_more_than_accepted() {
        ResponseReport report = report(line("1", promise("IA", "4", "EA"), promise("IB", "5", "EA")));
        assertThat(report.remarks()).containsExactly("Line 1: 4 EA accepted; 5 EA back-ordered.");
    }

    @Test
    void line_numbers_are_compared_as_numbers() {
        assertThat(report(line("0002", promise("IA", "10", "EA"))).remarks()).isEmpty();
    }

    @Test
    void a_line_that_was_not_ordered_is_told() {
        assertThat(report(line("7", promise("IA", "10", "EA"))).remarks())
                .containsExactly("Line 7: 10 EA accepted; no line of the order that was sent has this number.");
    }

    @Test
    void a_line_without_a_number_is_told_as_such_and_not_looked_for() {
        assertThat(report(line("", promise("IB", "10", "EA"))).remarks())
                .containsExactly("A line without a number: 10 EA back-ordered.");
        assertThat(report(line("", promise("IA", "10", "EA"))).remarks()).isEmpty();
    }

    @Test
    void a_rejected_line_stays_rejected_whatever_is_promised_besides() {
        ResponseReport report = report(line("1", promise("IR", "5", "EA"), promise("IH", "5", "EA")));
        assertThat(report.verdict()).isEqualTo(ResponseResult.PARTLY_REJECTED);
    }

    @Test
    void the_gravest_promise_counts_wherever_it_stands() {
        assertThat(report(line("1", promise("IB", "5", "EA"), promise("IA", "5", "EA")))
                        .verdict())
                .isEqualTo(ResponseResult.CHANGED);
        assertThat(report(line("1", promise("IA", "5", "EA"), promise("IH", "5", "EA")))
                        .verdict())
                .isEqualTo(ResponseResult.PENDING);
    }

    @Test
    void all_lines_of_the_order_must_be_rejected_to_reject_it() {
        assertThat(report(line("1", promise("IR", "10", "EA")), line("2", promise("IR", "10", "EA")))
                        .verdict())
                .isEqualTo(ResponseResult.REJECTED);
    }

    @Test
    void a_substitute_and_a_reason_are_told() {
        var promise = new LineCommitment(
                "IS",
                Optional.of(BigDecimal.TEN),
                "EA",
                "067",
                Optional.of(LocalDate.of(2026, 3, 18)),
                List.of(new ProductId("VN", "ABC-2")),
                "003");
        assertThat(report(line("1", promise)).remarks())
                .containsExactly("Line 1: 10 EA replaced by another item, to be delivered 2026-03-18, "
                        + new ProductId("VN", "ABC-2") + ", reason 003.");
    }

    @Test
    void a_date_alone_is_worth_a_remark() {
        var promise = new LineCommitment(
                "IA", Optional.of(BigDecimal.TEN), "EA", "??", Optional.of(LocalDate.of(2026, 3, 18)), List.of(), "");
        assertThat(report(line("1", promise)).remarks()).containsExactly("Line 1: 10 EA accepted, 2026-03-18.");
    }

    @Test
    void notes_of_the_header_follow_the_lines() {
        var response = new OrderResponse(
                "00",
                "AC",
                Orders.NUMBER,
                "",
                Optional.empty(),
                "",
                Optional.empty(),
                List.of("Closed on Friday"),
                List.of(line("1", promise("IB", "10", "EA"))));
        assertThat(OrderResponses.report(response, Optional.of(SENT)).remarks())
                .containsExactly("Line 1: 10 EA back-ordered.", "Closed on Friday");
    }
}
