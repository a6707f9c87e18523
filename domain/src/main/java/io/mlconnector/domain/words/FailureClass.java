package io.mlconnector.domain.words;

/** Why something did not happen, as far as another try is concerned; {@code docs/retries.md} says what follows from each. */
public enum FailureClass {

    /** The remote system asks us to stay away. */
    THROTTLED(true, false),
    /** Nobody gets through; it says nothing about the document. */
    UNREACHABLE(true, false),
    /** The remote system works badly; perhaps because of this very document. */
    FAILING(true, true),
    /** Somebody else is at the same record, or the answer was cut short. */
    TRANSIENT(true, true),
    /** The remote system understood and said no. */
    REFUSED(false, false),
    /** The document cannot go on as it is. */
    BLOCKED(false, false),
    /** It may have happened. */
    UNKNOWN(false, false);

    private final boolean retried;
    private final boolean countsAsAttempt;

    FailureClass(boolean retried, boolean countsAsAttempt) {
        this.retried = retried;
        this.countsAsAttempt = countsAsAttempt;
    }

    /**
     * The class of a reason for which something certainly did not happen. What is no matter of the way is tried again for a while:
     * the answer said that it did not happen, so that it may go better the next time. A question that got no answer is asked for
     * as long as the remote system may be failing.
     */
    public static FailureClass ofNotNow(Problem why) {
        return ProblemCode.of(why.code())
                .map(ProblemCode::failureClass)
                .map(known -> known == UNKNOWN ? FAILING : known)
                .filter(FailureClass::retried)
                .orElse(TRANSIENT);
    }

    /** Whether it is tried again without a person. */
    public boolean retried() {
        return retried;
    }

    /** Whether it uses up an attempt. */
    public boolean countsAsAttempt() {
        return countsAsAttempt;
    }
}
