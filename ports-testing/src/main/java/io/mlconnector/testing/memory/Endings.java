package io.mlconnector.testing.memory;

import io.mlconnector.domain.words.Outcome;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.ProblemCode;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Supplier;

/** The endings that calls to one remote system will have, first planned first. Guarded by its owner's lock. */
final class Endings {

    private final String system;
    private final String refusal;
    private final String absence;
    private final Queue<Ending> planned = new ArrayDeque<>();

    /**
     * Nothing is planned: every call is carried out.
     *
     * @param system for messages, such as {@code F&O}
     * @param refusal code of a planned refusal
     * @param absence code where the system is not to be had
     */
    Endings(String system, String refusal, String absence) {
        this.system = system;
        this.refusal = refusal;
        this.absence = absence;
    }

    static Endings ofDynamics() {
        return new Endings("F&O", "dynamics-refused", "dynamics-unavailable");
    }

    static Endings ofGateway() {
        return new Endings("The gateway", "gateway-refused", "gateway-unavailable");
    }

    void plan(Ending ending) {
        planned.add(ending);
    }

    /** Plans the ending of a read, of which nobody needs to know whether it happened. */
    void planRead(Ending ending) {
        if (ending == Ending.UNKNOWN_DONE || ending == Ending.UNKNOWN_NOT_DONE) {
            throw new IllegalArgumentException("A read is never unknown");
        }
        planned.add(ending);
    }

    /** Ends a call as planned. */
    <T> Outcome<T> end(Supplier<Outcome<T>> work) {
        Ending ending = planned.isEmpty() ? Ending.DONE : planned.remove();
        return switch (ending) {
            case DONE -> work.get();
            case REFUSED -> Outcome.refused(Problem.named(refusal, "", system + " was told to refuse this."));
            case NOT_NOW -> Outcome.notNow(Problem.named(absence, "", system + " was told to be away."));
            case UNKNOWN_DONE -> {
                Outcome<T> outcome = work.get();
                yield outcome instanceof Outcome.Done<T> ? lost() : outcome;
            }
            case UNKNOWN_NOT_DONE -> lost();
        };
    }

    private <T> Outcome<T> lost() {
        return Outcome.unknown(Problem.of(ProblemCode.NO_ANSWER, "", system + " was told to lose its answer."));
    }
}
