package io.mlconnector.architecture.planted.runtime;

/** Planted: a word on the console. */
public final class RuntimeThatTalks {

    private RuntimeThatTalks() {}

    public static void talk() {
        System.out.println("hello");
    }
}
