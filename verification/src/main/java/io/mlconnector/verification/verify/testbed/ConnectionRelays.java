package io.mlconnector.verification.verify.testbed;

import io.mlconnector.twin.relay.Relay;

/**
 * The ways of one connection of one daemon to both remote systems.
 *
 * @param toDynamics to F&O
 * @param toCleo to Cleo
 */
record ConnectionRelays(Relay toDynamics, Relay toCleo) {}
