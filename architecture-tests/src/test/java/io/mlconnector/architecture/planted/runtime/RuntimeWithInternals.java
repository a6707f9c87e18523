package io.mlconnector.architecture.planted.runtime;

import io.mlconnector.architecture.planted.dynamics.internal.Hidden;

/** Planted: the runtime inside of an adapter. */
public record RuntimeWithInternals(Hidden hidden) {}
