package io.mlconnector.domain.search;

import io.mlconnector.domain.words.StorableText;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The texts of a document by which people look for it besides its numbers: its items first, then references, names and
 * descriptions. Each text is in it once. What people look for are words: whoever writes {@code bolt M8} looks for both.
 */
public final class SearchText {

    /** The longest search text, in characters: the items of some ten thousand lines. What comes later is left out. */
    public static final int LONGEST = 100_000;

    /** Shorter texts are codes, of which every document has many. */
    private static final int SHORTEST = 2;

    /** Of shorter words no part is looked for. */
    private static final int SHORTEST_PART = 3;

    /** So many bytes of what nobody understood. */
    private static final int NOT_UNDERSTOOD = 4_000;

    /** A search of more words is one for the first of them. */
    private static final int MOST_WORDS = 12;

    private final Set<String> texts = new LinkedHashSet<>();
    private int length;

    SearchText() {}

    /**
     * The words that somebody looks for: all of them have to be there, in any order and any case of letters. A part is enough,
     * unless the word is {@link #whole}.
     */
    public static List<String> words(String wanted) {
        return Arrays.stream(wanted.strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .distinct()
                .limit(MOST_WORDS)
                .toList();
    }

    /** Whether every word that somebody looks for is in one of these texts. */
    public static boolean matches(String wanted, Collection<String> texts) {
        List<String> lower =
                texts.stream().map(text -> text.toLowerCase(Locale.ROOT)).toList();
        return words(wanted).stream()
                .map(word -> word.toLowerCase(Locale.ROOT))
                .allMatch(word ->
                        lower.stream().anyMatch(text -> whole(word) ? stands(word, text) : text.contains(word)));
    }

    /**
     * Whether a word has to stand by itself, between characters that are neither letters nor digits: one or two letters are a part
     * of nearly everything.
     */
    public static boolean whole(String word) {
        return word.length() < SHORTEST_PART && word.chars().allMatch(Character::isLetterOrDigit);
    }

    private static boolean stands(String word, String text) {
        return Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(word) + "(?![\\p{L}\\p{N}])")
                .matcher(text)
                .find();
    }

    /** The texts of something that is known as texts only, such as remarks. */
    public static String ofAll(Collection<String> texts) {
        return new SearchText().addAll(texts).text();
    }

    /** The text of bytes that nobody understood: their beginning as it is, byte for byte. */
    public static String ofBytes(byte[] bytes) {
        return StorableText.readable(
                new String(bytes, 0, Math.min(bytes.length, NOT_UNDERSTOOD), StandardCharsets.ISO_8859_1));
    }

    SearchText add(String text) {
        String plain = StorableText.shown(text.strip());
        if (plain.length() >= SHORTEST && length + plain.length() < LONGEST && texts.add(plain)) {
            length += plain.length() + 1;
        }
        return this;
    }

    SearchText add(Optional<String> text) {
        text.ifPresent(this::add);
        return this;
    }

    SearchText addAll(Collection<String> more) {
        more.forEach(this::add);
        return this;
    }

    /** All of it, a text a line. */
    String text() {
        return String.join("\n", texts);
    }
}
