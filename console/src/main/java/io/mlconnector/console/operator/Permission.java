package io.mlconnector.console.operator;

/** What not everybody may do. Looking at documents needs none. */
public enum Permission {
    /** Comments, assignments and putting off. */
    ANNOTATE("comment on documents, assign them and put them off"),
    /** Letting a document go on despite its reason. */
    RELEASE("release documents"),
    /** Taking a document out of the way, and bringing it back. */
    DISCARD("discard and restore documents"),
    /** Having a document done again. */
    REPLAY("replay documents"),
    /** Replacing what is sent or posted. */
    EDIT("edit documents"),
    /** Changing cross-references. */
    TRANSLATE("change cross-references"),
    /** Asking remote systems. */
    PING("ping remote systems"),
    /** Proving the history. */
    AUDIT("verify the history"),
    /** Seeing configuration, operators and names of credentials. */
    SETTINGS("see the settings");

    private final String words;

    Permission(String words) {
        this.words = words;
    }

    /** What it allows, to follow "may". */
    public String words() {
        return words;
    }
}
