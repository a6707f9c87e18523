package io.mlconnector.domain.invoicing.document;

import io.mlconnector.domain.ordering.document.OrderLine;
import io.mlconnector.domain.trade.CurrencyCode;
import io.mlconnector.domain.trade.LegalEntity;
import io.mlconnector.domain.trade.VendorAccount;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * An order in its present state, against which an invoice is checked.
 *
 * @param legalEntity the buying company
 * @param number order number
 * @param vendor who delivers
 * @param invoiceVendor who sends the invoice
 * @param currency of its prices
 * @param standing how far it has come
 * @param lines all lines, cancelled ones included
 * @param matching by line number, how F&O wants invoices of a line to be matched
 */
public record OpenOrder(
        LegalEntity legalEntity,
        String number,
        VendorAccount vendor,
        VendorAccount invoiceVendor,
        CurrencyCode currency,
        OrderStanding standing,
        List<OrderLine> lines,
        Map<Long, LineMatching> matching) {

    public OpenOrder {
        Objects.requireNonNull(legalEntity, "legalEntity");
        Objects.requireNonNull(number, "number");
        Objects.requireNonNull(vendor, "vendor");
        Objects.requireNonNull(invoiceVendor, "invoiceVendor");
        Objects.requireNonNull(currency, "currency");
        Objects.requireNonNull(standing, "standing");
        lines = List.copyOf(lines);
        matching = Map.copyOf(matching);
    }

    /** An order of which F&O does not tell how its invoices are matched. */
    public OpenOrder(
            LegalEntity legalEntity,
            String number,
            VendorAccount vendor,
            VendorAccount invoiceVendor,
            CurrencyCode currency,
            OrderStanding standing,
            List<OrderLine> lines) {
        this(legalEntity, number, vendor, invoiceVendor, currency, standing, lines, Map.of());
    }

    /** The same order with other rules of matching. */
    public OpenOrder matched(Map<Long, LineMatching> others) {
        return new OpenOrder(legalEntity, number, vendor, invoiceVendor, currency, standing, lines, others);
    }

    /** How the invoices of one of its lines are matched. */
    public LineMatching matchingOf(long line) {
        return matching.getOrDefault(line, LineMatching.UNTOLD);
    }

    /** By its key alone: each line of an invoice looks its order up, and the order may have thousands of lines itself. */
    @Override
    public int hashCode() {
        return Objects.hash(legalEntity, number);
    }
}
