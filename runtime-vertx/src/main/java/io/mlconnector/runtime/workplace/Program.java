package io.mlconnector.runtime.workplace;

/** What this program is. */
public final class Program {

    /** As it is called. */
    public static final String NAME = "ml-connector";

    /** Which one it is. */
    public static final String VERSION = "0.1.0";

    private Program() {}
}
