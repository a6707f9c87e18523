package io.mlconnector.domain.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.fixture.AnInvoice;
import io.mlconnector.domain.fixture.AnInvoiceLine;
import io.mlconnector.domain.fixture.AnOrderLine;
import io.mlconnector.domain.fixture.Orders;
import io.mlconnector.domain.invoicing.document.VendorInvoice;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SearchTextTest {

    @Test
    void an_invoice_is_found_by_the_products_and_words_of_its_lines_and_by_its_order() {
        String text = InvoiceSearchText.of(AnInvoice.over(
                        AnInvoiceLine.at(1)
                                .named("VN:AC-100", "UP:012345678905")
                                .described("Hex bolt M8"),
                        AnInvoiceLine.at(2).named("VN:AC-100").ofOrder("PO-77"))
                .ofOrder("PO-4711")
                .build());
        assertThat(text.lines()).contains("AC-100", "012345678905", "Hex bolt M8", "PO-77", "PO-4711");
        assertThat(text.lines()).doesNotHaveDuplicates();
        assertThat(text.lines().findFirst()).contains("AC-100");
    }

    @Test
    void an_order_is_found_by_its_items_before_it_is_aligned_and_by_the_vendors_numbers_afterwards() {
        AnOrderLine line =
                AnOrderLine.numbered(1).item("1001").vendorItem("AC-100").described("Hex bolt M8");
        assertThat(OrderSearchText.of(Orders.confirmed(line.build())).lines())
                .contains(
                        "1001",
                        "AC-100",
                        "Hex bolt M8",
                        Orders.confirmed(line.build()).vendor().number());
        assertThat(OrderSearchText.of(Orders.aligned(1, line.aligned())).lines())
                .contains("1001", "AC-100", "Hex bolt M8", "Acme Foods");
    }

    @Test
    void many_lines_have_a_bound_and_items_come_before_descriptions() {
        VendorInvoice invoice = AnInvoice.over(IntStream.rangeClosed(1, 9000)
                        .mapToObj(at ->
                                AnInvoiceLine.at(at).named("VN:ITEM-" + at).described("Description " + at))
                        .toArray(AnInvoiceLine[]::new))
                .build();
        String text = InvoiceSearchText.of(invoice);
        assertThat(text).hasSizeLessThanOrEqualTo(SearchText.LONGEST).contains("ITEM-9000", "Description 1");
        assertThat(text).doesNotContain("Description 9000");
    }

    @Test
    void what_no_database_takes_is_replaced_and_long_texts_are_cut() {
        String text = SearchText.ofAll(List.of("a\u0000b", "x".repeat(5000), "y", " two  words "));
        assertThat(text).contains("a\ufffdb", "two  words").doesNotContain("\u0000");
        assertThat(text.lines()).hasSize(3).allSatisfy(line -> assertThat(line).hasSizeLessThan(600));
    }

    @Test
    void of_bytes_that_nobody_understood_the_beginning_is_found_as_it_is() {
        byte[] bytes = ("ST*820*0001~REF*TN*4711~\u0000" + "x".repeat(9000)).getBytes(StandardCharsets.ISO_8859_1);
        assertThat(SearchText.ofBytes(bytes))
                .hasSize(4000)
                .contains("REF*TN*4711")
                .doesNotContain("\u0000");
    }

    @Test
    void all_words_have_to_be_there_in_any_order_and_case() {
        List<String> texts = List.of("PO-4711", "Hex bolt M8");
        assertThat(SearchText.matches("bolt 4711", texts)).isTrue();
        assertThat(SearchText.matches(" HEX\tpo-4 ", texts)).isTrue();
        assertThat(SearchText.matches("bolt nut", texts)).isFalse();
        assertThat(SearchText.matches("", texts)).isTrue();
        assertThat(SearchText.matches("m8 PO", texts)).isTrue();
        assertThat(SearchText.matches("ol", texts))
                .as("two letters stand by themselves")
                .isFalse();
        assertThat(SearchText.words("a  a b")).containsExactly("a", "b");
    }
}
