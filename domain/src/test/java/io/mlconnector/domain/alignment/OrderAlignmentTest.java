package io.mlconnector.domain.alignment;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.alignment.CrossReference.Kind;
import io.mlconnector.domain.fixture.AnOrderLine;
import io.mlconnector.domain.fixture.Orders;
import io.mlconnector.domain.fixture.Partners;
import io.mlconnector.domain.flow.Problem;
import io.mlconnector.domain.ordering.AlignedLine;
import io.mlconnector.domain.ordering.AlignedOrder;
import io.mlconnector.domain.ordering.OrderLine;
import io.mlconnector.domain.trade.Gtin;
import io.mlconnector.domain.trade.ItemNumber;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OrderAlignmentTest {

    private static final ItemNumber ITEM = new ItemNumber("ITEM-1");
    private CrossReferences references = CrossReferences.NONE;
    private ProductFacts facts = ProductFacts.NONE;

    private OrderAlignment.Result align(AnOrderLine... lines) {
        OrderLine[] built = Arrays.stream(lines).map(AnOrderLine::build).toArray(OrderLine[]::new);
        return OrderAlignment.align(Orders.confirmed(built), Partners.acme(), facts, references);
    }

    private List<String> idsOf(AnOrderLine line) {
        AlignedOrder order = align(line).order().orElseThrow();
        return order.lines().getFirst().productIds().stream()
                .map(Object::toString)
                .toList();
    }

    @Test
    void an_order_gets_units_and_names_with_the_reason_for_each() {
        OrderAlignment.Result result =
                align(AnOrderLine.numbered(1), AnOrderLine.numbered(2).of("3", "box"));
        AlignedOrder order = result.order().orElseThrow();

        assertThat(order.ourName()).isEqualTo("usmf");
        assertThat(order.partnerName()).isEqualTo("Acme Foods");
        assertThat(order.lines()).extracting(line -> line.unit().code()).containsExactly("EA", "BX");
        assertThat(result.reasons())
                .anySatisfy(reason -> assertThat(reason).startsWith("Line 1: ").endsWith("[proposed-unit]"))
                .anySatisfy(reason -> assertThat(reason).isEqualTo("Line 2: is named by [BP:ITEM-2]"));
    }

    @Test
    void a_cancelled_line_is_not_told() {
        assertThat(align(AnOrderLine.numbered(1), AnOrderLine.numbered(2).cancelled())
                        .order()
                        .orElseThrow()
                        .lines())
                .extracting(AlignedLine::line)
                .extracting(OrderLine::number)
                .containsExactly(1L);
    }

    @Test
    void a_cancelled_line_needs_no_known_unit() {
        assertThat(align(
                                AnOrderLine.numbered(1),
                                AnOrderLine.numbered(2).of("1", "drum").cancelled())
                        .problems())
                .isEmpty();
    }

    @Test
    void every_unit_that_nobody_knows_is_named_at_once() {
        OrderAlignment.Result result = align(
                AnOrderLine.numbered(1).of("1", "drum"),
                AnOrderLine.numbered(2),
                AnOrderLine.numbered(3).of("1", "keg"));

        assertThat(result.order()).isEmpty();
        assertThat(result.problems()).extracting(Problem::code).containsExactly("unit-unknown", "unit-unknown");
        assertThat(result.problems())
                .extracting(why -> why.details().get("line"))
                .containsExactly("1", "3");
    }

    @Test
    void a_product_is_named_by_gtin_then_the_vendors_number_then_ours() {
        assertThat(idsOf(AnOrderLine.numbered(1).barcode("012345678905").vendorItem("ABC-1")))
                .containsExactly("UP:012345678905", "VN:ABC-1", "BP:ITEM-1");
    }

    @Test
    void what_the_line_does_not_say_is_taken_from_the_item() {
        facts = new ProductFacts(Map.of(ITEM, "ABC-7"), Map.of(ITEM, new Gtin("04006381333931")));

        assertThat(idsOf(AnOrderLine.numbered(1))).containsExactly("EN:4006381333931", "VN:ABC-7", "BP:ITEM-1");
        assertThat(idsOf(AnOrderLine.numbered(1).barcode("no gtin")))
                .containsExactly("EN:4006381333931", "VN:ABC-7", "BP:ITEM-1");
    }

    @Test
    void a_cross_reference_wins_over_the_vendors_number_of_the_line() {
        references = new CrossReferences(List.of(new CrossReference(Partners.ACME, Kind.ITEM, "VP:X-9", "ITEM-1")));

        assertThat(idsOf(AnOrderLine.numbered(1).vendorItem("ABC-1"))).containsExactly("VP:X-9", "BP:ITEM-1");
    }

    @Test
    void a_cross_reference_to_a_gtin_does_not_hide_the_one_to_the_vendors_number() {
        references = new CrossReferences(List.of(
                new CrossReference(Partners.ACME, Kind.ITEM, "UP:012345678905", "ITEM-1"),
                new CrossReference(Partners.ACME, Kind.ITEM, "VN:X-9", "ITEM-1")));

        assertThat(idsOf(AnOrderLine.numbered(1))).containsExactly("VN:X-9", "BP:ITEM-1");
    }

    @Test
    void a_line_without_item_is_named_by_its_description() {
        OrderAlignment.Result result = align(AnOrderLine.numbered(1).ofCategory("Services"));

        assertThat(result.order().orElseThrow().lines().getFirst().productIds()).isEmpty();
        assertThat(result.reasons()).contains("Line 1: has no item; its description names what is bought");
    }
}
