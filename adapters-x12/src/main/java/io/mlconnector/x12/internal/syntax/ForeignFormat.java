package io.mlconnector.x12.internal.syntax;

import java.util.List;

/**
 * Identifies a file without an interchange by its first bytes, so that the message can say what to do
 * (reference x12, section 14, row 45).
 */
public final class ForeignFormat {
    private record Sign(String first, String sentence) {}

    private static final String PORTAL =
            "The mailbox may have returned an error or sign-in page: inspect the file and fetch it again.";

    /** In ISO-8859-1; letters are compared without regard to case. */
    private static final List<Sign> SIGNS = List.of(
            new Sign("\u001f\u008b", "This is a gzip archive, not X12. Ask the partner to send it unpacked."),
            new Sign("pk\u0003\u0004", "This is a zip archive, not X12. Ask the partner to send it unpacked."),
            new Sign("%pdf", "This is a PDF document, not X12. Ask the partner to send the invoice as an 810."),
            new Sign(
                    "-----begin pgp",
                    "This file is encrypted or signed with PGP. Have it decrypted before it is delivered."),
            new Sign("\u0085\u0001", "This file looks encrypted with PGP. Have it decrypted before it is delivered."),
            new Sign("<!doctype html", "This is an HTML page, not X12. " + PORTAL),
            new Sign("<html", "This is an HTML page, not X12. " + PORTAL),
            new Sign("<", "This is an XML document, not X12. " + PORTAL),
            new Sign("{", "This is a JSON document, not X12. " + PORTAL),
            new Sign("[", "This is a JSON document, not X12. " + PORTAL),
            new Sign("una", "This is an EDIFACT interchange, not X12. Ask the partner to send X12."),
            new Sign("unb", "This is an EDIFACT interchange, not X12. Ask the partner to send X12."),
            new Sign("svnb", "This looks like X12 in base64. Have it decoded before it is delivered."),
            new Sign(
                    "\u00c9\u00e2\u00c1",
                    "This looks like X12 in EBCDIC. Ask for the transfer in text mode or for ASCII."),
            new Sign("\u00ff\u00fe", "This file is UTF-16 text, little endian. Ask the partner to send ASCII."),
            new Sign("\u00fe\u00ff", "This file is UTF-16 text, big endian. Ask the partner to send ASCII."),
            new Sign("\0i\0s", "This file is UTF-16 text, big endian. Ask the partner to send ASCII."),
            new Sign("i\0s\0", "This file is UTF-16 text, little endian. Ask the partner to send ASCII."));

    private ForeignFormat() {}

    /**
     * A message with the detected format of a file and what to do.
     *
     * @param raw its first characters in ISO-8859-1
     * @param first those after any filler; empty if there is nothing else
     */
    public static String describe(String raw, String first) {
        if (first.isEmpty() && raw.indexOf(0) >= 0) {
            return "The file consists of NUL bytes: its space was reserved, but its content was not written. Fetch it"
                    + " again, or ask the partner to send it again.";
        }
        if (first.isEmpty()) {
            return "The file is empty. Ask the partner whether it should have content.";
        }
        return SIGNS.stream()
                .filter(sign -> begins(first, sign) || begins(raw, sign))
                .map(Sign::sentence)
                .findFirst()
                .orElse(
                        "The file contains no ISA segment, so it is not X12. Inspect it and ask the partner what it is.");
    }

    private static boolean begins(String text, Sign sign) {
        return text.regionMatches(true, 0, sign.first(), 0, sign.first().length());
    }
}
