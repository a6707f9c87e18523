package io.mlconnector.x12.internal.dictionary;

import io.mlconnector.domain.interchange.Release;
import java.util.Optional;

/**
 * The release that GS08 or ST03 names. Senders also write the subset of their industry behind or before it
 * ({@code 004010VICS}, {@code 005010UCS}) or leave zeros out ({@code 4010}).
 *
 * @param number six digits such as {@code 004010}; empty if no release can be made out
 */
public record NamedRelease(String number) {
    private static final NamedRelease NONE = new NamedRelease("");

    /**
     * The release in a text: its first run of digits. Others behind it belong to the name of a guide ({@code X230}).
     *
     * @param version GS08 or ST03; may be anything
     */
    public static NamedRelease of(String version) {
        int from = 0;
        while (from < version.length() && !digit(version.charAt(from))) {
            from++;
        }
        int to = from;
        while (to < version.length() && digit(version.charAt(to))) {
            to++;
        }
        String found = version.substring(from, to);
        return switch (found.length()) {
            case 6 -> found.startsWith("00") ? new NamedRelease(found) : NONE;
            // ISA12 writes it without the last digit.
            case 5 -> found.startsWith("00") ? new NamedRelease(found + "0") : NONE;
            case 4 -> found.startsWith("0") ? NONE : new NamedRelease("00" + found);
            default -> NONE;
        };
    }

    private static boolean digit(char character) {
        return character >= '0' && character <= '9';
    }

    /** The release of which we have tables; empty if we have none of it. */
    public Optional<Release> known() {
        for (Release release : Release.values()) {
            if (release.version().equals(number)) {
                return Optional.of(release);
            }
        }
        return Optional.empty();
    }

    /** Whether it is a release of which we have no tables; false if none is named. */
    public boolean another() {
        return !number.isEmpty() && known().isEmpty();
    }

    /** Whether its dates have six digits: all releases before 004010. */
    public boolean shortDates() {
        return !number.isEmpty() && number.compareTo(Release.R004010.version()) < 0;
    }
}
