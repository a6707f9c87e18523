package io.mlconnector.x12.internal.syntax;

/** Frequent short texts, such as qualifiers, cached so that each is created once per file. */
final class Codes {
    private static final int SLOTS = 256;

    private final long[] keys = new long[SLOTS];
    private final String[] texts = new String[SLOTS];

    /**
     * The text of a number created by {@link SegmentCursor#packed}.
     *
     * @param key the characters, eight bits each; not zero
     */
    String text(long key) {
        int slot = (int) ((key * 0x9E3779B97F4A7C15L) >>> 56);
        if (keys[slot] != key) {
            texts[slot] = made(key);
            keys[slot] = key;
        }
        return texts[slot];
    }

    private static String made(long key) {
        var text = new StringBuilder(8);
        for (int shift = 56; shift >= 0; shift -= 8) {
            if (key >>> shift != 0) {
                text.append((char) ((key >>> shift) & 0xff));
            }
        }
        return text.toString();
    }
}
