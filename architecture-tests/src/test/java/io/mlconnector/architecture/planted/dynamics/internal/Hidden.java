package io.mlconnector.architecture.planted.dynamics.internal;

/** Planted: nothing; it is what others must not use. */
public record Hidden(String secret) {}
