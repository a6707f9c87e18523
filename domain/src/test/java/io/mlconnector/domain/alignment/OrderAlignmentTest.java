package io.mlconnector.domain.alignment;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.agreement.InterchangeAgreement;
import io.mlconnector.domain.agreement.LineRules;
import io.mlconnector.domain.agreement.LineRules.ProductIdRule;
import io.mlconnector.domain.agreement.LineRules.ProductIdRule.Source;
import io.mlconnector.domain.agreement.LineRules.Schedule;
import io.mlconnector.domain.agreement.TradingPartner;
import io.mlconnector.domain.agreement.WritingProfile;
import io.mlconnector.domain.crossreference.CrossReference;
import io.mlconnector.domain.crossreference.CrossReference.Kind;
import io.mlconnector.domain.crossreference.CrossReferences;
import io.mlconnector.domain.fixture.AnOrderLine;
import io.mlconnector.domain.fixture.Orders;
import io.mlconnector.domain.fixture.Partners;
import io.mlconnector.domain.ordering.AlignedLine;
import io.mlconnector.domain.ordering.AlignedOrder;
import io.mlconnector.domain.ordering.document.OrderLine;
import io.mlconnector.domain.ordering.document.OrderLineDetails;
import io.mlconnector.domain.ordering.document.ProductVariant;
import io.mlconnector.domain.ordering.document.ScheduledDelivery;
import io.mlconnector.domain.trade.Gtin;
import io.mlconnector.domain.trade.ItemNumber;
import io.mlconnector.domain.trade.UnitSymbol;
import io.mlconnector.domain.words.Problem;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
                .anySatisfy(reason -> {
                    assertThat(reason.sentence()).startsWith("Line 1: ").doesNotContain("[");
                    assertThat(reason.rule()).isEqualTo("proposed-unit");
                })
                .anySatisfy(
                        reason -> assertThat(reason.sentence()).isEqualTo("Line 2 is named by our number ITEM-2 (BP)"));
    }

    @Test
    void the_company_is_named_as_f_and_o_names_it() {
        var order = Orders.confirmed(AnOrderLine.numbered(1).build());
        var named = order.with(order.details().boughtBy("Contoso Entertainment"));

        assertThat(OrderAlignment.align(named, Partners.acme(), facts, references)
                        .order()
                        .orElseThrow()
                        .ourName())
                .isEqualTo("Contoso Entertainment");
    }

    @Test
    void an_item_that_begins_with_a_blank_is_never_told_as_another_item() {
        assertThat(idsOf(AnOrderLine.numbered(1).item(" lead").vendorItem("V-9")))
                .containsExactly("VN:V-9");
        assertThat(align(AnOrderLine.numbered(1).item(" lead")).problems())
                .singleElement()
                .satisfies(why -> assertThat(why.code()).isEqualTo("item-begins-with-blank"));
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

    private static final ProductVariant RED = new ProductVariant("", "Red", "", "", "");
    private static final ProductVariant BLUE = new ProductVariant("", "Blue", "", "", "");

    private static ProductFacts.VendorItem vendorItem(ProductVariant variant, String number) {
        return new ProductFacts.VendorItem(ITEM, variant, false, number);
    }

    private static ProductFacts.Barcode barcode(ProductVariant variant, String unit, String digits) {
        return new ProductFacts.Barcode(ITEM, variant, new UnitSymbol(unit), true, new Gtin(digits));
    }

    @Test
    void each_variant_is_named_by_its_own_number_and_barcode() {
        facts = new ProductFacts(
                List.of(vendorItem(BLUE, "SHIRT-BLUE"), vendorItem(RED, "SHIRT-RED")),
                List.of(barcode(BLUE, "ea", "04006381333931"), barcode(RED, "ea", "00012345678905")));

        assertThat(idsOf(AnOrderLine.numbered(1).of(RED)))
                .containsExactly("UP:012345678905", "VN:SHIRT-RED", "BP:ITEM-1");
        assertThat(idsOf(AnOrderLine.numbered(1).of(BLUE)))
                .containsExactly("EN:4006381333931", "VN:SHIRT-BLUE", "BP:ITEM-1");
    }

    @Test
    void a_variant_of_which_nothing_is_known_has_no_neighbours_number() {
        facts = new ProductFacts(
                List.of(vendorItem(BLUE, "SHIRT-BLUE")), List.of(barcode(BLUE, "ea", "04006381333931")));

        assertThat(idsOf(AnOrderLine.numbered(1).of(RED))).containsExactly("BP:ITEM-1");
        assertThat(idsOf(AnOrderLine.numbered(1))).containsExactly("BP:ITEM-1");
    }

    @Test
    void a_case_never_carries_the_gtin_of_a_piece() {
        facts = new ProductFacts(List.of(), List.of(barcode(ProductVariant.NONE, "pcs", "04006381333931")));

        assertThat(idsOf(AnOrderLine.numbered(1))).containsExactly("BP:ITEM-1");
    }

    @Test
    void the_vendors_own_number_comes_before_that_of_his_group() {
        facts = new ProductFacts(
                List.of(
                        new ProductFacts.VendorItem(ITEM, ProductVariant.NONE, true, "OF-GROUP"),
                        new ProductFacts.VendorItem(ITEM, ProductVariant.NONE, false, "OWN")),
                List.of());

        assertThat(idsOf(AnOrderLine.numbered(1))).containsExactly("VN:OWN", "BP:ITEM-1");
    }

    @Test
    void colour_and_size_are_told_where_that_is_agreed() {
        assertThat(idsOf(
                        AnOrderLine.numbered(1).of(new ProductVariant("", "Red", "L", "", "")),
                        new ProductIdRule("BO", Source.COLOR),
                        new ProductIdRule("IZ", Source.SIZE),
                        new ProductIdRule("ST", Source.STYLE)))
                .containsExactly("BO:Red", "IZ:L");
    }

    @Test
    void what_the_line_does_not_say_is_taken_from_the_item() {
        facts = new ProductFacts(
                List.of(vendorItem(ProductVariant.NONE, "ABC-7")),
                List.of(barcode(ProductVariant.NONE, "ea", "04006381333931")));

        assertThat(idsOf(AnOrderLine.numbered(1))).containsExactly("EN:4006381333931", "VN:ABC-7", "BP:ITEM-1");
        assertThat(idsOf(AnOrderLine.numbered(1).barcode("no gtin")))
                .containsExactly("EN:4006381333931", "VN:ABC-7", "BP:ITEM-1");
    }

    @Test
    void a_cross_reference_wins_over_the_vendors_number_of_the_line() {
        references = new CrossReferences(List.of(CrossReference.always(Partners.ACME, Kind.ITEM, "VP:X-9", "ITEM-1")));

        assertThat(idsOf(AnOrderLine.numbered(1).vendorItem("ABC-1"))).containsExactly("VP:X-9", "BP:ITEM-1");
    }

    @Test
    void a_cross_reference_to_a_gtin_does_not_hide_the_one_to_the_vendors_number() {
        references = new CrossReferences(List.of(
                CrossReference.always(Partners.ACME, Kind.ITEM, "UP:012345678905", "ITEM-1"),
                CrossReference.always(Partners.ACME, Kind.ITEM, "VN:X-9", "ITEM-1")));

        assertThat(idsOf(AnOrderLine.numbered(1))).containsExactly("VN:X-9", "BP:ITEM-1");
    }

    @Test
    void a_line_without_item_is_named_by_its_description() {
        OrderAlignment.Result result = align(AnOrderLine.numbered(1).ofCategory("Services"));

        assertThat(result.order().orElseThrow().lines().getFirst().productIds()).isEmpty();
        assertThat(result.reasons())
                .extracting(Reason::sentence)
                .contains("Line 1 has no item; its description names what is bought");
    }

    private OrderAlignment.Result align(LineRules rules, AnOrderLine line) {
        TradingPartner usual = Partners.acme();
        WritingProfile all = WritingProfile.USUAL;
        var profile = new WritingProfile("test", all.texts(), all.header(), rules, all.codes(), all.leftOut());
        InterchangeAgreement agreed = usual.interchange();
        var partner = new TradingPartner(
                usual.id(),
                usual.name(),
                usual.vendors(),
                new InterchangeAgreement(
                        agreed.us(),
                        agreed.them(),
                        agreed.release(),
                        agreed.usage(),
                        agreed.delimiters(),
                        false,
                        profile),
                usual.orders(),
                usual.invoices());
        return OrderAlignment.align(Orders.confirmed(line.build()), partner, facts, references);
    }

    private static LineRules rules(Schedule schedule, Map<String, String> units, ProductIdRule... ids) {
        return new LineRules(List.of(ids), units, Set.of(), 6, schedule, false, false);
    }

    private List<String> idsOf(AnOrderLine line, ProductIdRule... ids) {
        return align(rules(Schedule.LINES, Map.of(), ids), line)
                .order()
                .orElseThrow()
                .lines()
                .getFirst()
                .productIds()
                .stream()
                .map(Object::toString)
                .toList();
    }

    @Test
    void a_product_is_named_as_the_partner_wants_it() {
        AnOrderLine each = AnOrderLine.numbered(1).barcode("012345678905").vendorItem("ABC-1");
        AnOrderLine caseOf = AnOrderLine.numbered(1).barcode("10012345678902").vendorItem("ABC-1");
        ProductIdRule upc = new ProductIdRule("UP", Source.GTIN);
        ProductIdRule caseCode = new ProductIdRule("UK", Source.GTIN);
        ProductIdRule manufacturer = new ProductIdRule("MG", Source.VENDOR_ITEM);
        ProductIdRule buyer = new ProductIdRule("IN", Source.OUR_ITEM);

        assertThat(idsOf(each, upc, caseCode, manufacturer, buyer))
                .containsExactly("UP:012345678905", "MG:ABC-1", "IN:ITEM-1");
        assertThat(idsOf(caseOf, upc, caseCode, manufacturer, buyer))
                .containsExactly("UK:10012345678902", "MG:ABC-1", "IN:ITEM-1");
        assertThat(idsOf(each, buyer, caseCode)).containsExactly("IN:ITEM-1", "UK:00012345678905");
    }

    @Test
    void a_unit_of_the_profile_wins_over_the_proposal_and_not_over_a_cross_reference() {
        LineRules rules = rules(Schedule.LINES, Map.of("box", "CA"));
        AnOrderLine boxes = AnOrderLine.numbered(1).of("3", "BOX");

        assertThat(align(rules, boxes)
                        .order()
                        .orElseThrow()
                        .lines()
                        .getFirst()
                        .unit()
                        .code())
                .isEqualTo("CA");
        references = new CrossReferences(List.of(CrossReference.always(Partners.ACME, Kind.UNIT, "CT", "box")));
        assertThat(align(rules, boxes)
                        .order()
                        .orElseThrow()
                        .lines()
                        .getFirst()
                        .unit()
                        .code())
                .isEqualTo("CT");
    }

    @Test
    void a_line_that_is_delivered_in_parts_is_one_line_or_a_line_for_each_part() {
        AnOrderLine line = AnOrderLine.numbered(1)
                .with(OrderLineDetails.NONE.delivered(List.of(
                        new ScheduledDelivery(2, new BigDecimal("4"), Orders.WANTED),
                        new ScheduledDelivery(3, new BigDecimal("6"), Orders.WANTED.plusDays(7)))));

        assertThat(align(rules(Schedule.SEGMENTS, Map.of()), line)
                        .order()
                        .orElseThrow()
                        .lines())
                .extracting(told -> told.line().number())
                .containsExactly(1L);
        assertThat(align(rules(Schedule.LINES, Map.of()), line)
                        .order()
                        .orElseThrow()
                        .lines())
                .extracting(told -> told.line().number() + " "
                        + told.line().quantity().amount().toPlainString() + " "
                        + told.line().netAmount().toPlainString())
                .containsExactly("2 4 39.80", "3 6 59.70");
    }
}
