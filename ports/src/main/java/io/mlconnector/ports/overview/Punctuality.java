package io.mlconnector.ports.overview;

/**
 * How documents exchanged with a partner went.
 *
 * @param answeredInTime documents that the partner answered before the agreed time was over
 * @param answeredLate documents that the partner answered later, or has not answered although the time is over
 * @param judged orders and invoices that arrived, or stand or stood still: what is on its way is not judged
 * @param atOnce how many of these arrived without having been held, having failed, or being replayed
 * @param cut whether more documents arrived in the time than are looked at, so that only the newest {@link #MOST} and what stands still
 *     since they began to arrive count
 */
public record Punctuality(long answeredInTime, long answeredLate, long judged, long atOnce, boolean cut) {

    /** So many that arrived are looked at: nobody waits for the history of a hundred thousand. */
    public static final int MOST = 2_000;

    /** Documents of which the partner owed an answer by now. */
    public long answersDue() {
        return answeredInTime + answeredLate;
    }
}
