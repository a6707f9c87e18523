package io.mlconnector.domain.alignment;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Which X12 unit code a unit symbol usually means (reference x12, section 12, the last column of its table). A
 * proposal: symbols are the tenant's own data, and a cross reference wins over it. A symbol that is itself a code of X12 stands here only
 * if it usually means the same in an ERP: {@code ct} is a carton in both, but {@code st} is a piece in half of Europe and a set in X12,
 * {@code gr} a gram or a gross, {@code sm} and {@code th} are anything. Those need a cross reference.
 */
final class ProposedUnits {

    private static final String TABLE = """
            ea EA, each EA, pcs PC, pc PC, pce PC, piece PC, pieces PC, unit UN, un UN, cs CA, ca CA, case CA, cases CA,
            ctn CT, ct CT, carton CT, box BX, bx BX, boxes BX, pk PK, pack PK, bag BG, bg BG, btl BO, bo BO, bottle BO, can CN,
            cn CN, jar JR, jr JR, tube TB, tb TB, bdl BD, bd BD, bundle BD, book BK, bk BK, dz DZ, dozen DZ, gross GS,
            hundred HU, thousand TH, pr PR, pair PR, set ST, kit KT, kt KT, plt PL, pl PL, pallet PL, roll RL, rl RL, reel RE,
            ream RM, rm RM, lb LB, lbs LB, pound LB, oz OZ, ounce OZ, kg KG, kilogram KG, g GR, gram GR, ton TN, t MP, tonne MP,
            cwt CW, gal GA, ga GA, gallon GA, qt QT, quart QT, pt PT, pint PT, floz FO, fo FO, l LT, lt LT, liter LT, litre LT,
            ml ML, ft FT, foot FT, in IN, inch IN, yd YD, yard YD, m MR, mr MR, meter MR, metre MR, cm CM, mm MM, lm LM, lf LF,
            sqft SF, sf SF, sqyd SY, sy SY, sqm SM, m2 SM, cuft CF, cf CF, m3 CR, h HR, hr HR, hour HR, day DA, wk WK, week WK,
            mo MO, month MO, yr YR, year YR
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
