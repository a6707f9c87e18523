package io.mlconnector.dynamics.internal.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mlconnector.domain.ordering.document.OrderLine;
import io.mlconnector.domain.ordering.document.ScheduledDelivery;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderLinesTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static Row row(int number, int quantity, String day, String deliveryType) {
        ObjectNode row = JSON.createObjectNode();
        row.put("LineNumber", number);
        row.put("ItemNumber", "A-1");
        row.put("OrderedPurchaseQuantity", quantity);
        row.put("PurchaseUnitSymbol", "ea");
        row.put("PurchasePrice", 2);
        row.put("LineAmount", quantity * 2);
        row.put("RequestedDeliveryDate", day + "T12:00:00Z");
        if (!deliveryType.isEmpty()) {
            row.put("LineDeliveryType", deliveryType);
        }
        return new Row(row);
    }

    @Test
    void partial_deliveries_belong_to_their_line_where_the_tenant_exposes_the_delivery_type() {
        List<OrderLine> lines = OrderLines.scheduled(List.of(
                row(1, 10, "2026-03-20", "OrderLineWithMultipleDeliveries"),
                row(2, 4, "2026-03-20", "DeliveryLine"),
                row(3, 6, "2026-03-27", "DeliveryLine"),
                row(4, 1, "2026-03-20", "OrderLine")));

        assertThat(lines).extracting(OrderLine::number).containsExactly(1L, 4L);
        assertThat(lines.get(0).details().deliveries())
                .extracting(ScheduledDelivery::number)
                .containsExactly(2L, 3L);
        assertThat(lines.get(0).eachDelivery())
                .extracting(part -> part.number() + " "
                        + part.quantity().amount().toPlainString() + " "
                        + part.netAmount().toPlainString() + " "
                        + part.requestedDelivery().orElseThrow())
                .containsExactly("2 4 8.00 2026-03-20", "3 6 12.00 2026-03-27");
    }

    @Test
    void all_rows_are_lines_without_a_delivery_type() {
        assertThat(OrderLines.scheduled(List.of(row(1, 10, "2026-03-20", ""), row(2, 4, "2026-03-20", ""))))
                .extracting(OrderLine::number)
                .containsExactly(1L, 2L);
    }
}
