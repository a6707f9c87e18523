package io.mlconnector.architecture.planted.domain;

import java.time.Instant;
import java.util.function.Supplier;

/** Planted: the clock in the domain, by reference. */
public record DomainWithClockReference(Supplier<Instant> clock) {

    public static DomainWithClockReference here() {
        return new DomainWithClockReference(Instant::now);
    }
}
