package io.mlconnector.architecture.planted.dynamics;

import io.mlconnector.architecture.planted.twin.TwinWithDomain;

/** Planted: an adapter that knows the twin. */
public record DynamicsWithTwin(TwinWithDomain twin) {}
