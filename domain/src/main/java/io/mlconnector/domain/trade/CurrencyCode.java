package io.mlconnector.domain.trade;

import java.util.Locale;

/**
 * A currency by its three letters (ISO 4217).
 *
 * @param code three upper-case letters
 */
public record CurrencyCode(String code) {

    public CurrencyCode {
        code = code.strip().toUpperCase(Locale.ROOT);
        if (!isThreeLetters(code)) {
            throw new IllegalArgumentException("A currency is named by three letters, not by: " + code);
        }
    }

    private static boolean isThreeLetters(String code) {
        return code.length() == 3 && isLetter(code.charAt(0)) && isLetter(code.charAt(1)) && isLetter(code.charAt(2));
    }

    private static boolean isLetter(char character) {
        return character >= 'A' && character <= 'Z';
    }

    @Override
    public String toString() {
        return code;
    }
}
