package io.mlconnector.domain.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.fixture.AnOrderLine;
import io.mlconnector.domain.fixture.Chance;
import io.mlconnector.domain.fixture.Orders;
import io.mlconnector.domain.ordering.LineChange.Kind;
import io.mlconnector.domain.ordering.document.OrderCharge;
import io.mlconnector.domain.ordering.document.OrderLineDetails;
import io.mlconnector.domain.ordering.document.PlaceNumbers;
import io.mlconnector.domain.ordering.document.ScheduledDelivery;
import io.mlconnector.domain.trade.ProductId;
import io.mlconnector.domain.trade.UnitCode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OrderChangesTest {

    private static final List<OrderCharge> FREIGHT =
            List.of(new OrderCharge("FREIGHT", OrderCharge.Category.FIXED, BigDecimal.TEN, "Freight"));
    private static final List<ScheduledDelivery> IN_TWO_PARTS = List.of(
            new ScheduledDelivery(1, BigDecimal.valueOf(4), Orders.WANTED),
            new ScheduledDelivery(2, BigDecimal.valueOf(6), Orders.WANTED.plusDays(7)));

    private static OrderLineDetails shippedOn(LocalDate day) {
        return new OrderLineDetails(
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                Optional.of(day),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                "",
                "",
                List.of(),
                Optional.empty(),
                Optional.empty(),
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                "",
                "",
                List.of(),
                PlaceNumbers.NONE);
    }

    private static AnOrderLine line() {
        return AnOrderLine.numbered(1);
    }

    private static Stream<Arguments> changes() {
        return Stream.of(
                Arguments.of("more", line().of("11", "ea"), Kind.QUANTITY_UP),
                Arguments.of("less", line().of("9.5", "ea"), Kind.QUANTITY_DOWN),
                Arguments.of("another price", line().at("9.96"), Kind.PRICE),
                Arguments.of("another price and more", line().of("11", "ea").at("9.96"), Kind.PRICE_AND_QUANTITY),
                Arguments.of("another day", line().wantedOn(Orders.WANTED), Kind.DATE),
                Arguments.of(
                        "another day and more", line().of("11", "ea").wantedOn(Orders.WANTED), Kind.DATE_AND_QUANTITY),
                Arguments.of("another day and price", line().at("9.96").wantedOn(Orders.WANTED), Kind.DATE_AND_PRICE),
                Arguments.of(
                        "another day, price and less",
                        line().of("9", "ea").at("9.96").wantedOn(Orders.WANTED),
                        Kind.SEVERAL),
                Arguments.of("another text and more", line().of("11", "ea").described("TORTILLAS"), Kind.SEVERAL),
                Arguments.of("another day of shipping", line().with(shippedOn(Orders.WANTED)), Kind.DATE),
                Arguments.of("another schedule", line().with(OrderLineDetails.NONE.delivered(IN_TWO_PARTS)), Kind.DATE),
                Arguments.of("another charge", line().with(OrderLineDetails.NONE.charged(FREIGHT)), Kind.OTHER),
                Arguments.of("another text", line().described("TORTILLAS"), Kind.OTHER),
                Arguments.of("another product", line().item("ITEM-9"), Kind.OTHER),
                Arguments.of("another place", line().goingTo(Orders.SHOP), Kind.OTHER));
    }

    private static List<LineChange> between(AlignedLine[] before, AlignedLine... after) {
        return OrderChanges.between(Orders.aligned(1, before), Orders.aligned(2, after));
    }

    private static AlignedLine[] lines(AlignedLine... lines) {
        return lines;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changes")
    void a_changed_line_says_what_changed(String what, AnOrderLine after, Kind kind) {
        assertThat(between(lines(line().aligned()), after.aligned())).satisfiesExactly(change -> {
            assertThat(change.kind()).isEqualTo(kind);
            assertThat(change.line()).isEqualTo(after.aligned());
            assertThat(change.quantity()).isEqualTo(after.build().quantity().amount());
        });
    }

    @Test
    void another_unit_is_a_change_even_if_the_number_is_the_same() {
        AlignedLine each = line().aligned();
        AlignedLine box = new AlignedLine(each.line(), new UnitCode("BX"), each.productIds());

        assertThat(between(lines(each), box)).extracting(LineChange::kind).containsExactly(Kind.OTHER);
    }

    @Test
    void another_name_of_the_product_is_a_change() {
        AlignedLine ours = line().aligned();
        AlignedLine theirs = new AlignedLine(ours.line(), ours.unit(), List.of(new ProductId("VN", "ABC-1")));

        assertThat(between(lines(ours), theirs)).extracting(LineChange::kind).containsExactly(Kind.OTHER);
    }

    @Test
    void the_same_numbers_written_differently_are_no_change() {
        AlignedLine after = line().of("10.00", "ea").at("995.0", "100").aligned();

        assertThat(between(lines(line().aligned()), after)).isEmpty();
    }

    @Test
    void lines_come_and_go_in_the_order_of_their_numbers() {
        AlignedLine[] before =
                lines(AnOrderLine.numbered(2).aligned(), AnOrderLine.numbered(3).aligned());

        assertThat(between(
                        before,
                        AnOrderLine.numbered(10).aligned(),
                        AnOrderLine.numbered(3).aligned(),
                        line().aligned()))
                .extracting(change ->
                        change.line().line().number() + " " + change.kind().code())
                .containsExactly("1 AI", "2 DI", "10 AI");
    }

    @Test
    void a_cancelled_line_has_no_quantity_any_more() {
        assertThat(between(lines(line().aligned())))
                .extracting(LineChange::quantity)
                .containsExactly(BigDecimal.ZERO);
    }

    @Test
    void the_codes_are_those_of_the_standard() {
        assertThat(Arrays.stream(Kind.values()).map(Kind::code))
                .containsExactly("AI", "DI", "QI", "QD", "PC", "PQ", "RS", "RQ", "PR", "MU", "CA", "NC");
    }

    @RepeatedTest(10)
    void the_changes_applied_to_the_old_revision_give_the_new_one(RepetitionInfo repetition) {
        Chance.withSeed(repetition.getCurrentRepetition(), chance -> {
            AlignedOrder before = Orders.aligned(1, random(chance));
            AlignedOrder after = Orders.aligned(2, random(chance));
            List<AlignedLine> told = new ArrayList<>(before.lines());
            for (LineChange change : OrderChanges.between(before, after)) {
                told.removeIf(
                        line -> line.line().number() == change.line().line().number());
                if (change.kind() != Kind.CANCELLED) {
                    told.add(change.line());
                }
            }

            assertThat(told).containsExactlyInAnyOrderElementsOf(after.lines());
            assertThat(OrderChanges.between(after, after)).isEmpty();
        });
    }

    private static AlignedLine[] random(Chance chance) {
        List<AlignedLine> lines = new ArrayList<>();
        for (int number = 1; number <= 8; number++) {
            if (!chance.oneIn(4)) {
                AnOrderLine line = AnOrderLine.numbered(number)
                        .of(chance.oneOf("10", "11"), "ea")
                        .at(chance.oneOf("9.95", "9.96"))
                        .described(chance.oneOf("CHIPS", "SALSA"));
                lines.add((chance.oneIn(3) ? line.wantedOn(Orders.WANTED) : line).aligned());
            }
        }
        return lines.toArray(AlignedLine[]::new);
    }
}
