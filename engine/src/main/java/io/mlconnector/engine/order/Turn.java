package io.mlconnector.engine.order;

/** Who has to do something next about an order; the later in this list, the more it matters to a person. */
public enum Turn {
    /** Nothing is open. */
    NOBODY("settled"),
    /** It goes on by itself. */
    CONNECTOR("on its way"),
    /** An answer is due. */
    PARTNER("the partner's"),
    /** A person on our side decides. */
    OURS("ours");

    private final String word;

    Turn(String word) {
        this.word = word;
    }

    /** As people read it. */
    public String word() {
        return word;
    }
}
