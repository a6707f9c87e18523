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
        if (!code.matches("[A-Z]{3}")) {
            throw new IllegalArgumentException("A currency is named by three letters, not by: " + code);
        }
    }

    @Override
    public String toString() {
        return code;
    }
}
