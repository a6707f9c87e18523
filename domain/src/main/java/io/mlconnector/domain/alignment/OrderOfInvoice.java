package io.mlconnector.domain.alignment;

import io.mlconnector.domain.agreement.TradingPartner;
import io.mlconnector.domain.invoicing.document.OpenOrder;
import io.mlconnector.domain.trade.LegalEntity;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.ProblemCode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds the order that an invoice names, and with it the legal entity: the one that belongs to the sender. */
final class OrderOfInvoice {

    private OrderOfInvoice() {}

    static Alignment<OpenOrder> find(
            String invoice, Optional<String> number, TradingPartner partner, List<OpenOrder> orders) {
        if (number.isEmpty()) {
            return missing(
                    ProblemCode.ORDER_MISSING,
                    partner.id().id(),
                    "Invoice " + invoice
                            + " names no purchase order, neither in BIG04 nor on its lines. Ask the partner"
                            + " to name it, or key the invoice by hand.");
        }
        List<OpenOrder> named = orders.stream()
                .filter(order -> order.number().equalsIgnoreCase(number.get().strip()))
                .toList();
        List<OpenOrder> ofVendor = named.stream()
                .filter(order -> partner.isVendor(order.legalEntity(), order.vendor())
                        || partner.isVendor(order.legalEntity(), order.invoiceVendor()))
                .toList();
        if (ofVendor.size() == 1) {
            OpenOrder order = ofVendor.get(0);
            return new Alignment.Found<>(
                    order,
                    "order-of-vendor",
                    "Order " + order.number() + " is in " + order.legalEntity() + " with vendor " + order.vendor());
        }
        String cause = partner.id() + ":" + number.get();
        if (ofVendor.size() > 1) {
            return missing(
                    ProblemCode.ORDER_AMBIGUOUS,
                    cause,
                    "Order " + number.get() + " exists for this partner in several legal entities: "
                            + ofVendor.stream()
                                    .map(order -> order.legalEntity().id())
                                    .collect(Collectors.joining(", "))
                            + ". Ask the partner which company is meant, and key the invoice by hand.");
        }
        if (named.isEmpty()) {
            return missing(
                    ProblemCode.ORDER_UNKNOWN,
                    cause,
                    "Invoice " + invoice + " names order " + number.get() + ", which F&O does not have in "
                            + partner.vendors().keySet().stream()
                                    .map(LegalEntity::id)
                                    .sorted()
                                    .collect(Collectors.joining(", "))
                            + ". Check the number with the partner; when the order exists, replay the document.");
        }
        OpenOrder other = named.get(0);
        return missing(
                ProblemCode.ORDER_OF_OTHER_VENDOR,
                cause,
                "Order " + number.get() + " in " + other.legalEntity() + " belongs to vendor " + other.vendor()
                        + ", not to partner " + partner.id() + ". Check who sent the invoice; if the account is the"
                        + " partner's, add it under vendors in the configuration and replay the document.");
    }

    private static Alignment<OpenOrder> missing(ProblemCode code, String cause, String message) {
        return new Alignment.Missing<>(Problem.of(code, cause, message));
    }
}
