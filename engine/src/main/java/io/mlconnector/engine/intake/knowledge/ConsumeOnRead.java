package io.mlconnector.engine.intake.knowledge;

/** Whether reading a file removes it from its folder. See {@code docs/decisions/0024-what-is-read-once.md}. */
public enum ConsumeOnRead {
    /** {@code cleo.dialect.consumeOnRead} says that it does. */
    CONFIGURED("configured"),
    /** It does; nobody configured it, it turned out. */
    FOUND("found"),
    /** No sign of it so far. */
    NOT_KNOWN("not-known");

    private final String text;

    ConsumeOnRead(String text) {
        this.text = text;
    }

    /** As the interface of the daemon names it. */
    public String text() {
        return text;
    }
}
