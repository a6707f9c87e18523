package io.mlconnector.architecture.planted.runtime.util;

/** Planted: a package without meaning. */
public record Anything(String name) {}
