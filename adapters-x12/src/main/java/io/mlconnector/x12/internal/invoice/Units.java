package io.mlconnector.x12.internal.invoice;

import io.mlconnector.domain.trade.UnitCode;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Units of measure; the usual ones are made once. */
final class Units {
    private static final Map<String, UnitCode> USUAL = Stream.of(
                    "EA", "PC", "UN", "CA", "CT", "CS", "BX", "PK", "BG", "DZ", "PR", "ST", "KT", "PL", "LB", "OZ",
                    "KG", "GR", "TN", "GA", "LT", "FT", "YD", "HR", "ZZ")
            .collect(Collectors.toUnmodifiableMap(code -> code, UnitCode::new));

    private Units() {}

    /** The unit with a code of one to ten characters, none of them blank. */
    static UnitCode of(String code) {
        UnitCode usual = USUAL.get(code);
        return usual == null ? new UnitCode(code) : usual;
    }
}
