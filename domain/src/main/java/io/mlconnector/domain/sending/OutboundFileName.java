package io.mlconnector.domain.sending;

import io.mlconnector.domain.ordering.document.OrderKey;
import io.mlconnector.domain.trade.PartnerId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names outgoing files: unique, sortable in time, with the business key in it, because that is what people search for
 * in Cleo's console (reference cleo, sections 4.6 and 7.5).
 */
public final class OutboundFileName {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private static final Pattern FORM = Pattern.compile(
            "[A-Z0-9]{3}_(?<partner>[a-z0-9-]{1,20})_[0-9]{8}T[0-9]{9}Z_(?<business>[A-Za-z0-9.-]{1,35})"
                    + "_(?<number>[0-9]{9})\\.(edi|json)");

    private OutboundFileName() {}

    /**
     * {@code 850_acme_20260310T091500123Z_usmf-PO-000471-1_000000123.edi}.
     *
     * @param number control number of the interchange, or any number that is used once
     * @param extension {@code edi} or {@code json}
     */
    public static String of(
            String transactionSetId, PartnerId partner, Instant at, OrderKey key, long number, String extension) {
        return of(transactionSetId, partner, at, key.legalEntity() + "-" + key.confirmationNumber(), number, extension);
    }

    /**
     * The same for a document that is no order.
     *
     * @param business by what people search for it; what does not fit into a name is replaced
     */
    public static String of(
            String transactionSetId, PartnerId partner, Instant at, String business, long number, String extension) {
        return String.format(
                Locale.ROOT,
                "%s_%s_%s_%s_%09d.%s",
                transactionSetId,
                cut(partner.id(), 20),
                TIME.format(at),
                cut(plain(business), 35),
                number,
                extension);
    }

    /**
     * The control number in the name of a file of ours to this partner.
     *
     * @return empty if the name was not made by {@link #of} for this partner
     */
    public static OptionalLong numberIn(String name, PartnerId partner) {
        Matcher matcher = FORM.matcher(name);
        return matcher.matches() && matcher.group("partner").equals(cut(partner.id(), 20))
                ? OptionalLong.of(Long.parseLong(matcher.group("number")))
                : OptionalLong.empty();
    }

    /** Whether a file of this name carries this very revision; false where the name is too short to tell. */
    public static boolean isOf(String name, PartnerId partner, OrderKey key) {
        String business = plain(key.legalEntity() + "-" + key.confirmationNumber());
        Matcher matcher = FORM.matcher(name);
        return business.length() <= 35
                && matcher.matches()
                && matcher.group("partner").equals(cut(partner.id(), 20))
                && matcher.group("business").equals(business);
    }

    private static String plain(String text) {
        return text.replaceAll("[^A-Za-z0-9.-]", "-");
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }
}
