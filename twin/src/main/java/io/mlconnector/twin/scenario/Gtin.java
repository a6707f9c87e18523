package io.mlconnector.twin.scenario;

/** GTINs with valid check digits. */
final class Gtin {

    private Gtin() {}

    /** Appends the check digit to 11, 12 or 13 digits. */
    static String complete(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            sum += i % 2 == 0 ? 3 * digit : digit;
        }
        return digits + (10 - sum % 10) % 10;
    }

    /** The bar code setup that a tenant would use for such a code. */
    static String setup(String gtin) {
        return switch (gtin.length()) {
            case 12 -> "UPC";
            case 13 -> "EAN13";
            default -> "GTIN14";
        };
    }
}
