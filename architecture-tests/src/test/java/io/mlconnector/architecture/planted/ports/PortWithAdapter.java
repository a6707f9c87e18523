package io.mlconnector.architecture.planted.ports;

import io.mlconnector.architecture.planted.dynamics.DynamicsWithTwin;

/** Planted: a port that knows its adapter. */
public interface PortWithAdapter {

    DynamicsWithTwin adapter();
}
