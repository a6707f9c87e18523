package io.mlconnector.console.page;

import java.util.Map;

/** What would become of a document, or became of it, as a sentence of its own. */
public final class Foretold {

    /** Interface and commands begin with such a word, where it stands in a column of its own; a sentence does not. */
    private static final Map<String, String> BEGINNINGS = Map.of(
            "nothing: ", "There is nothing to do: ",
            "held: ", "It is held: ",
            "fails: ", "It fails: ",
            "later: ", "It goes on later: ",
            "refused: ", "It is not possible: ");

    private Foretold() {}

    /**
     * The sentence.
     *
     * @param told message of a forecast or of an outcome, such as {@code nothing: delivered as a.edi} or {@code sends a.edi}
     */
    public static String sentence(String told) {
        String message = OnPage.told(told);
        for (Map.Entry<String, String> one : BEGINNINGS.entrySet()) {
            if (message.startsWith(one.getKey())) {
                return one.getValue() + message.substring(one.getKey().length());
            }
        }
        return message.isEmpty() || Character.isUpperCase(message.charAt(0)) ? message : "It " + message;
    }
}
