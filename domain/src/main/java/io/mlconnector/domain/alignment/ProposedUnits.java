package io.mlconnector.domain.alignment;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Which X12 unit code a unit symbol usually means (reference x12, section 12, the last column of its table). A
 * proposal: symbols are the tenant's own data, and a cross reference wins over it.
 */
final class ProposedUnits {

    private static final String TABLE = """
            ea EA, each EA, pcs PC, pc PC, unit UN, cs CA, case CA, ctn CT, carton CT, box BX, bx BX, pk PK, pack PK,
            bag BG, btl BO, bottle BO, can CN, jar JR, tube TB, bdl BD, dz DZ, dozen DZ, gross GS, pr PR, pair PR,
            set ST, kit KT, plt PL, pl PL, roll RL, ream RM, lb LB, oz OZ, kg KG, g GR, ton TN, t MP, gal GA, qt QT,
            pt PT, floz FO, l LT, ml ML, ft FT, in IN, yd YD, m MR, cm CM, mm MM, sqft SF, h HR, hr HR, hour HR,
            day DA, mo MO
            """;

    private static final Map<String, String> CODES = read();

    private ProposedUnits() {}

    static Optional<String> code(String symbol) {
        return Optional.ofNullable(CODES.get(symbol.toLowerCase(Locale.ROOT)));
    }

    private static Map<String, String> read() {
        Map<String, String> codes = new HashMap<>();
        for (String entry : TABLE.strip().split("\\s*,\\s*", -1)) {
            int blank = entry.indexOf(' ');
            codes.put(entry.substring(0, blank), entry.substring(blank + 1));
        }
        return Map.copyOf(codes);
    }
}
