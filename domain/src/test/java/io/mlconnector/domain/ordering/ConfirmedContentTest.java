package io.mlconnector.domain.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.fixture.AnOrderLine;
import io.mlconnector.domain.fixture.Chance;
import io.mlconnector.domain.fixture.Orders;
import io.mlconnector.domain.ordering.ConfirmedContent.Comparison;
import io.mlconnector.domain.ordering.document.OrderDetails;
import io.mlconnector.domain.ordering.document.OrderKind;
import io.mlconnector.domain.ordering.document.OrderLine;
import io.mlconnector.domain.ordering.document.OrderLineDetails;
import io.mlconnector.domain.ordering.document.OrderTotals;
import io.mlconnector.domain.ordering.document.PurchaseOrder;
import io.mlconnector.domain.ordering.document.ScheduledDelivery;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class ConfirmedContentTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 20);

    private static BigDecimal money(String text) {
        return new BigDecimal(text);
    }

    private static BigDecimal net(List<OrderLine> lines) {
        return lines.stream().map(OrderLine::netAmount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal quantity(List<OrderLine> lines) {
        return lines.stream().map(line -> line.quantity().amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** A header that totals these lines and nothing besides. */
    private static OrderTotals totals(List<OrderLine> lines) {
        return totals(net(lines), "0", "0", "0", "0", quantity(lines));
    }

    private static OrderTotals totals(
            BigDecimal net, String discount, String charges, String tax, String roundOff, BigDecimal quantity) {
        return new OrderTotals(
                net,
                BigDecimal.ZERO,
                money(discount),
                money(charges),
                money(tax),
                money(roundOff),
                net.subtract(money(discount))
                        .add(money(charges))
                        .add(money(tax))
                        .add(money(roundOff)),
                quantity);
    }

    private static PurchaseOrder order(OrderTotals said, List<OrderLine> lines) {
        return Orders.confirmed(lines.toArray(OrderLine[]::new)).with(OrderDetails.NONE.totalling(said));
    }

    private static ConfirmedContent judged(OrderTotals said, List<OrderLine> lines) {
        return ConfirmedContent.of(order(said, lines), Comparison.EVERYTHING);
    }

    private static List<OrderLine> lines(int count) {
        List<OrderLine> lines = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            lines.add(AnOrderLine.numbered(i).of("1", "ea").at("3.00").build());
        }
        return lines;
    }

    @Nested
    class Wholeness {

        @Test
        void an_order_of_three_lines_of_which_one_is_shown_is_not_whole() {
            List<OrderLine> all = lines(3);

            assertThat(judged(totals(all), all.subList(0, 1)))
                    .isInstanceOfSatisfying(ConfirmedContent.NotWhole.class, missing -> {
                        assertThat(missing.why().code()).isEqualTo("order-incomplete");
                        assertThat(missing.why().message()).contains("1 open lines", "quantity 3");
                        assertThat(missing.why().message()).as("no price").doesNotContain("3.00", "9.00");
                    });
            assertThat(judged(totals(all), all)).isInstanceOf(ConfirmedContent.Whole.class);
        }

        @Test
        void a_missing_line_that_costs_nothing_is_missed_too() {
            List<OrderLine> all = new ArrayList<>(lines(2));
            all.add(AnOrderLine.numbered(3).of("5", "ea").at("0").build());

            assertThat(judged(totals(all), all.subList(0, 2))).isInstanceOf(ConfirmedContent.NotWhole.class);
        }

        @Test
        void where_f_and_o_totals_quantities_in_its_own_way_the_amounts_alone_can_be_agreed() {
            List<OrderLine> all = lines(2);
            PurchaseOrder order = order(totals(net(all), "0", "0", "0", "0", money("24")), all);

            assertThat(ConfirmedContent.of(order, Comparison.EVERYTHING)).isInstanceOf(ConfirmedContent.NotWhole.class);
            assertThat(ConfirmedContent.of(order, Comparison.AMOUNTS)).isInstanceOf(ConfirmedContent.Whole.class);
        }

        @Test
        void a_header_that_says_nothing_of_totals_holds_nothing_up() {
            assertThat(ConfirmedContent.of(Orders.confirmed(lines(2).toArray(OrderLine[]::new)), Comparison.EVERYTHING))
                    .isInstanceOf(ConfirmedContent.Whole.class);
        }

        @Test
        void all_quantities_with_other_amounts_go_out_with_a_note() {
            List<OrderLine> all = lines(2);

            assertThat(judged(totals(net(all).add(money("17.77")), "0", "0", "0", "0", quantity(all)), all))
                    .isInstanceOfSatisfying(
                            ConfirmedContent.Whole.class,
                            whole -> assertThat(whole.notes()).hasSize(1));
        }

        @Test
        void a_wholly_cancelled_order_is_whole() {
            List<OrderLine> all = lines(2).stream().map(OrderLine::notBought).toList();

            assertThat(judged(totals(List.of()), all)).isInstanceOf(ConfirmedContent.Whole.class);
        }

        @RepeatedTest(20)
        void whatever_a_total_includes_a_right_order_is_never_held_and_a_part_of_it_never_sent(
                RepetitionInfo repetition) {
            for (int i = 0; i < 100; i++) {
                Chance.withSeed(repetition.getCurrentRepetition() * 1_000L + i, ConfirmedContentTest::totalled);
            }
        }
    }

    private static void totalled(Chance chance) {
        List<OrderLine> all = new ArrayList<>();
        int count = 2 + chance.below(30);
        for (int i = 1; i <= count; i++) {
            all.add(AnOrderLine.numbered(i)
                    .of(Integer.toString(1 + chance.below(50)), "ea")
                    .at(money("0.01")
                            .multiply(BigDecimal.valueOf(1 + chance.below(100_000)))
                            .toPlainString())
                    .build());
        }
        BigDecimal net = net(all);
        boolean inPrices = chance.oneIn(3);
        BigDecimal tax = percent(net, chance.below(26));
        BigDecimal discount = percent(net, chance.below(10));
        BigDecimal charges = BigDecimal.valueOf(chance.below(50_000), 2);
        BigDecimal roundOff = BigDecimal.valueOf(chance.below(100) - 50L, 2);
        BigDecimal subTotal = inPrices && chance.oneIn(2) ? net.subtract(tax) : net;
        BigDecimal total = net.subtract(discount)
                .add(charges)
                .add(inPrices ? BigDecimal.ZERO : tax)
                .add(roundOff);
        BigDecimal offBy = BigDecimal.valueOf(chance.below(3) - 1L, 2);
        OrderTotals said = new OrderTotals(
                subTotal.add(offBy),
                BigDecimal.valueOf(chance.below(10_000), 2),
                discount,
                charges,
                tax,
                roundOff,
                total,
                chance.oneIn(4) ? BigDecimal.ZERO : quantity(all));
        assertThat(judged(said, all)).isInstanceOf(ConfirmedContent.Whole.class);
        int shown = 1 + chance.below(count - 1);
        assertThat(judged(said.quantity().signum() == 0 ? totals(all) : said, all.subList(0, shown)))
                .isInstanceOf(ConfirmedContent.NotWhole.class);
    }

    private static BigDecimal percent(BigDecimal of, int percents) {
        return of.multiply(BigDecimal.valueOf(percents, 2)).setScale(2, RoundingMode.HALF_UP);
    }

    @Nested
    class Schedules {

        private static OrderLine line(long number, String quantity, int days) {
            return AnOrderLine.numbered(number)
                    .item("A-1")
                    .of(quantity, "ea")
                    .at("2.00")
                    .wantedOn(DAY.plusDays(days))
                    .build();
        }

        private final OrderLine whole = line(1, "10", 0);
        private final OrderLine first = line(2, "4", 0);
        private final OrderLine second = line(3, "6", 7);
        private final OrderLine other =
                AnOrderLine.numbered(4).of("1", "ea").at("5.00").build();

        @Test
        void a_line_that_repeats_the_quantity_of_its_deliveries_is_told_once_where_the_totals_count_it_once() {
            assertThat(judged(totals(List.of(whole, other)), List.of(whole, first, second, other)))
                    .isInstanceOfSatisfying(ConfirmedContent.Whole.class, content -> {
                        assertThat(content.order().lines())
                                .extracting(OrderLine::number)
                                .containsExactly(1L, 4L);
                        assertThat(content.order().lines().getFirst().details().deliveries())
                                .containsExactly(
                                        new ScheduledDelivery(2, money("4"), DAY),
                                        new ScheduledDelivery(3, money("6"), DAY.plusDays(7)));
                        assertThat(content.notes()).anyMatch(note -> note.contains("lines 2, 3"));
                    });
        }

        @Test
        void lines_that_are_all_bought_stay_lines() {
            List<OrderLine> all = List.of(whole, first, second, other);

            assertThat(judged(totals(all), all))
                    .isInstanceOfSatisfying(
                            ConfirmedContent.Whole.class,
                            content -> assertThat(content.order().lines()).isEqualTo(all));
        }

        @Test
        void where_nothing_tells_the_question_is_asked() {
            assertThat(ConfirmedContent.of(Orders.confirmed(whole, first, second), Comparison.EVERYTHING))
                    .isInstanceOfSatisfying(ConfirmedContent.Unclear.class, unclear -> {
                        assertThat(unclear.why().code()).isEqualTo("delivery-schedule-unclear");
                        assertThat(unclear.why().message()).contains("line 1", "lines 2, 3");
                    });
        }

        @Test
        void of_goods_that_cost_nothing_the_quantity_tells() {
            OrderLine all =
                    AnOrderLine.numbered(1).item("F").of("2", "ea").at("0").build();
            OrderLine one =
                    AnOrderLine.numbered(2).item("F").of("1", "ea").at("0").build();
            OrderLine two =
                    AnOrderLine.numbered(3).item("F").of("1", "ea").at("0").build();

            assertThat(judged(totals(List.of(all)), List.of(all, one, two)))
                    .isInstanceOfSatisfying(
                            ConfirmedContent.Whole.class,
                            content -> assertThat(content.order().lines()).hasSize(1));
            assertThat(judged(totals(List.of(all, one, two)), List.of(all, one, two)))
                    .isInstanceOfSatisfying(
                            ConfirmedContent.Whole.class,
                            content -> assertThat(content.order().lines()).hasSize(3));
        }

        @Test
        void one_of_two_possible_schedules_is_found_by_the_totals() {
            OrderLine five =
                    AnOrderLine.numbered(5).item("B").of("5", "ea").at("1.00").build();
            OrderLine fiveMore =
                    AnOrderLine.numbered(6).item("B").of("5", "ea").at("1.00").build();

            assertThat(judged(totals(List.of(whole, five, fiveMore)), List.of(whole, first, second, five, fiveMore)))
                    .isInstanceOfSatisfying(
                            ConfirmedContent.Whole.class,
                            content -> assertThat(content.order().lines())
                                    .extracting(OrderLine::number)
                                    .containsExactly(1L, 5L, 6L));
        }

        @Test
        void a_line_without_an_amount_that_repeats_its_deliveries_is_told_once_however_f_and_o_counts_quantities() {
            List<OrderLine> shown = List.of(whole.amounting(BigDecimal.ZERO), first, second, other);

            assertThat(judged(totals(shown), shown)).isInstanceOfSatisfying(ConfirmedContent.Whole.class, content -> {
                assertThat(quantity(content.order().openLines())).isEqualByComparingTo("11");
                assertThat(net(content.order().openLines())).isEqualByComparingTo("25.00");
            });
            List<OrderLine> other = List.of(whole, first.amounting(BigDecimal.ZERO), second.amounting(BigDecimal.ZERO));
            assertThat(judged(totals(other), other))
                    .isInstanceOfSatisfying(
                            ConfirmedContent.Whole.class,
                            content -> assertThat(quantity(content.order().openLines()))
                                    .isEqualByComparingTo("10"));
        }

        @Test
        void deliveries_that_do_not_come_to_their_line_are_asked_about() {
            OrderLine told =
                    whole.with(OrderLineDetails.NONE.delivered(List.of(new ScheduledDelivery(2, money("4"), DAY))));

            assertThat(ConfirmedContent.of(Orders.confirmed(told), Comparison.EVERYTHING))
                    .isInstanceOf(ConfirmedContent.Unclear.class);
        }

        @RepeatedTest(20)
        void the_quantity_that_goes_out_is_that_of_the_header_or_nothing_goes_out(RepetitionInfo repetition) {
            for (int i = 0; i < 50; i++) {
                Chance.withSeed(repetition.getCurrentRepetition() * 1_000L + i, ConfirmedContentTest::scheduled);
            }
        }
    }

    private static void scheduled(Chance chance) {
        List<OrderLine> shown = new ArrayList<>();
        List<OrderLine> bought = new ArrayList<>();
        long number = 1;
        for (int i = 0; i < 1 + chance.below(4); i++) {
            String item = "I-" + chance.below(3);
            String price = chance.oneIn(4) ? "0" : "1.5" + chance.below(10);
            List<OrderLine> parts = new ArrayList<>();
            int whole = 0;
            long first = number++;
            for (int k = 0; k < 1 + chance.below(3); k++) {
                int part = 1 + chance.below(9);
                whole += part;
                parts.add(AnOrderLine.numbered(number++)
                        .item(item)
                        .of(Integer.toString(part), "ea")
                        .at(price)
                        .build());
            }
            OrderLine all = AnOrderLine.numbered(first)
                    .item(item)
                    .of(Integer.toString(whole), "ea")
                    .at(price)
                    .build();
            shown.add(all);
            shown.addAll(parts);
            bought.add(all);
            if (chance.oneIn(2)) {
                bought.addAll(parts);
            }
        }
        if (judged(totals(bought), shown) instanceof ConfirmedContent.Whole(PurchaseOrder order, List<String> notes)) {
            assertThat(quantity(order.openLines())).as("%s", notes).isEqualByComparingTo(quantity(bought));
            assertThat(net(order.openLines())).isEqualByComparingTo(net(bought));
        }
    }

    @Test
    void goods_that_all_go_back_are_a_return_where_f_and_o_does_not_tell_the_kind() {
        List<OrderLine> back = List.of(AnOrderLine.numbered(1).of("-2", "ea").build());

        assertThat(judged(totals(back), back))
                .isInstanceOfSatisfying(
                        ConfirmedContent.Whole.class,
                        content -> assertThat(content.order().details().kind()).isEqualTo(OrderKind.RETURN));
    }
}
