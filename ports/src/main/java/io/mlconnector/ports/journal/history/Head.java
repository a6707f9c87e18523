package io.mlconnector.ports.journal.history;

import java.util.Objects;

/**
 * Where the chain over all entries of all documents stands. Whoever noted it can tell later whether anything up to it was
 * changed since, even by somebody who computed every hash anew.
 *
 * @param position of the newest entry, which is also how many there are; 0 before the first
 * @param link over everything up to there; 64 lower-case hexadecimal digits
 */
public record Head(long position, String link) {

    /** Before the first entry. */
    public static final Head START = new Head(0, HistoryChain.START);

    public Head {
        Objects.requireNonNull(link, "link");
    }

    /** The head after one more entry with this hash. The database computes the same in {@code journal_link}. */
    public Head next(String hash) {
        long next = position + 1;
        return new Head(next, HistoryChain.sha256(link + ":" + next + ":" + hash));
    }

    /**
     * Reads what {@link #toString()} wrote.
     *
     * @throws IllegalArgumentException if it is something else
     */
    public static Head parse(String text) {
        if (!text.matches("[0-9]{1,18}:[0-9a-f]{64}")) {
            throw new IllegalArgumentException("A head is written POSITION:LINK, the link with 64 hexadecimal digits,"
                    + " as audit verify and audit export print it; not: " + text);
        }
        int colon = text.indexOf(':');
        return new Head(Long.parseLong(text.substring(0, colon)), text.substring(colon + 1));
    }

    /** Position and link, joined by a colon. */
    @Override
    public String toString() {
        return position + ":" + link;
    }
}
