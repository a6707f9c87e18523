package io.mlconnector.examples.mailbox;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * Writes any name with lower-case letters, digits, {@code -}, {@code _} and {@code .}, and all else as {@code %41}: so
 * names differ on disks that know no case, fit disks of any encoding, and never begin with a dot.
 */
final class DiskName {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private DiskName() {}

    static String of(String name) {
        var written = new StringBuilder();
        for (byte each : name.getBytes(StandardCharsets.UTF_8)) {
            boolean plain = (each >= 'a' && each <= 'z')
                    || (each >= '0' && each <= '9')
                    || each == '-'
                    || each == '_'
                    || (each == '.' && !written.isEmpty());
            if (plain) {
                written.append((char) each);
            } else {
                written.append('%').append(HEX.toHexDigits(each));
            }
        }
        return written.toString();
    }

    /** What {@link #of} wrote; a name that somebody else wrote is taken as it is. */
    static String read(String written) {
        return of(decoded(written)).equals(written) ? decoded(written) : written;
    }

    private static String decoded(String written) {
        try {
            return URLDecoder.decode(written.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return written;
        }
    }
}
