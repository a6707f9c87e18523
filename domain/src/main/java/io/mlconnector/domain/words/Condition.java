package io.mlconnector.domain.words;

/** How a document is doing. */
public enum Condition {
    /** On its way. */
    MOVING("moving"),
    /** A retry is due at a known time. */
    WAITING("waiting"),
    /** A person must decide. */
    HELD("held"),
    /** A write may or may not have happened; being found out. */
    UNKNOWN("unknown"),
    /** Will not be retried by itself. */
    FAILED("failed"),
    /** Arrived. */
    DONE("done"),
    /** The same business document was there already. */
    DUPLICATE("duplicate"),
    /** Discarded by a person; can be restored. */
    DISCARDED("discarded");

    private final String word;

    Condition(String word) {
        this.word = word;
    }

    /** The word of configuration, interface and console. */
    public String word() {
        return word;
    }

    /** Whether nothing more happens by itself. */
    public boolean settled() {
        return this != MOVING && this != WAITING && this != UNKNOWN;
    }

    /**
     * The condition with this word.
     *
     * @throws IllegalArgumentException for any other word
     */
    public static Condition of(String word) {
        for (Condition condition : values()) {
            if (condition.word.equals(word)) {
                return condition;
            }
        }
        throw new IllegalArgumentException("No condition is called " + word);
    }
}
