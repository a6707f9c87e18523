package io.mlconnector.architecture.planted.x12;

import io.mlconnector.architecture.planted.runtime.RuntimeWithInternals;

/** Planted: an adapter that knows the runtime. */
public record X12WithRuntime(RuntimeWithInternals runtime) {}
