package io.mlconnector.ports.erp;

import io.mlconnector.domain.ordering.document.OrderKey;
import io.mlconnector.domain.ordering.document.OrderKind;
import io.mlconnector.domain.ordering.document.OrderTotals;
import io.mlconnector.domain.trade.ContentHash;
import io.mlconnector.domain.trade.VendorAccount;
import io.mlconnector.ports.journal.payload.Hashes;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The bare fact that a purchase order revision was confirmed.
 *
 * @param key names the revision
 * @param vendor who delivers
 * @param date day of the confirmation
 * @param kind what kind of order it is, as far as F&O tells
 * @param fingerprint of day, amounts and quantity; another one under the same key means that F&O used the number again for other
 *     content
 */
public record Confirmation(
        OrderKey key, VendorAccount vendor, LocalDate date, OrderKind kind, ContentHash fingerprint) {
    public Confirmation {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(vendor, "vendor");
        Objects.requireNonNull(date, "date");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(fingerprint, "fingerprint");
    }

    /**
     * The fingerprint of what F&O's header of a confirmation says.
     *
     * @param date day of the confirmation
     * @param totals what it comes to; empty if F&O does not tell
     */
    public static ContentHash fingerprint(LocalDate date, Optional<OrderTotals> totals) {
        String content = date
                + totals.map(said -> Stream.of(said.total(), said.subTotal(), said.quantity())
                                .map(number -> number.signum() == 0
                                        ? "|0"
                                        : "|" + number.stripTrailingZeros().toPlainString())
                                .collect(Collectors.joining()))
                        .orElse("");
        return Hashes.of(content.getBytes(StandardCharsets.UTF_8));
    }

    /** The same of an order of this kind, unless F&O told another one with the confirmation. */
    public Confirmation of(OrderKind other) {
        return new Confirmation(key, vendor, date, kind.or(other), fingerprint);
    }

    /** The same under this number. */
    public Confirmation as(String confirmationNumber) {
        return new Confirmation(
                new OrderKey(key.legalEntity(), key.orderNumber(), confirmationNumber),
                vendor,
                date,
                kind,
                fingerprint);
    }
}
