package io.mlconnector.verification.verify.testbed;

import io.mlconnector.twin.relay.Relay;

/**
 * The relays through which one connection of one daemon reaches both remote systems.
 *
 * @param toDynamics relay to F&O
 * @param toCleo relay to Cleo
 */
record ConnectionRelays(Relay toDynamics, Relay toCleo) {}
