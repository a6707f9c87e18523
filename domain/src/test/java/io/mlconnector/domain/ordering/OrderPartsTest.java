package io.mlconnector.domain.ordering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.mlconnector.domain.agreement.OrderAgreement.OnUnknownOutcome;
import io.mlconnector.domain.fixture.AnOrderLine;
import io.mlconnector.domain.fixture.Orders;
import io.mlconnector.domain.fixture.Problems;
import io.mlconnector.domain.flow.Circumstances;
import io.mlconnector.domain.flow.Step;
import io.mlconnector.domain.ordering.document.OrderCharge;
import io.mlconnector.domain.ordering.document.OrderCharge.Category;
import io.mlconnector.domain.ordering.document.OrderLine;
import io.mlconnector.domain.ordering.document.OrderLineDetails;
import io.mlconnector.domain.ordering.document.ScheduledDelivery;
import io.mlconnector.domain.sending.FolderSearchResult;
import io.mlconnector.domain.sending.SendingDecisions;
import io.mlconnector.domain.sending.SendingState.InDoubt;
import io.mlconnector.domain.words.Outcome;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Charges, discounts and deliveries in parts, and what a folder proves. */
class OrderPartsTest {
    private static final LocalDate DAY = Orders.WANTED;
    private static final OrderCharge FREIGHT = charge("FREIGHT", Category.FIXED, "5.00", "Freight");
    private static final OrderCharge PALLETS = charge("PALLET", Category.PER_UNIT, "0.50", "Pallets");

    private static OrderCharge charge(String code, Category category, String value, String description) {
        return new OrderCharge(code, category, new BigDecimal(value), description);
    }

    private static ScheduledDelivery delivery(long number, String quantity, LocalDate day) {
        return new ScheduledDelivery(number, new BigDecimal(quantity), day);
    }

    @ParameterizedTest
    @CsvSource({"FIXED, 5, 5.00", "PER_UNIT, 0.255, 2.55", "PERCENT, 7.5, 7.46", "PERCENT, -10, -9.95"})
    void a_charge_is_an_amount_for_all_for_each_unit_or_in_percents(Category category, String value, String amount) {
        assertThat(charge("X", category, value, "").amount(BigDecimal.TEN, new BigDecimal("99.50")))
                .isEqualTo(amount);
    }

    @Test
    void a_charge_has_a_code() {
        assertThatIllegalArgumentException().isThrownBy(() -> charge(" ", Category.FIXED, "1", ""));
    }

    @Test
    void charges_are_the_same_however_their_numbers_are_written() {
        assertThat(OrderCharge.same(List.of(FREIGHT), List.of(charge("FREIGHT", Category.FIXED, "5", "Freight"))))
                .isTrue();
        for (OrderCharge other : List.of(
                PALLETS,
                charge("POST", Category.FIXED, "5.00", "Freight"),
                charge("FREIGHT", Category.PERCENT, "5.00", "Freight"),
                charge("FREIGHT", Category.FIXED, "5.01", "Freight"),
                charge("FREIGHT", Category.FIXED, "5.00", "Post"))) {
            assertThat(OrderCharge.same(List.of(FREIGHT), List.of(other))).isFalse();
        }
        assertThat(OrderCharge.same(List.of(FREIGHT), List.of())).isFalse();
        assertThat(OrderCharge.same(List.of(FREIGHT, PALLETS), List.of(FREIGHT, FREIGHT)))
                .isFalse();
    }

    @Test
    void deliveries_are_the_same_however_their_quantities_are_written() {
        ScheduledDelivery one = delivery(11, "4", DAY);
        assertThat(ScheduledDelivery.same(List.of(one), List.of(delivery(11, "4.00", DAY))))
                .isTrue();
        for (ScheduledDelivery other :
                List.of(delivery(12, "4", DAY), delivery(11, "5", DAY), delivery(11, "4", DAY.plusDays(1)))) {
            assertThat(ScheduledDelivery.same(List.of(one), List.of(other))).isFalse();
        }
        assertThat(ScheduledDelivery.same(List.of(one), List.of())).isFalse();
    }

