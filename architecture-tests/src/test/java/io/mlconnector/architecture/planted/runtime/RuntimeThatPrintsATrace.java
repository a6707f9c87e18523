package io.mlconnector.architecture.planted.runtime;

/** Planted: a trace on the console. */
public final class RuntimeThatPrintsATrace {

    private RuntimeThatPrintsATrace() {}

    @SuppressWarnings("CatchAndPrintStackTrace")
    public static void print(IllegalStateException failure) {
        failure.printStackTrace();
    }
}
