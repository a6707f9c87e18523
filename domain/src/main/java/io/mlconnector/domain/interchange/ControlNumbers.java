package io.mlconnector.domain.interchange;

/**
 * The numbers of one interchange with one group and one transaction set that we send.
 *
 * @param interchange ISA13, 1 to 999999999, unique between the two ends
 * @param group GS06, 1 to 999999999
 * @param transactionSet ST02, 1 to 999999999, written with at least four digits
 */
public record ControlNumbers(long interchange, long group, long transactionSet) {

    /** The largest number that nine digits hold. */
    public static final long MOST = 999_999_999L;

    public ControlNumbers {
        check("ISA13", interchange);
        check("GS06", group);
        check("ST02", transactionSet);
    }

    private static void check(String what, long number) {
        if (number < 1 || number > MOST) {
            throw new IllegalArgumentException(what + " lies between 1 and " + MOST + ", not " + number);
        }
    }
}
