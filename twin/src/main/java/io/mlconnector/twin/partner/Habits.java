package io.mlconnector.twin.partner;

import java.time.Duration;

/**
 * How partners send invoices for orders without a plan. Which invoices a habit meets follows from the seed and the
 * invoice number alone.
 *
 * @param several share of orders invoiced in a file with others, from 0 to 1
 * @param again share of files sent again under another name, from 0 to 1
 * @param reusedNumbers share of files, among those with one invoice, followed by another invoice under the same control
 *     numbers, from 0 to 1
 * @param growing share of files that are seen half-written first, from 0 to 1
 * @param growEvery time between two states of a growing file
 */
public record Habits(double several, double again, double reusedNumbers, double growing, Duration growEvery) {

    /**
     * One invoice per file, each sent once and complete.
     *
     * @return no habits
     */
    public static Habits none() {
        return new Habits(0, 0, 0, 0, Duration.ZERO);
    }

    /**
     * Every habit now and then.
     *
     * @return the habits
     */
    public static Habits usual() {
        return new Habits(0.25, 0.1, 0.06, 0.15, Duration.ofMillis(250));
    }
}
