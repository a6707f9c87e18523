package io.mlconnector.architecture.planted.domain;

import java.time.Instant;

/** Planted: the clock in the domain. */
public record DomainWithClock(Instant at) {

    public static DomainWithClock here() {
        return new DomainWithClock(Instant.now());
    }
}
