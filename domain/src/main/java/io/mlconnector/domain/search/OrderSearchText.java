package io.mlconnector.domain.search;

import io.mlconnector.domain.answering.AdvisedDocument;
import io.mlconnector.domain.answering.ApplicationAdvice;
import io.mlconnector.domain.answering.LineResponse;
import io.mlconnector.domain.answering.OrderResponse;
import io.mlconnector.domain.answering.ShipNotice;
import io.mlconnector.domain.answering.ShippedLine;
import io.mlconnector.domain.ordering.AlignedLine;
import io.mlconnector.domain.ordering.AlignedOrder;
import io.mlconnector.domain.ordering.document.OrderCharge;
import io.mlconnector.domain.ordering.document.OrderDetails;
import io.mlconnector.domain.ordering.document.OrderLine;
import io.mlconnector.domain.ordering.document.PurchaseOrder;
import io.mlconnector.domain.trade.ProductId;
import java.util.List;

/** The texts of an order, and of what a vendor answers to it, by which people look for them. */
public final class OrderSearchText {

    private final SearchText found = new SearchText();

    private OrderSearchText() {}

    /** Of an order as F&O has it. */
    public static String of(PurchaseOrder order) {
        OrderSearchText text = new OrderSearchText();
        order.lines().forEach(text::goods);
        text.rest(order);
        return text.found.text();
    }

    /** Of an order as it is written: with the numbers that the vendor has for its items. */
    public static String of(AlignedOrder aligned) {
        OrderSearchText text = new OrderSearchText();
        for (AlignedLine line : aligned.lines()) {
            text.goods(line.line());
            text.products(line.productIds());
        }
        aligned.order().lines().forEach(text::goods);
        text.rest(aligned.order());
        text.found.add(aligned.partnerName()).add(aligned.ourName());
        return text.found.text();
    }

    /** Of the answer to an order. */
    public static String of(OrderResponse response) {
        OrderSearchText text = new OrderSearchText();
        for (LineResponse line : response.lines()) {
            text.products(line.productIds());
            line.promises().forEach(promise -> text.products(promise.productIds()));
        }
        text.found
                .add(response.vendorOrderNumber())
                .add(response.changeNumber())
                .addAll(response.notes());
        return text.found.text();
    }

    /** Of a ship notice. */
    public static String of(ShipNotice notice) {
        OrderSearchText text = new OrderSearchText();
        text.found.add(notice.shipmentNumber()).add(notice.billOfLading()).add(notice.carrier());
        for (ShippedLine line : notice.lines()) {
            text.products(line.productIds());
            text.found.add(line.orderNumber());
        }
        notice.lines().forEach(line -> text.found.addAll(line.containers()));
        return text.found.text();
    }

    /** Of an application advice. */
    public static String of(ApplicationAdvice advice) {
        SearchText found = new SearchText().add(advice.reference());
        for (AdvisedDocument document : advice.documents()) {
            found.add(document.reference()).addAll(document.references().values());
        }
        return found.text();
    }

    private void goods(OrderLine line) {
        found.addAll(line.productNumbers()).add(line.vendorItem()).add(line.barcode());
    }

    private void products(List<ProductId> ids) {
        ids.forEach(id -> found.add(id.id()));
    }

    private void rest(PurchaseOrder order) {
        OrderDetails details = order.details();
        found.add(order.vendor().number())
                .add(order.invoiceVendor().number())
                .add(order.vendorReference())
                .add(order.buyer())
                .add(details.email())
                .add(details.project())
                .add(details.companyName());
        order.deliveryAddress().ifPresent(address -> Addresses.add(found, address));
        found.addAll(details.notes());
        charges(details.charges());
        for (OrderLine line : order.lines()) {
            found.add(line.description())
                    .add(line.category())
                    .add(line.details().customerReference())
                    .add(line.details().requisition())
                    .addAll(line.details().notes());
            charges(line.details().charges());
            line.deliveryAddress().ifPresent(address -> Addresses.add(found, address));
        }
    }

    private void charges(List<OrderCharge> charges) {
        charges.stream().map(OrderCharge::description).forEach(found::add);
    }
}
