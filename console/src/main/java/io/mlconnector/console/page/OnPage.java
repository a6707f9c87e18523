package io.mlconnector.console.page;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Messages as they are told on a page. They are written for the terminal and for programs too, and name a command there; a page has the
 * form itself and says where it is. What has no form here keeps its command.
 */
public final class OnPage {

    /** Where most pages have the form that enters a translation. */
    private static final String FIX = "in the fix of its cause";

    private static final Pattern ENTERED =
            Pattern.compile(": ml-connector crossref set [^;]{1,400}; then replay the document\\.");
    private static final Pattern KEPT =
            Pattern.compile(": (?:ml-connector )?crossref set \\S{1,80} unit (\\S{1,80}) (\\S{1,80}?)\\.(?= |$)");
    private static final Pattern CORRECTED = Pattern.compile("by ml-connector crossref set\\b");

    /** As entries of earlier versions tell what a person did. */
    private static final Pattern ASKED = Pattern.compile(
            "(.{1,200}?) asked for: (replay|release|discard|restore|resubmit)\\b( from [a-z]+)?(?: and delete the header)?( with an edited payload)?(.*)",
            Pattern.DOTALL);

    private static final Map<String, String> DID = Map.of(
            "replay", "replayed it",
            "release", "released it",
            "discard", "discarded it",
            "restore", "restored it",
            "resubmit", "resubmitted it");

    private OnPage() {}

    /** What an entry of a history says. */
    public static String entry(String message) {
        Matcher asked = ASKED.matcher(message);
        if (!asked.matches()) {
            return told(message);
        }
        String more = (asked.group(3) == null ? "" : asked.group(3)) + (asked.group(4) == null ? "" : asked.group(4));
        return asked.group(1) + " " + DID.getOrDefault(asked.group(2), asked.group(2)) + more
                + asked.group(5).replaceFirst("^ \\(no reason given\\)", "");
    }

    /** As any page tells it. */
    public static String told(String message) {
        return told(message, FIX);
    }

    /** As the page of the fix itself tells it: the form stands below. */
    public static String besideForm(String message) {
        return told(message, "below");
    }

    private static String told(String message, String where) {
        String entered = ENTERED.matcher(message)
                .replaceAll(Matcher.quoteReplacement(
                        " " + where + ", which then does every document that waits for it again."));
        String kept = KEPT.matcher(entered).replaceAll(", under Cross-references: $1 means $2.");
        return CORRECTED.matcher(kept).replaceAll("under Cross-references");
    }
}
