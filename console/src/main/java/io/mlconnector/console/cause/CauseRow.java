package io.mlconnector.console.cause;

import io.mlconnector.console.page.Figures;
import io.mlconnector.ports.journal.document.StuckCause;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * A cause in a list.
 *
 * @param cause it
 */
public record CauseRow(StuckCause cause) {

    /** What is at stake, by currency; empty if nothing is known. */
    public String money() {
        return Figures.money(cause.amounts());
    }

    /** Where it is fixed. */
    public String address() {
        return address(cause.causeKey());
    }

    /** Where a cause is fixed. */
    public static String address(String causeKey) {
        return "/causes/fix?cause=" + URLEncoder.encode(causeKey, StandardCharsets.UTF_8);
    }

    /** Where its documents are listed: those that are counted, without what is put off. */
    public String documents() {
        return "/documents?snoozed=false&causeKey=" + URLEncoder.encode(cause.causeKey(), StandardCharsets.UTF_8);
    }

    /** Its kind in words. */
    public String kind() {
        String code = cause.example().code().replace('-', ' ');
        return Character.toUpperCase(code.charAt(0)) + code.substring(1);
    }

    /** What exactly is wrong; empty if the kind says all. */
    public String what() {
        int colon = cause.causeKey().indexOf(':');
        return colon < 0 ? "" : cause.causeKey().substring(colon + 1);
    }
}
