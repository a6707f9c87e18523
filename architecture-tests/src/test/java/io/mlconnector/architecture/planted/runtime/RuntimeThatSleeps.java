package io.mlconnector.architecture.planted.runtime;

/** Planted: a thread put to sleep. */
public final class RuntimeThatSleeps {

    private RuntimeThatSleeps() {}

    public static void pause() throws InterruptedException {
        Thread.sleep(1);
    }
}
