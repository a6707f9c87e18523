package io.mlconnector.architecture.planted.cleo;

import io.mlconnector.architecture.planted.dynamics.DynamicsWithTwin;

/** Planted: an adapter that knows another. */
public record CleoWithDynamics(DynamicsWithTwin other) {}
