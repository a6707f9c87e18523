package io.mlconnector.console.workbench;

import io.mlconnector.console.page.Form;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * What somebody pasted.
 *
 * @param text of the file; a character for each byte, unless it has others
 * @param other text of a second file, with which it is compared; empty if there is none
 * @param partner as whose it is read, {@code connection/partner}; empty: as that of whoever sent it; {@link #STANDARD}
 */
public record Entered(String text, String other, String partner) {

    /** By the standard alone. */
    public static final String STANDARD = "standard";

    /** Nothing yet. */
    static final Entered NOTHING = new Entered("", "", "");

    private static final char LAST_OF_A_BYTE = 0xFF;

    /** As it stands in a form. Browsers send every end of a line as two characters. */
    static Entered of(Form form) {
        return new Entered(lines(form.raw("text")), lines(form.raw("other")), form.text("partner"));
    }

    private static String lines(String text) {
        return text.replace("\r\n", "\n");
    }

    /** Stored bytes, a character for each. */
    static String shown(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /** The file. */
    byte[] bytes() {
        return bytes(text);
    }

    /** The second file. */
    byte[] otherBytes() {
        return bytes(other);
    }

    private static byte[] bytes(String text) {
        Charset charset = text.chars().allMatch(one -> one <= LAST_OF_A_BYTE)
                ? StandardCharsets.ISO_8859_1
                : StandardCharsets.UTF_8;
        return text.getBytes(charset);
    }
}
