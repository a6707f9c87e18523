package io.mlconnector.domain.alignment;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.crossreference.CrossReference;
import io.mlconnector.domain.crossreference.CrossReferences;
import io.mlconnector.domain.fixture.AnInvoiceLine;
import io.mlconnector.domain.fixture.AnOrderLine;
import io.mlconnector.domain.fixture.Orders;
import io.mlconnector.domain.fixture.Partners;
import io.mlconnector.domain.fixture.Problems;
import io.mlconnector.domain.ordering.document.OrderLine;
import io.mlconnector.domain.ordering.document.ProductVariant;
import io.mlconnector.domain.trade.Gtin;
import io.mlconnector.domain.trade.ItemNumber;
import io.mlconnector.domain.trade.UnitSymbol;
import io.mlconnector.domain.words.Problem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InvoiceLineAlignmentTest {

    private static final OrderLine CHIPS = AnOrderLine.numbered(1).build();
    private static final OrderLine SALSA = AnOrderLine.numbered(2).build();
    private static final String UPC = "012345678905";

    private CrossReferences references = CrossReferences.NONE;
    private ProductFacts facts = ProductFacts.NONE;

    private Alignment<OrderLine> find(AnInvoiceLine line, OrderLine... orderLines) {
        return find(line, List.of(), orderLines);
    }

    private Alignment<OrderLine> find(AnInvoiceLine line, List<OrderLine> used, OrderLine... orderLines) {
        LinesOfOrder lines =
                new LinesOfOrder(Orders.open(orderLines), Partners.acme().id(), facts, references);
        used.forEach(lines::use);
        return new InvoiceLineAlignment(Partners.acme(), facts).find(line.build(), Orders.open(orderLines), lines);
    }

    private static void isFound(Alignment<OrderLine> answer, OrderLine line, String rule) {
        assertThat(answer).isInstanceOfSatisfying(Alignment.Found.class, found -> {
            assertThat(found.value()).isEqualTo(line);
            assertThat(found.rule()).isEqualTo(rule);
            assertThat(found.explanation()).contains("line " + line.number() + " of order " + Orders.NUMBER);
        });
    }

    private static Problem missing(Alignment<OrderLine> answer) {
        if (answer instanceof Alignment.Missing<OrderLine>(Problem why)) {
            assertThat(Problems.givesAdvice(why)).as("%s", why).isTrue();
            assertThat(why.message()).contains(Orders.NUMBER);
            assertThat(why.details()).containsKey("line");
            return why;
        }
        throw new AssertionError("Found: " + answer);
    }

    @Test
    void number_and_item_together_are_the_best_witnesses() {
        isFound(find(AnInvoiceLine.at(1), CHIPS, SALSA), CHIPS, "line-number-and-item");
    }

    @ParameterizedTest
    @ValueSource(strings = {"10", "0010", " 10 ", "10.", "10.00"})
    void line_numbers_are_compared_as_numbers(String written) {
        OrderLine ten = AnOrderLine.numbered(10).build();

        isFound(find(AnInvoiceLine.at(1).lineNumber(written).named("BP:ITEM-10"), ten), ten, "line-number-and-item");
    }

    @Test
    void an_item_alone_serves_where_it_names_one_line_only() {
        isFound(find(AnInvoiceLine.at(2).withoutLineNumber(), CHIPS, SALSA), SALSA, "item");
    }

    @Test
    void a_number_whose_item_names_another_line_is_not_believed() {
        isFound(find(AnInvoiceLine.at(1).lineNumber("1").named("BP:ITEM-2"), CHIPS, SALSA), SALSA, "item");
    }

    @Test
    void ids_that_name_different_lines_decide_nothing_and_both_are_told() {
        OrderLine theirs = AnOrderLine.numbered(2).vendorItem("V-2").build();
        for (AnInvoiceLine line :
                List.of(AnInvoiceLine.at(1), AnInvoiceLine.at(1).withoutLineNumber())) {
            Problem why = missing(find(line.named("BP:ITEM-1", "VN:V-2"), CHIPS, theirs));

            assertThat(why.code()).isEqualTo("line-contradicted");
            assertThat(why.message()).contains("BP:ITEM-1 is on line 1", "VN:V-2 is on line 2");
        }
    }

    @Test
    void an_id_of_one_line_tells_which_of_the_lines_that_another_id_names() {
        OrderLine red = AnOrderLine.numbered(1).item("ITEM-1").vendorItem("RED").build();
        OrderLine blue =
                AnOrderLine.numbered(2).item("ITEM-1").vendorItem("BLUE").build();

        isFound(find(AnInvoiceLine.at(1).withoutLineNumber().named("BP:ITEM-1", "VN:BLUE"), red, blue), blue, "item");
    }

    @Test
    void of_several_lines_of_an_item_the_one_is_meant_that_agrees_in_price_or_quantity() {
        OrderLine small = AnOrderLine.numbered(1).item("ITEM-1").of("3", "ea").build();
        OrderLine large = AnOrderLine.numbered(2).item("ITEM-1").of("7", "ea").build();
        OrderLine dear =
                AnOrderLine.numbered(3).item("ITEM-1").of("9", "ea").at("77").build();
        AnInvoiceLine line = AnInvoiceLine.at(9).withoutLineNumber().named("BP:ITEM-1");

        isFound(find(line.of("7", "EA"), small, large, dear), large, "item-best");
        isFound(find(line.of("1", "EA").priced("77"), small, large, dear), dear, "item-best");
    }

    @Test
    void lines_that_nothing_tells_apart_are_told_and_none_is_taken() {
        OrderLine more = AnOrderLine.numbered(3).item("ITEM-1").of("77", "ea").build();
        AnInvoiceLine line = AnInvoiceLine.at(1).withoutLineNumber().of("5", "EA");

        for (List<OrderLine> used : List.of(List.<OrderLine>of(), List.of(CHIPS, more))) {
            Problem why = missing(find(line, used, CHIPS, more));

            assertThat(why.code()).isEqualTo("line-ambiguous");
            assertThat(why.message()).contains("lines 1 and 3");
        }
        isFound(find(line, List.of(CHIPS), CHIPS, more), more, "item-best");
    }

    @Test
    void of_lines_that_buy_the_same_at_the_same_price_one_after_the_other_is_taken() {
        OrderLine again = AnOrderLine.numbered(3).item("ITEM-1").build();
        AnInvoiceLine line = AnInvoiceLine.at(1).withoutLineNumber();

        isFound(find(line, CHIPS, again), CHIPS, "item-first-free");
        isFound(find(line, again, CHIPS), CHIPS, "item-first-free");
        isFound(find(line, List.of(CHIPS), CHIPS, again), again, "item-best");
    }

    @Test
    void a_cancelled_line_is_the_last_that_an_item_means() {
        OrderLine cancelled = AnOrderLine.numbered(1).cancelled().build();
        OrderLine again = AnOrderLine.numbered(3).item("ITEM-1").build();

        isFound(find(AnInvoiceLine.at(1).withoutLineNumber(), cancelled, again), again, "item-not-cancelled");
    }

    @Test
    void no_line_is_ever_taken_by_its_place_alone() {
        Random random = new Random(11);
        for (int i = 0; i < 500; i++) {
            List<OrderLine> lines = new ArrayList<>();
            for (int number = 1; number <= 2 + random.nextInt(4); number++) {
                lines.add(AnOrderLine.numbered(number)
                        .item("ITEM-1")
                        .of(Integer.toString(1 + random.nextInt(3)), "ea")
                        .build());
            }
            AnInvoiceLine line = AnInvoiceLine.at(1)
                    .withoutLineNumber()
                    .named("BP:ITEM-1")
                    .of(Integer.toString(1 + random.nextInt(3)), "EA");
            List<OrderLine> turned = new ArrayList<>(lines);
            Collections.reverse(turned);
            Alignment<OrderLine> one = find(line, lines.toArray(OrderLine[]::new));
            Alignment<OrderLine> other = find(line, turned.toArray(OrderLine[]::new));
            assertThat(one instanceof Alignment.Found).isEqualTo(other instanceof Alignment.Found);
            if (one instanceof Alignment.Found<OrderLine> here && other instanceof Alignment.Found<OrderLine> there) {
                assertThat(here.value()).isEqualTo(there.value());
            }
        }
    }

    @Test
    void a_number_alone_serves_where_there_is_no_item() {
        isFound(find(AnInvoiceLine.at(2).named(), CHIPS, SALSA), SALSA, "line-number");
    }

    @Test
    void a_number_serves_where_nothing_is_known_to_compare_the_item_with() {
        isFound(find(AnInvoiceLine.at(2).named("VN:ABC-2"), CHIPS, SALSA), SALSA, "line-number");
    }

    @Test
    void a_number_whose_item_is_known_to_be_another_is_not_believed() {
        Problem why = missing(find(AnInvoiceLine.at(1).named("BP:ITEM-9"), CHIPS, SALSA));

        assertThat(why.code()).isEqualTo("item-unknown");
        assertThat(why.causeKey()).isEqualTo("item-unknown:acme:BP:ITEM-9");
        assertThat(why.message()).contains("ml-connector crossref set acme item BP:ITEM-9 ITEMNUMBER");
    }

    @Test
    void a_line_without_item_and_number_is_unresolved() {
        Problem why = missing(find(AnInvoiceLine.at(1).withoutLineNumber().named(), CHIPS));

        assertThat(why.code()).isEqualTo("line-unresolved");
        assertThat(why.message()).contains("(none)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "1A", "1.5", "-1", "", "99999999999999999999"})
    void a_number_that_is_not_on_the_order_resolves_nothing(String number) {
        assertThat(missing(find(AnInvoiceLine.at(1).lineNumber(number).named(), CHIPS))
                        .code())
                .isEqualTo("line-unresolved");
    }

    @Test
    void a_size_or_a_colour_names_no_product() {
        isFound(find(AnInvoiceLine.at(1).named("SZ:XL"), CHIPS), CHIPS, "line-number");
    }

    @Test
    void the_vendors_number_is_compared_with_the_order_line_first_and_with_the_items_second() {
        OrderLine own = AnOrderLine.numbered(1).vendorItem("ABC-1").build();
        facts = new ProductFacts(
                List.of(new ProductFacts.VendorItem(new ItemNumber("ITEM-2"), ProductVariant.NONE, false, "abc-2")),
                List.of());

        isFound(find(AnInvoiceLine.at(9).withoutLineNumber().named("VN:abc-1"), own, SALSA), own, "item");
        isFound(find(AnInvoiceLine.at(9).withoutLineNumber().named("VN:ABC-2"), own, SALSA), SALSA, "item");
    }

    @Test
    void a_gtin_is_the_same_in_every_length() {
        OrderLine barcode = AnOrderLine.numbered(1).barcode("00012345678905").build();

        isFound(find(AnInvoiceLine.at(9).withoutLineNumber().named("UP:" + UPC), barcode), barcode, "item");
    }

    @Test
    void a_gtin_may_be_known_of_the_item_only() {
        facts = new ProductFacts(
                List.of(),
                List.of(new ProductFacts.Barcode(
                        new ItemNumber("ITEM-2"),
                        ProductVariant.NONE,
                        new UnitSymbol("case"),
                        true,
                        new Gtin("00" + UPC))));

        isFound(find(AnInvoiceLine.at(9).withoutLineNumber().named("UP:" + UPC), CHIPS, SALSA), SALSA, "item");
    }

    @Test
    void a_gtin_with_a_wrong_check_digit_names_another_product() {
        OrderLine barcode = AnOrderLine.numbered(1).barcode(UPC).build();

        assertThat(missing(find(AnInvoiceLine.at(1).named("UP:012345678906"), barcode))
                        .code())
                .isEqualTo("item-unknown");
    }

    @Test
    void a_cross_reference_wins_over_every_other_rule() {
        references = new CrossReferences(
                List.of(CrossReference.always(Partners.ACME, CrossReference.Kind.ITEM, "BP:ITEM-1", "ITEM-2")));

        isFound(find(AnInvoiceLine.at(9).withoutLineNumber().named("BP:ITEM-1"), CHIPS, SALSA), SALSA, "item");
    }

    @Test
    void a_cross_reference_never_means_a_line_without_item() {
        references = new CrossReferences(
                List.of(CrossReference.always(Partners.ACME, CrossReference.Kind.ITEM, "VN:X", "ITEM-2")));
        OrderLine service = AnOrderLine.numbered(1).ofCategory("Services").build();

        assertThat(missing(find(AnInvoiceLine.at(1).named("VN:X"), service)).code())
                .isEqualTo("item-unknown");
    }
}
