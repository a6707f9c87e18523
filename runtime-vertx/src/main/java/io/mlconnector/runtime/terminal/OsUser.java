package io.mlconnector.runtime.terminal;

/** Who gives commands: the user of the operating system. */
public final class OsUser {

    /** Stands in histories as whoever acted. */
    public static final String NAME = System.getProperty("user.name", "operator");

    private OsUser() {}
}
