package io.mlconnector.runtime.access;

import java.net.URI;
import java.util.Locale;

/**
 * A system at the other end, as its rate limits see us: whatever is sent to one host and port counts together, whichever
 * connection sends it.
 *
 * @param kind which software it is
 * @param authority host in lower case, with the port unless it is the scheme's own; without user information
 */
public record RemoteSystem(Kind kind, String authority) {

    /** Which software it is. */
    public enum Kind {
        /** Dynamics 365 F&O. */
        DYNAMICS("F&O"),
        /** Cleo Integration Cloud. */
        CLEO("Cleo");

        private final String word;

        Kind(String word) {
            this.word = word;
        }
    }

    /** The F&O environment at this address. */
    public static RemoteSystem dynamics(URI environmentUrl) {
        return new RemoteSystem(Kind.DYNAMICS, authority(environmentUrl));
    }

    /** The Cleo tenant at this address. */
    public static RemoteSystem cleo(URI baseUrl) {
        return new RemoteSystem(Kind.CLEO, authority(baseUrl));
    }

    private static String authority(URI url) {
        String host = String.valueOf(url.getHost()).toLowerCase(Locale.ROOT);
        boolean usual = url.getPort() < 0 || url.getPort() == ("http".equalsIgnoreCase(url.getScheme()) ? 80 : 443);
        return usual ? host : host + ":" + url.getPort();
    }

    /** For messages, and the key of what is stored about it: for ever the same. */
    public String name() {
        return kind.word + " at " + authority;
    }
}
