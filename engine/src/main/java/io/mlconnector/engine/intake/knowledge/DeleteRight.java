package io.mlconnector.engine.intake.knowledge;

/** Whether the user may remove files from a folder, as the last attempt showed. */
public enum DeleteRight {
    /** A file was removed. */
    PROVEN("proven"),
    /** Removing a file was refused. */
    DENIED("denied"),
    /** Nothing was removed yet, or nobody remembers it. */
    NOT_KNOWN("not-known");

    private final String text;

    DeleteRight(String text) {
        this.text = text;
    }

    /** As the journal and the interface of the daemon name it. */
    public String text() {
        return text;
    }
}
