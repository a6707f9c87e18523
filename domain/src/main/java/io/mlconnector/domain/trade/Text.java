package io.mlconnector.domain.trade;

import java.util.Locale;

/** Checks that the small value types of this package share. */
final class Text {

    private Text() {}

    /**
     * The value itself if it is 1 to {@code most} characters long.
     *
     * @throws IllegalArgumentException naming {@code what} otherwise
     */
    static String within(String what, String value, int most) {
        if (value.isBlank()) {
            throw new IllegalArgumentException(what + " is empty");
        }
        if (value.length() > most) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "%s has %d characters, at most %d fit", what, value.length(), most));
        }
        return value;
    }
}
