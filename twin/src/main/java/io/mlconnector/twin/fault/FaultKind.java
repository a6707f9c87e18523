package io.mlconnector.twin.fault;

import java.util.EnumSet;
import java.util.Set;

/** The kinds of {@link Fault}, for choosing among them and for counting. */
public enum FaultKind {
    /** {@link Fault.DropBeforeWork}. */
    DROP_BEFORE_WORK,
    /** {@link Fault.DropAfterWork}. */
    DROP_AFTER_WORK,
    /** {@link Fault.LateWork}. */
    LATE_WORK,
    /** {@link Fault.Answer}; as a random fault always a 5xx. */
    ANSWER,
    /** {@link Fault.Throttle} and {@link Fault.ThrottleUntil}. */
    THROTTLE,
    /** {@link Fault.Delay}. */
    DELAY,
    /** {@link Fault.TruncateBody}. */
    TRUNCATE_BODY,
    /** {@link Fault.ThrottlePart}; as a random fault only for {@code $batch}. */
    THROTTLE_PART,
    /** {@link Fault.ExpiredToken}; as a random fault never for token requests. */
    EXPIRED_TOKEN,
    /** {@link Fault.EndlessAnswer} and {@link Fault.DrippingAnswer}; as a random fault always the former. */
    ENDLESS_ANSWER;

    /** All but those that cost much traffic: what may happen to any request on an ordinary bad day. */
    public static Set<FaultKind> ordinary() {
        return EnumSet.complementOf(EnumSet.of(ENDLESS_ANSWER));
    }

    static FaultKind of(Fault fault) {
        return switch (fault) {
            case Fault.DropBeforeWork drop -> DROP_BEFORE_WORK;
            case Fault.DropAfterWork drop -> DROP_AFTER_WORK;
            case Fault.LateWork late -> LATE_WORK;
            case Fault.Answer answer -> ANSWER;
            case Fault.Throttle throttle -> THROTTLE;
            case Fault.ThrottleUntil throttle -> THROTTLE;
            case Fault.Delay delay -> DELAY;
            case Fault.TruncateBody truncate -> TRUNCATE_BODY;
            case Fault.ThrottlePart part -> THROTTLE_PART;
            case Fault.ExpiredToken expired -> EXPIRED_TOKEN;
            case Fault.EndlessAnswer endless -> ENDLESS_ANSWER;
            case Fault.DrippingAnswer dripping -> ENDLESS_ANSWER;
        };
    }
}
