package io.mlconnector.console.page;

/** The places of the console, in the order in which they stand in its menu. */
public enum Section {
    TODAY("Today", "/", "t"),
    DOCUMENTS("Documents", "/documents", "d"),
    CAUSES("Causes", "/causes", "c"),
    ORDERS("Orders and answers", "/orders", "a"),
    PARTNERS("Partners", "/partners", "p"),
    REFERENCES("Cross-references", "/cross-references", "r"),
    CONNECTIONS("Connections", "/connections", "n"),
    WORKBENCH("X12 workbench", "/x12", "x"),
    AUDIT("Audit", "/audit", "u"),
    SETTINGS("Settings", "/settings", "s");

    private final String title;
    private final String path;
    private final String key;

    Section(String title, String path, String key) {
        this.title = title;
        this.path = path;
        this.key = key;
    }

    /** As it is called. */
    public String title() {
        return title;
    }

    /** Where it is. */
    public String path() {
        return path;
    }

    /** Pressed after {@code g} it opens the section. */
    public String key() {
        return key;
    }
}
