package io.mlconnector.runtime.terminal;

/** What a command's exit code means; 0 is success. */
public final class ExitCode {

    /** The work failed. */
    public static final int FAILED = 1;

    /** Wrong usage or wrong configuration. */
    public static final int WRONG = 2;

    /** A remote system could not be reached or refused us. */
    public static final int REMOTE = 3;

    private ExitCode() {}
}
