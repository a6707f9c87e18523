package io.mlconnector.ports.erp;

import io.mlconnector.domain.invoicing.InvoiceToPost;
import io.mlconnector.domain.trade.LegalEntity;
import io.mlconnector.domain.trade.VendorAccount;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Foretells what will be asked about one invoice, before it is known in which company its orders are.
 *
 * @param vendors who may have sent it, by company; at least one
 * @param about what the invoice says of itself
 */
public record InvoiceInquiry(Map<LegalEntity, VendorAccount> vendors, About about) {

    public InvoiceInquiry {
        // In one order in every process.
        vendors = Collections.unmodifiableSortedMap(new TreeMap<>(vendors));
        Objects.requireNonNull(about, "about");
    }

    /**
     * What an invoice says of itself.
     *
     * @param number the vendor's invoice number
     * @param date of the invoice
     * @param orders numbers of its orders; may be empty
     */
    public record About(String number, LocalDate date, List<String> orders) {

        public About {
            Objects.requireNonNull(number, "number");
            Objects.requireNonNull(date, "date");
            orders = List.copyOf(orders);
        }

        /** Whether what is known of this says at least as much of that invoice: its number and day, and all of its orders. */
        public boolean covers(InvoiceToPost invoice) {
            Set<String> known =
                    orders.stream().map(order -> order.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
            return number.equals(invoice.number())
                    && date.equals(invoice.date())
                    && invoice.orderNumbers().stream()
                            .map(order -> order.toLowerCase(Locale.ROOT))
                            .allMatch(known::contains);
        }
    }
}
