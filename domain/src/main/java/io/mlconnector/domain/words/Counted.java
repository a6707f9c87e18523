package io.mlconnector.domain.words;

/** A number with what it counts, in the singular or the plural. */
public final class Counted {

    private Counted() {}

    /** Such as {@code 1 line} or {@code 2 lines}. */
    public static String of(long number, String one) {
        return of(number, one, one + "s");
    }

    /** The same where the plural is not made with an s. */
    public static String of(long number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }
}
