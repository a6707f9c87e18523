package io.mlconnector.x12;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/** Makes a file smaller while it still shows what was found: leaves out segments, then elements, then characters. */
final class Shrinker {
    private static final int MOST_TRIES = 3000;

    private final Predicate<byte[]> shows;
    private int tries;

    private Shrinker(Predicate<byte[]> shows) {
        this.shows = shows;
    }

    /** The smallest file that was found within a bounded number of tries. */
    static byte[] smallest(byte[] file, Predicate<byte[]> shows) {
        var shrinker = new Shrinker(shows);
        String text = new String(file, StandardCharsets.ISO_8859_1);
        for (String parting : List.of("(?<=~)", "(?=\\*)", "")) {
            text = shrinker.shrink(text, parting);
        }
        return bytes(text);
    }

    private String shrink(String text, String parting) {
        List<String> parts = new ArrayList<>(Arrays.asList(text.split(parting)));
        for (int size = Math.max(1, parts.size() / 2); size >= 1; size /= 2) {
            for (int i = 0; i + size <= parts.size() && tries < MOST_TRIES; ) {
                List<String> less = new ArrayList<>(parts);
                less.subList(i, i + size).clear();
                tries++;
                if (shows.test(bytes(String.join("", less)))) {
                    parts = less;
                } else {
                    i += size;
                }
            }
        }
        return String.join("", parts);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
