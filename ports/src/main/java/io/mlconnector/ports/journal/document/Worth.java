package io.mlconnector.ports.journal.document;

import io.mlconnector.domain.invoicing.detail.PaymentTerms;
import io.mlconnector.domain.invoicing.document.VendorInvoice;
import io.mlconnector.domain.ordering.document.OrderLine;
import io.mlconnector.domain.ordering.document.OrderTotals;
import io.mlconnector.domain.ordering.document.PurchaseOrder;
import io.mlconnector.domain.trade.CurrencyCode;
import io.mlconnector.domain.trade.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is at stake in a document, for people who must choose what to look at first. Never decides anything.
 *
 * @param amount the total of an invoice, negative on a credit note; of an order what it comes to
 * @param currency its ISO 4217 code; empty if the document does not say it
 * @param due the first day on which waiting costs something: the end of a discount, or the day of payment; empty if it says none
 */
public record Worth(BigDecimal amount, String currency, Optional<LocalDate> due) {

    /** ITD02: the days count from the date of the invoice. */
    private static final String FROM_INVOICE_DATE = "3";

    /** Ten years; what is said to be due later is a mistake. */
    private static final BigDecimal MOST_DAYS = new BigDecimal(3660);

    public Worth {
        Objects.requireNonNull(amount, "amount");
        Objects.requireNonNull(currency, "currency");
        Objects.requireNonNull(due, "due");
    }

    /** Of an invoice, as it says itself (TDS01, CUR02, ITD04 to ITD07). */
    public static Worth of(VendorInvoice invoice) {
        return new Worth(
                invoice.total(),
                invoice.currency().map(CurrencyCode::code).orElse(""),
                invoice.details().terms().stream()
                        .flatMap(terms -> days(terms, invoice.date()))
                        .min(Comparator.naturalOrder()));
    }

    /**
     * Of an order: what the header of its confirmation says that it comes to, with tax and charges; where F&O has no such header, the
     * lines that are bought.
     */
    public static Worth of(PurchaseOrder order) {
        return new Worth(
                Money.round(order.details()
                        .totals()
                        .map(OrderTotals::total)
                        .orElseGet(() -> order.openLines().stream()
                                .map(OrderLine::netAmount)
                                .reduce(BigDecimal.ZERO, BigDecimal::add))),
                order.currency().code(),
                Optional.empty());
    }

    private static Stream<LocalDate> days(PaymentTerms terms, LocalDate invoiced) {
        return Stream.of(
                        terms.discountDate().or(() -> later(terms, terms.discountDays(), invoiced)),
                        terms.netDate().or(() -> later(terms, terms.netDays(), invoiced)))
                .flatMap(Optional::stream);
    }

    /** ITD02 says from when the days count; other days than the invoice's are not known here. */
    private static Optional<LocalDate> later(PaymentTerms terms, Optional<BigDecimal> days, LocalDate invoiced) {
        return days.filter(ignored -> terms.basis().isEmpty() || terms.basis().equals(FROM_INVOICE_DATE))
                .filter(count -> count.signum() >= 0 && count.compareTo(MOST_DAYS) <= 0)
                .map(count -> invoiced.plusDays(count.longValue()));
    }
}
