package io.mlconnector.x12.internal.acknowledgement;

import io.mlconnector.x12.internal.dictionary.Names;

/** What the error codes of a 997 or 999 mean (reference x12, sections 9.3 and 9.6). */
final class AcknowledgementCode {
    private AcknowledgementCode() {}

    static String segment(String code) {
        return explained("620", code);
    }

    static String element(String code) {
        return explained("621", code);
    }

    static String set(String code) {
        return explained("618", code);
    }

    static String group(String code) {
        return explained("716", code);
    }

    private static String explained(String dataElement, String code) {
        return Names.all()
                .code(dataElement, code)
                .map(meaning -> "code " + code + ", " + meaning)
                .orElse("code " + code);
    }
}
