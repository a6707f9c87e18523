package io.mlconnector.architecture.planted.runtime.cli;

/** Planted: nothing; the command line may block and talk. */
public final class CommandLine {

    private CommandLine() {}

    public static void talk() throws InterruptedException {
        Thread.sleep(1);
        System.out.println("hello");
    }
}
