package io.mlconnector.domain.answering;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.answering.match.AnsweredRevision;
import io.mlconnector.domain.words.Acknowledgement;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderResponsesTest {
    private static OrderResponse response(String type, LineResponse... lines) {
        return new OrderResponse(
                "00", type, "PO-1", "", Optional.empty(), "", Optional.empty(), List.of(), List.of(lines));
    }

    private static LineResponse line(String number, LineCommitment... promises) {
        return new LineResponse(
                number, "", Optional.of(BigDecimal.TEN), "EA", Optional.empty(), List.of(), List.of(promises));
    }

    private static LineCommitment promise(String status, String quantity) {
        return new LineCommitment(
                status,
                Optional.of(new BigDecimal(quantity)),
                "EA",
                "068",
                Optional.of(LocalDate.of(2026, 3, 18)),
                List.of(),
                "");
    }

    @ParameterizedTest
    @CsvSource({
        "AD, IA, ACCEPTED",
        "AC, IA, ACCEPTED",
        "AC, IP, CHANGED",
        "AC, IB, CHANGED",
        "AC, IR, REJECTED",
        "AC, IH, PENDING",
        "AC, Q7, PENDING",
        "RJ, IA, REJECTED",
        "AH, IA, PENDING"
    })
    void the_gravest_status_of_the_lines_and_the_header_make_the_verdict(
            String type, String status, ResponseResult verdict) {
        assertThat(OrderResponses.report(response(type, line("1", promise(status, "10"))), Optional.empty())
                        .verdict())
                .isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({"AK, ACCEPTED", "AT, ACCEPTED", "AC, CHANGED", "RJ, REJECTED", "RO, CHANGED", "AH, PENDING"})
    void without_lines_the_header_speaks_for_the_whole_order(String type, ResponseResult verdict) {
        assertThat(OrderResponses.report(response(type), Optional.empty()).verdict())
                .isEqualTo(verdict);
    }

    @Test
    void one_rejected_line_of_two_rejects_a_part() {
        ResponseReport report = OrderResponses.report(
                response("AC", line("1", promise("IA", "10")), line("2", promise("IR", "0"))), Optional.empty());
        assertThat(report.verdict()).isEqualTo(ResponseResult.PARTLY_REJECTED);
        assertThat(report.verdict().acknowledgement()).contains(Acknowledgement.ACCEPTED_WITH_ERRORS);
    }

    @Test
    void a_split_shipment_is_told_promise_by_promise() {
        ResponseReport report = OrderResponses.report(
                response("AC", line("1", promise("IA", "8"), promise("IB", "2"))), Optional.empty());
        assertThat(report.verdict()).isEqualTo(ResponseResult.CHANGED);
        assertThat(report.remarks())
                .containsExactly("Line 1: 8 EA accepted, to be shipped 2026-03-18; 2 EA back-ordered, to be shipped"
                        + " 2026-03-18.");
    }

    @ParameterizedTest
    @CsvSource({
        "850, 855, '', 0",
        "850 860 860, 855, '', 0",
        "850 860 860, 865, '', 2",
        "850 860 860, 865, 1, 1",
        "850 850, 855, '', 1",
        "860, 855, '', 0",
        "850, 865, '', 0",
        "850 860, 856, '', 1",
        "850, 865, 3, -1",
        "'', 855, '', -1"
    })
    void an_answer_finds_its_revision(String sent, String answer, String change, int place) {
        List<String> sets = sent.isEmpty() ? List.of() : List.of(sent.split(" "));
        assertThat(AnsweredRevision.of(sets, answer, change).orElse(-1)).isEqualTo(place);
    }

    @Test
    void a_technical_answer_never_makes_better_what_was_said() {
        assertThat(Weight.TECHNICAL.after(Acknowledgement.AWAITED, Acknowledgement.ACCEPTED))
                .contains(Acknowledgement.ACCEPTED);
        assertThat(Weight.TECHNICAL.after(Acknowledgement.OVERDUE, Acknowledgement.ACCEPTED))
                .contains(Acknowledgement.ACCEPTED);
        assertThat(Weight.TECHNICAL.after(Acknowledgement.ACCEPTED_WITH_ERRORS, Acknowledgement.ACCEPTED))
                .isEmpty();
        assertThat(Weight.TECHNICAL.after(Acknowledgement.REJECTED, Acknowledgement.ACCEPTED))
                .isEmpty();
        assertThat(Weight.TECHNICAL.after(Acknowledgement.ACCEPTED, Acknowledgement.REJECTED))
                .contains(Acknowledgement.REJECTED);
    }

    @Test
    void the_last_business_answer_counts_but_takes_no_rejection_back() {
        assertThat(Weight.BUSINESS.after(Acknowledgement.ACCEPTED_WITH_ERRORS, Acknowledgement.ACCEPTED))
                .contains(Acknowledgement.ACCEPTED);
        assertThat(Weight.BUSINESS.after(Acknowledgement.REJECTED, Acknowledgement.ACCEPTED))
                .isEmpty();
        assertThat(Weight.takesBack(Acknowledgement.REJECTED, Acknowledgement.ACCEPTED))
                .isTrue();
    }
}
