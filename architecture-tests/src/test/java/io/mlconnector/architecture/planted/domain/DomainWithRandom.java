package io.mlconnector.architecture.planted.domain;

import java.util.Random;

/** Planted: chance in the domain. */
public record DomainWithRandom(Random random) {}
