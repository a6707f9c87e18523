package io.mlconnector.domain.trade;

import java.util.Locale;

/**
 * A unit of measure as X12 names it: data element 355, such as {@code EA} or {@code CA}.
 *
 * @param code upper case; two characters by the standard, more are kept as a partner sent them
 */
public record UnitCode(String code) {

    public UnitCode {
        code = Text.within("unit code", code.strip(), 10).toUpperCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return code;
    }
}
