package io.mlconnector.twin.relay;

import java.util.Map;
import java.util.Set;

/**
 * The statistics of a relay.
 *
 * @param connections connections it accepted
 * @param bytesToServer bytes received from clients
 * @param bytesToClient bytes received from the server
 * @param applied how many connections each fault was applied to
 * @param struckPorts the local ports of those connections to the server that a fault has struck: a server knows them as
 *     the remote ports of its callers
 */
public record RelayRecord(
        int connections,
        long bytesToServer,
        long bytesToClient,
        Map<RelayFault, Integer> applied,
        Set<Integer> struckPorts) {

    /** Copies the collections. */
    public RelayRecord {
        applied = Map.copyOf(applied);
        struckPorts = Set.copyOf(struckPorts);
    }
}
