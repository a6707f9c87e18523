package io.mlconnector.domain.words;

/** How far a document has come. */
public enum Stage {
    ANNOUNCED("announced"),
    FETCHED("fetched"),
    ALIGNED("aligned"),
    ENCODED("encoded"),
    DELIVERED("delivered"),
    RECEIVED("received"),
    DECODED("decoded"),
    CHECKED("checked"),
    POSTED("posted");

    private final String word;

    Stage(String word) {
        this.word = word;
    }

    /** The word of configuration, interface and console. */
    public String word() {
        return word;
    }

    /**
     * The stage with this word.
     *
     * @throws IllegalArgumentException for any other word
     */
    public static Stage of(String word) {
        for (Stage stage : values()) {
            if (stage.word.equals(word)) {
                return stage;
            }
        }
        throw new IllegalArgumentException("No stage is called " + word);
    }
}
