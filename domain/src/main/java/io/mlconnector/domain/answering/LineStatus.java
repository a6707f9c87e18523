package io.mlconnector.domain.answering;

import java.util.Map;

/** What an ACK01 means for the line: data element 668 (reference x12, section 11). */
enum LineStatus {
    AS_ORDERED,
    CHANGED,
    REJECTED,
    PENDING;

    private static final Map<String, LineStatus> BY_CODE = Map.ofEntries(
            Map.entry("IA", AS_ORDERED),
            Map.entry("AA", AS_ORDERED),
            Map.entry("AC", AS_ORDERED),
            Map.entry("AR", AS_ORDERED),
            Map.entry("IC", CHANGED),
            Map.entry("IP", CHANGED),
            Map.entry("IQ", CHANGED),
            Map.entry("IS", CHANGED),
            Map.entry("DR", CHANGED),
            Map.entry("IB", CHANGED),
            Map.entry("BP", CHANGED),
            Map.entry("R5", CHANGED),
            Map.entry("R6", CHANGED),
            Map.entry("R7", CHANGED),
            Map.entry("R8", CHANGED),
            Map.entry("ID", REJECTED),
            Map.entry("IR", REJECTED),
            Map.entry("R1", REJECTED),
            Map.entry("R2", REJECTED),
            Map.entry("R3", REJECTED),
            Map.entry("R4", REJECTED),
            Map.entry("IE", PENDING),
            Map.entry("SP", PENDING),
            Map.entry("IH", PENDING),
            Map.entry("IF", PENDING));

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("IA", "accepted"),
            Map.entry("AA", "forwarded"),
            Map.entry("AC", "accepted and shipped"),
            Map.entry("AR", "released"),
            Map.entry("IC", "accepted with changes"),
            Map.entry("IP", "accepted at another price"),
            Map.entry("IQ", "accepted in another quantity"),
            Map.entry("IS", "replaced by another item"),
            Map.entry("DR", "on another date"),
            Map.entry("IB", "back-ordered"),
            Map.entry("BP", "shipped in part, the rest back-ordered"),
            Map.entry("ID", "deleted"),
            Map.entry("IR", "rejected"),
            Map.entry("IE", "not decided yet, price pending"),
            Map.entry("SP", "not decided yet, schedule pending"),
            Map.entry("IH", "on hold"),
            Map.entry("IF", "on hold, description incomplete"),
            Map.entry("R1", "rejected, no contract item"),
            Map.entry("R2", "rejected, invalid item number"),
            Map.entry("R3", "rejected, invalid unit"),
            Map.entry("R4", "rejected, contract item not available"));

    /** A code that we do not know leaves the line undecided: nothing is guessed. */
    static LineStatus of(String code) {
        return BY_CODE.getOrDefault(code, PENDING);
    }

    static String word(String code) {
        return WORDS.getOrDefault(code, "answered with code " + code);
    }
}
