package io.mlconnector.runtime.cli.listing;

import org.jspecify.annotations.Nullable;

/** How wide the terminal is, as {@code COLUMNS} says: the launcher sets it where the output goes to a terminal. */
public final class TerminalWidth {

    private static final int NARROWEST = 40;
    private static final int WIDEST = 1_000;

    private TerminalWidth() {}

    /** In characters; 0 if it is not known, so that nothing is cut. */
    public static int known() {
        return read(System.getenv("COLUMNS"));
    }

    static int read(@Nullable String columns) {
        if (columns == null || !columns.strip().matches("[0-9]{1,4}")) {
            return 0;
        }
        int width = Integer.parseInt(columns.strip());
        return width < NARROWEST || width > WIDEST ? 0 : width;
    }
}
