package io.mlconnector.http;

import io.mlconnector.domain.words.Outcome;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.ProblemCode;
import io.mlconnector.ports.access.AnswerCutException;
import io.mlconnector.ports.access.Breakage;
import java.util.Objects;

/**
 * What a request means that broke off before its answer was there: a read did not happen, and of a write nobody knows unless it
 * certainly never left.
 */
public final class BrokenRequest {

    /** In the details of a problem: so many bytes of the answer came before it broke off. */
    public static final String RECEIVED = "received";

    /** In the details of a problem: so many bytes were to come by the head of the answer. */
    public static final String ANNOUNCED = "announced";

    private BrokenRequest() {}

    /**
     * The other side, for sentences to people.
     *
     * @param name such as {@code F&O}
     * @param address where it was asked
     * @param whenUnreachable what to do where no connection is made; may be empty
     * @param whenTooLarge what to do where an answer is too large
     * @param whenUntrusted what to do where TLS is not agreed, because its certificate is not trusted; may be empty
     */
    public record Remote(
            String name, String address, String whenUnreachable, String whenTooLarge, String whenUntrusted) {

        /** There is nothing to be said of TLS. */
        public Remote(String name, String address, String whenUnreachable, String whenTooLarge) {
            this(name, address, whenUnreachable, whenTooLarge, "");
        }

        public Remote {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(address, "address");
            Objects.requireNonNull(whenUnreachable, "whenUnreachable");
            Objects.requireNonNull(whenTooLarge, "whenTooLarge");
            Objects.requireNonNull(whenUntrusted, "whenUntrusted");
        }
    }

    /**
     * The outcome.
     *
     * @param cause why it broke off
     * @param what was tried, such as {@code Reading PurchaseOrderHeadersV2}
     * @param write whether it was meant to change anything
     */
    public static <T> Outcome<T> outcome(Remote remote, Throwable cause, String what, boolean write) {
        if (Breakage.neverSent(cause)) {
            return Outcome.notNow(Problem.of(
                    ProblemCode.UNREACHABLE,
                    remote.address(),
                    (remote.name() + " at " + remote.address() + " cannot be reached: " + Breakage.inWords(cause) + ". "
                                    + (Breakage.notAgreed(cause) ? remote.whenUntrusted() + " " : "")
                                    + remote.whenUnreachable())
                            .strip()));
        }
        if (Breakage.tooLarge(cause) && !write) {
            return Outcome.refused(Problem.of(
                    ProblemCode.ANSWER_TOO_LARGE,
                    what,
                    what + " failed: " + Breakage.inWords(cause) + ". " + remote.whenTooLarge()));
        }
        Problem why = Breakage.within(cause)
                .map(cut -> broken(what, cut))
                .orElseGet(() -> Problem.of(
                        ProblemCode.NO_ANSWER, "", what + " received no response: " + Breakage.inWords(cause) + "."));
        return write ? Outcome.unknown(why) : Outcome.notNow(why);
    }

    private static Problem broken(String what, AnswerCutException cut) {
        Problem why = Problem.of(
                        ProblemCode.NO_ANSWER, "", what + " received no whole response: " + Breakage.inWords(cut) + ".")
                .with(RECEIVED, Long.toString(cut.received()));
        return cut.announced().isPresent()
                ? why.with(ANNOUNCED, Long.toString(cut.announced().getAsLong()))
                : why;
    }
}