    @Test
    void a_delivery_is_of_something() {
        assertThatIllegalArgumentException().isThrownBy(() -> delivery(11, "0", DAY));
        assertThatIllegalArgumentException().isThrownBy(() -> delivery(11, "-1", DAY));
    }

    @Test
    void a_line_in_parts_shares_its_amount_and_pays_fixed_charges_once() {
        OrderLine line = AnOrderLine.numbered(1)
                .with(OrderLineDetails.NONE
                        .charged(List.of(FREIGHT, PALLETS))
                        .delivered(List.of(delivery(11, "4", DAY), delivery(12, "6", DAY.plusDays(7)))))
                .build();
        List<OrderLine> parts = line.eachDelivery();
        assertThat(parts).extracting(OrderLine::number).containsExactly(11L, 12L);
        assertThat(parts)
                .extracting(OrderLine::netAmount)
                .containsExactly(new BigDecimal("39.80"), new BigDecimal("59.70"));
        assertThat(parts)
                .extracting(OrderLine::requestedDelivery)
                .containsExactly(Optional.of(DAY), Optional.of(DAY.plusDays(7)));
        assertThat(parts)
                .extracting(part -> part.details().charges())
                .containsExactly(List.of(FREIGHT, PALLETS), List.of(PALLETS));
    }

    @Test
    void a_part_of_a_line_over_nothing_costs_nothing() {
        OrderLine line = AnOrderLine.numbered(1)
                .of("0", "ea")
                .with(OrderLineDetails.NONE.delivered(List.of(delivery(11, "4", DAY))))
                .build();
        assertThat(line.eachDelivery()).extracting(OrderLine::netAmount).allMatch(amount -> amount.signum() == 0);
    }

    @Test
    void the_amounts_of_all_parts_add_up_to_that_of_the_line() {
        OrderLine line = AnOrderLine.numbered(1)
                .of("3", "ea")
                .at("10.00", "3")
                .with(OrderLineDetails.NONE.delivered(
                        List.of(delivery(11, "1", DAY), delivery(12, "1", DAY), delivery(13, "1", DAY))))
                .build();
        assertThat(line.netAmount()).isEqualByComparingTo("10.00");
        assertThat(line.eachDelivery())
                .extracting(part -> part.netAmount().toPlainString())
                .containsExactly("3.33", "3.33", "3.34");
    }

    @Test
    void a_line_without_parts_is_its_own_delivery() {
        OrderLine line = AnOrderLine.numbered(1).build();
        assertThat(line.eachDelivery()).containsExactly(line);
        OrderLineDetails charged = OrderLineDetails.NONE.charged(List.of(FREIGHT));
        assertThat(line.with(charged).details()).isEqualTo(charged);
    }

    @Test
    void an_empty_file_in_the_folder_does_not_prove_that_ours_arrived() {
        assertThat(afterAsking(0, Outcome.done(new FolderSearchResult.Present(0)))
                        .next())
                .isInstanceOf(InDoubt.class);
    }

    @Test
    void a_folder_that_cannot_be_asked_is_left_alone_for_longer_each_time() {
        var postponed = new Step.WaitUntil(Problems.NOON.plusSeconds(8));
        assertThat(afterAsking(3, Outcome.notNow(Problems.serverError())).step())
                .isEqualTo(postponed);
        assertThat(afterAsking(3, Outcome.unknown(Problems.serverError())).step())
                .isEqualTo(postponed);
    }

    private static io.mlconnector.domain.flow.Decision afterAsking(int asked, Outcome<FolderSearchResult> outcome) {
        return SendingDecisions.afterAsking(
                new InDoubt(Orders.file(), Problems.NOON, asked),
                outcome,
                OnUnknownOutcome.HOLD,
                new Circumstances(Problems.NOON, 0.5, Problems.THREE_ATTEMPTS));
    }
}
