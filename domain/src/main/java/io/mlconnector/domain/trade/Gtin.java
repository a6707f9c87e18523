package io.mlconnector.domain.trade;

import java.util.Optional;

/**
 * A GTIN in its 14-digit form, so that GTIN-8, -12, -13 and -14 of one product compare equal.
 *
 * @param digits 14 digits with a right check digit (GS1 General Specifications, modulo 10)
 */
public record Gtin(String digits) {

    public Gtin {
        if (!digits.matches("\\d{14}") || checkDigit(digits.substring(0, 13)) != digits.charAt(13)) {
            throw new IllegalArgumentException("Not a GTIN with 14 digits and a right check digit: " + digits);
        }
    }

    /**
     * Reads what a partner or F&O wrote: blanks and dashes are dropped, shorter forms padded with zeros. Eleven digits
     * are a U.P.C. that lost either its check digit or its leading zero (reference x12, section 11).
     *
     * @return empty if this is not a GTIN or its check digit is wrong
     */
    public static Optional<Gtin> read(String text) {
        String digits = text.replaceAll("[\\s-]", "");
        if (!digits.matches("\\d{8}|\\d{11,14}")) {
            return Optional.empty();
        }
        Optional<Gtin> padded = padded(digits);
        if (padded.isEmpty() && digits.length() == 11) {
            return padded(digits + checkDigit(digits));
        }
        return padded;
    }

    private static Optional<Gtin> padded(String digits) {
        String full = "0".repeat(14 - digits.length()) + digits;
        return checkDigit(full.substring(0, 13)) == full.charAt(13) ? Optional.of(new Gtin(full)) : Optional.empty();
    }

    /**
     * The check digit for the digits before it.
     *
     * @param body digits without the check digit
     * @return a character from '0' to '9'
     */
    public static char checkDigit(String body) {
        int sum = 0;
        for (int i = 0; i < body.length(); i++) {
            int digit = body.charAt(body.length() - 1 - i) - '0';
            sum += i % 2 == 0 ? 3 * digit : digit;
        }
        return (char) ('0' + (10 - sum % 10) % 10);
    }

    /**
     * The X12 product id for this GTIN: qualifier {@code UP} for twelve digits, {@code EN} for thirteen, {@code UK}
     * for fourteen.
     */
    public ProductId productId() {
        if (digits.startsWith("00")) {
            return new ProductId("UP", digits.substring(2));
        }
        return digits.startsWith("0") ? new ProductId("EN", digits.substring(1)) : new ProductId("UK", digits);
    }

    /**
     * The X12 product id under a qualifier that was agreed.
     *
     * @param qualifier {@code UP} takes twelve digits, {@code EN} thirteen, {@code UK} and all others fourteen;
     *     {@code *} stands for the one that goes with the length
     * @return empty if the GTIN has more digits than the qualifier takes
     */
    public Optional<ProductId> as(String qualifier) {
        return switch (qualifier) {
            case "*" -> Optional.of(productId());
            case "UP" ->
                Optional.of(digits)
                        .filter(all -> all.startsWith("00"))
                        .map(all -> new ProductId("UP", all.substring(2)));
            case "EN" ->
                Optional.of(digits)
                        .filter(all -> all.startsWith("0"))
                        .map(all -> new ProductId("EN", all.substring(1)));
            default -> Optional.of(new ProductId(qualifier, digits));
        };
    }

    @Override
    public String toString() {
        return digits;
    }
}
