package io.mlconnector.runtime.config.section;

import java.util.LinkedHashMap;
import java.util.Map;

/** The words from which one is chosen, in the order in which messages name them. */
public final class Choices {

    private Choices() {}

    /** Two words and what they mean. */
    public static <T> Map<String, T> of(String first, T firstValue, String second, T secondValue) {
        Map<String, T> words = new LinkedHashMap<>();
        words.put(first, firstValue);
        words.put(second, secondValue);
        return words;
    }

    /** Three words and what they mean. */
    public static <T> Map<String, T> of(
            String first, T firstValue, String second, T secondValue, String third, T thirdValue) {
        Map<String, T> words = of(first, firstValue, second, secondValue);
        words.put(third, thirdValue);
        return words;
    }

    /** Words that mean themselves. */
    public static Map<String, String> words(String... words) {
        Map<String, String> all = new LinkedHashMap<>();
        for (String word : words) {
            all.put(word, word);
        }
        return all;
    }
}
