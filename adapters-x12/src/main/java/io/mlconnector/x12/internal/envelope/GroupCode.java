package io.mlconnector.x12.internal.envelope;

import java.util.Map;
import java.util.Set;

/** Which transaction sets belong into which functional group (reference x12, section 1.2). */
final class GroupCode {
    private static final Map<String, String> BY_SET = Map.ofEntries(
            Map.entry("850", "PO"),
            Map.entry("860", "PC"),
            Map.entry("855", "PR"),
            Map.entry("865", "CA"),
            Map.entry("810", "IN"),
            Map.entry("856", "SH"),
            Map.entry("824", "AG"),
            Map.entry("997", "FA"),
            Map.entry("999", "FA"),
            Map.entry("864", "TX"),
            Map.entry("820", "RA"),
            Map.entry("812", "CD"),
            Map.entry("861", "RC"),
            Map.entry("846", "IB"),
            Map.entry("852", "PD"),
            Map.entry("830", "PS"),
            Map.entry("940", "OW"),
            Map.entry("945", "SW"));

    /** Codes of data element 479 beyond the ones above. */
    private static final Set<String> OTHERS = Set.of(
            ("AA AB AC AD AE AF AH AI AJ AK AL AM AN AO AP AQ AR AS AT AU AV AW AX AY AZ BA BB BC BD BE BF BL BS CB CC CE"
                            + " CF CG CH CI CJ CK CL CM CN CO CP CQ CR CS CT CU CV CW D3 D4 D5 DA DD DF DI DM DS DX EC ED EI EN"
                            + " EP ER ES EV EX FB FC FG FH FR FT GB GC GE GF GL GP GR GT HB HC HI HN HP HR HS HU HV IA IC ID IE"
                            + " IF IG IH II IJ IL IM IO IP IR IS JB KM LA LB LD LI LN LR LS LT MA MC MD ME MF MG MH MI MJ MK MM"
                            + " MN MO MP MQ MR MS MT MV MW MX MY MZ NC NL NP NR NT OC OG OR PA PB PE PF PG PH PI PJ PK PL PN PQ"
                            + " PT PU PV PW PY QG QM QO RB RD RE RF RG RH RI RJ RK RL RM RN RO RP RQ RR RS RT RU RV RW RX RY RZ"
                            + " SA SB SC SD SE SI SJ SL SM SN SO SP SQ SR SS ST SU SV TA TB TC TD TE TF TI TJ TM TN TO TP TR TS"
                            + " TT TU UA UB UC UD UI UP UW VA VB VC VD VE VH VI VS WA WB WG WI WL WR WT")
                    .split(" "));

    private GroupCode() {}

    /** Whether the standard has a group of this code. */
    static boolean known(String groupCode) {
        return OTHERS.contains(groupCode) || BY_SET.containsValue(groupCode);
    }

    /** Whether a set may occur in a group, as far as both are known. */
    static boolean allows(String groupCode, String transactionSetId) {
        String expected = BY_SET.get(transactionSetId);
        if (expected != null) {
            return expected.equals(groupCode);
        }
        return !BY_SET.containsValue(groupCode);
    }
}
