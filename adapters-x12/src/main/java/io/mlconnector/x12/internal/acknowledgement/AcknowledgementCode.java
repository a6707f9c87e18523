package io.mlconnector.x12.internal.acknowledgement;

import java.util.Map;

/** What the error codes of a 997 mean (reference x12, section 9.3). */
final class AcknowledgementCode {
    private static final Map<String, String> SEGMENT = Map.of(
            "1", "unknown segment",
            "2", "unexpected segment",
            "3", "mandatory segment missing",
            "4", "loop repeats too often",
            "5", "segment repeats too often",
            "6", "segment not in this set",
            "7", "segment out of sequence",
            "8", "segment has element errors");
    private static final Map<String, String> ELEMENT = Map.ofEntries(
            Map.entry("1", "mandatory element missing"),
            Map.entry("2", "conditionally required element missing"),
            Map.entry("3", "too many elements"),
            Map.entry("4", "too short"),
            Map.entry("5", "too long"),
            Map.entry("6", "invalid character"),
            Map.entry("7", "invalid code"),
            Map.entry("8", "invalid date"),
            Map.entry("9", "invalid time"),
            Map.entry("10", "exclusion condition violated"),
            Map.entry("12", "too many repetitions"),
            Map.entry("13", "too many components"));
    private static final Map<String, String> SET = Map.of(
            "1", "set not supported",
            "2", "trailer missing",
            "3", "control numbers of header and trailer differ",
            "4", "segment count wrong",
            "5", "one or more segments in error",
            "6", "set id missing or invalid",
            "7", "set control number missing or invalid",
            "18", "set not in this group",
            "19", "implementation reference invalid",
            "23", "set control number not unique in the group");

    private AcknowledgementCode() {}

    static String segment(String code) {
        return explained(code, SEGMENT);
    }

    static String element(String code) {
        return explained(code, ELEMENT);
    }

    static String set(String code) {
        return explained(code, SET);
    }

    private static String explained(String code, Map<String, String> meanings) {
        String meaning = meanings.get(code);
        return meaning == null ? "code " + code : "code " + code + ", " + meaning;
    }
}
