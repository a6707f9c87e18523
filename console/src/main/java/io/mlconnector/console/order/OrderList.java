package io.mlconnector.console.order;

import io.mlconnector.console.page.Frame;
import java.util.List;

/**
 * The page of orders.
 *
 * @param frame around it
 * @param query what is looked for
 * @param partners from which one may be chosen
 * @param open orders of which something is open, those that wait longest first
 * @param settled the newest others; empty if they are not asked for
 * @param more whether there are further open ones
 */
public record OrderList(
        Frame frame,
        OrderQuery query,
        List<String> partners,
        List<OrderRow> open,
        List<OrderRow> settled,
        boolean more) {

    public OrderList {
        open = List.copyOf(open);
        settled = List.copyOf(settled);
    }
}
