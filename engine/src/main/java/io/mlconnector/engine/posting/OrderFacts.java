package io.mlconnector.engine.posting;

import io.mlconnector.domain.agreement.TradingPartner;
import io.mlconnector.domain.alignment.ProductFacts;
import io.mlconnector.domain.invoicing.document.OpenOrder;
import io.mlconnector.domain.ordering.document.OrderLine;
import io.mlconnector.domain.trade.ItemNumber;
import io.mlconnector.domain.trade.conversion.UnitConversions;
import io.mlconnector.domain.words.Outcome;
import io.mlconnector.engine.Connection;
import io.mlconnector.engine.Engine;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What F&O says of the orders that an invoice names: they themselves, their items, and how their units convert. */
final class OrderFacts {

    /** Orders that are asked for at the same time: an invoice may name hundreds. */
    private static final int AT_ONCE = 25;

    private final Engine engine;
    private final Connection connection;

    OrderFacts(Engine engine, Connection connection) {
        this.engine = engine;
        this.connection = connection;
    }

    /** Every order with one of these numbers, of any vendor. */
    Future<Outcome<List<OpenOrder>>> orders(List<String> numbers, TradingPartner partner) {
        return ordersFrom(numbers, partner, 0, new ArrayList<>());
    }

    private Future<Outcome<List<OpenOrder>>> ordersFrom(
            List<String> numbers, TradingPartner partner, int at, List<OpenOrder> found) {
        if (at >= numbers.size()) {
            return Future.succeededFuture(Outcome.done(List.copyOf(found)));
        }
        int to = Math.min(numbers.size(), at + AT_ONCE);
        List<Future<Outcome<List<OpenOrder>>>> asked = numbers.subList(at, to).stream()
                .map(number -> engine.onContext(
                        connection.purchaseOrders().find(partner.vendors().keySet(), number)))
                .toList();
        return Future.join(asked).compose(answered -> {
            for (Future<Outcome<List<OpenOrder>>> one : asked) {
                if (!(one.result() instanceof Outcome.Done<List<OpenOrder>>(List<OpenOrder> more))) {
                    return Future.succeededFuture(one.result());
                }
                found.addAll(more);
            }
            return ordersFrom(numbers, partner, to, found);
        });
    }

    /** What F&O knows of the items of those orders that are the partner's. */
    Future<Outcome<ProductFacts>> products(List<OpenOrder> orders, TradingPartner partner) {
        List<Future<Outcome<ProductFacts>>> asked = new ArrayList<>();
        for (OpenOrder order : orders) {
            if (!ofPartner(order, partner)) {
                continue;
            }
            Set<ItemNumber> items = order.lines().stream()
                    .map(OrderLine::item)
                    .flatMap(Optional::stream)
                    .collect(Collectors.toSet());
            asked.add(engine.onContext(connection.products().facts(order.legalEntity(), order.vendor(), items)));
        }
        return Future.join(asked).map(answered -> {
            Outcome<ProductFacts> all = Outcome.done(ProductFacts.NONE);
            for (Future<Outcome<ProductFacts>> one : asked) {
                all = all.then(known -> one.result().map(known::and));
            }
            return all;
        });
    }

    /** The conversions of units of everything on those orders that are the partner's. */
    Future<Outcome<UnitConversions>> conversions(List<OpenOrder> orders, TradingPartner partner) {
        Future<Outcome<UnitConversions>> all = Future.succeededFuture(Outcome.done(UnitConversions.NONE));
        for (OpenOrder order : orders) {
            if (ofPartner(order, partner)) {
                Set<String> products = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
                order.lines().forEach(line -> {
                    line.item().map(ItemNumber::number).ifPresent(products::add);
                    line.details().variantNumber().ifPresent(products::add);
                });
                all = all.compose(before -> before instanceof Outcome.Done<UnitConversions>(UnitConversions known)
                        ? engine.onContext(connection.products().conversions(order.legalEntity(), products))
                                .map(outcome -> outcome.map(known::and))
                        : Future.succeededFuture(before));
            }
        }
        return all;
    }

    private static boolean ofPartner(OpenOrder order, TradingPartner partner) {
        return partner.isVendor(order.legalEntity(), order.vendor())
                || partner.isVendor(order.legalEntity(), order.invoiceVendor());
    }
}
