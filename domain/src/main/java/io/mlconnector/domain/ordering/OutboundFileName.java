package io.mlconnector.domain.ordering;

import io.mlconnector.domain.trade.PartnerId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Names outgoing files: unique, sortable in time, with the business key in it, because that is what people search for
 * in Cleo's console (reference cleo, sections 4.6 and 7.5).
 */
public final class OutboundFileName {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private OutboundFileName() {}

    /**
     * {@code 850_acme_20260310T091500123Z_usmf-PO-000471-1_000000123.edi}.
     *
     * @param number control number of the interchange, or any number that is used once
     * @param extension {@code edi} or {@code json}
     */
    public static String of(
            String transactionSetId, PartnerId partner, Instant at, OrderKey key, long number, String extension) {
        String business = plain(key.legalEntity() + "-" + key.confirmationNumber());
        return String.format(
                Locale.ROOT,
                "%s_%s_%s_%s_%09d.%s",
                transactionSetId,
                cut(partner.id(), 20),
                TIME.format(at),
                cut(business, 35),
                number,
                extension);
    }

    private static String plain(String text) {
        return text.replaceAll("[^A-Za-z0-9.-]", "-");
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }
}
