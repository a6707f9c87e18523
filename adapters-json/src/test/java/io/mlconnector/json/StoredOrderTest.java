package io.mlconnector.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.ordering.AlignedOrder;
import io.mlconnector.domain.ordering.document.OrderCharge;
import io.mlconnector.domain.ordering.document.OrderDetails;
import io.mlconnector.domain.ordering.document.OrderLineDetails;
import io.mlconnector.domain.ordering.document.ScheduledDelivery;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class StoredOrderTest {

    /** As the first version stored it, with neither of the details. */
    private static final String FIRST_VERSION = """
            {"order":{"key":{"legalEntity":"usmf","orderNumber":"PO-1","confirmationNumber":"PO-1-1"},
            "confirmationDate":"2026-03-12","orderDate":"2026-03-10","vendor":"1001","invoiceVendor":"1001",
            "currency":"USD","vendorReference":"","requestedDelivery":"2026-03-20","paymentTerms":"Net30",
            "deliveryTerms":"","buyer":"Jane Doe","deliveryAddress":null,"lines":[LINE]},
            "lines":[{"line":LINE,"unit":"EA","productIds":[{"qualifier":"BP","id":"A-1"}]}],
            "ourName":"Contoso","partnerName":"Acme"}
            """;

    private static final String LINE = """
            {"number":1,"item":"A-1","category":"","description":"Chips","quantity":{"amount":10.00,"unit":"ea"},
            "price":{"amount":9.95,"per":1},"netAmount":99.50,"vendorItem":null,"barcode":null,
            "requestedDelivery":null,"cancelled":false,"deliveryAddress":null}
            """;

    @Test
    void an_order_of_the_first_version_has_no_details() {
        AlignedOrder order = new JsonStoredForm()
                .readOrder(FIRST_VERSION.replace("LINE", LINE).getBytes(StandardCharsets.UTF_8));

        assertThat(order.order().details()).isEqualTo(OrderDetails.NONE);
        assertThat(order.order().lines().get(0).details()).isEqualTo(OrderLineDetails.NONE);
        assertThat(order.lines().get(0).line()).isEqualTo(order.order().lines().get(0));
    }

    @Test
    void an_order_is_read_back_with_all_its_details() {
        AlignedOrder plain = new JsonStoredForm()
                .readOrder(FIRST_VERSION.replace("LINE", LINE).getBytes(StandardCharsets.UTF_8));
        var freight = new OrderCharge("FREIGHT", OrderCharge.Category.PERCENT, new BigDecimal("2.50"), "Freight");
        var line = plain.order()
                .lines()
                .get(0)
                .with(OrderLineDetails.NONE
                        .charged(List.of(freight))
                        .delivered(List.of(new ScheduledDelivery(2, BigDecimal.TEN, LocalDate.of(2026, 4, 1)))));
        var order = new AlignedOrder(
                plain.order().having(List.of(line), OrderDetails.NONE.charged(List.of(freight))),
                plain.lines(),
                "Contoso",
                "Acme");

        assertThat(new JsonStoredForm().readOrder(new JsonStoredForm().write(order)))
                .isEqualTo(order);
    }

    @Test
    void what_was_read_stands_in_its_payload_as_in_that_of_the_aligned_order() {
        JsonStoredForm form = new JsonStoredForm();
        AlignedOrder aligned =
                form.readOrder(FIRST_VERSION.replace("LINE", LINE).getBytes(StandardCharsets.UTF_8));

        String read = new String(form.write(aligned.order()), StandardCharsets.UTF_8);

        assertThat(new String(form.write(aligned), StandardCharsets.UTF_8))
                .startsWith(read.substring(0, read.length() - 1) + ",\"lines\":");
        assertThat(read).contains("\"vendor\":\"1001\"", "\"item\":\"A-1\"", "\"unit\":\"ea\"");
    }
}
