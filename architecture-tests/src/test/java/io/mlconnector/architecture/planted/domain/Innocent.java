package io.mlconnector.architecture.planted.domain;

import java.time.Instant;
import java.util.List;

/** Planted: nothing; no rule may report it. */
public record Innocent(String name, List<Instant> moments) {}
