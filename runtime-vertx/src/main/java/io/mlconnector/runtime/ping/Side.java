package io.mlconnector.runtime.ping;

import io.mlconnector.ports.access.TokenLife;
import io.mlconnector.runtime.access.GateLoad;
import io.mlconnector.runtime.access.GateTraffic;
import java.util.Optional;

/**
 * One side of a connection as it is, without asking it.
 *
 * @param name F&O or Cleo
 * @param system name of the remote system, whose gate other connections may share
 * @param address as configured
 * @param token the token in use; empty if there is none, or user and password go with each request
 * @param load of the gate; empty as long as nothing was to be sent
 * @param traffic through the gate; empty as long as nothing was to be sent
 */
record Side(
        String name,
        String system,
        String address,
        Optional<TokenLife> token,
        Optional<GateLoad> load,
        Optional<GateTraffic> traffic) {}
