package io.mlconnector.console.page;

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
    private static final Pattern CORRECTED = Pattern.compile("by ml-connector crossref set\\b");

    private OnPage() {}

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
        return CORRECTED.matcher(entered).replaceAll("under Cross-references");
    }
}
