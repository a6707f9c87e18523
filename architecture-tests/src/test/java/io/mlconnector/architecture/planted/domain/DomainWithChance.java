package io.mlconnector.architecture.planted.domain;

import java.util.UUID;

/** Planted: a random id in the domain. */
public record DomainWithChance(UUID id, double jitter) {

    public static DomainWithChance here() {
        return new DomainWithChance(UUID.randomUUID(), Math.random());
    }
}
